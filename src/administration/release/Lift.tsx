import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { ReleaseInFull, ReleaseWish } from '../../register/administration.ts'
import { londonWords } from '../../release/london-words.ts'
import type { LiftRequest } from '../../release/release-details.ts'
import { change } from '../../release/transitions.ts'
import type { Tagged } from '../list/use-register.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { isGiven, ReasonField } from '../saving/ReasonField.tsx'
import { SavingNotice } from '../saving/SavingNotice.tsx'
import { type Saving, useSaving } from '../saving/use-saving.ts'
import { useServiceClock } from '../time/use-service-clock.ts'
import { useFormStyles } from '../use-form-styles.ts'

const useStyles = makeStyles({
  lift: {
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  asked: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorNeutralForeground1 },
  heading: { margin: 0 },
})

type Wishing = { readonly saving: Saving<ReleaseInFull>; wish(wish: ReleaseWish): void }

function useWishing({ value, tag }: Tagged<ReleaseInFull>): Wishing {
  const { ask } = useDesk()
  const { saving, save } = useSaving<ReleaseInFull>()
  return {
    saving,
    wish: (body) => void save(() => ask('POST', `/api/releases/${value.id}/changes`, { body, tag })),
  }
}

/** The second administrator’s part: look, say so, agree. */
function Agree({ lift, wishing }: { lift: LiftRequest; wishing: Wishing }): ReactElement {
  const forms = useFormStyles()
  const { release: said, language } = useWording()
  const { person } = useDesk()
  const [isSure, setSure] = useState(false)
  const isOwn = lift.by.trim().toLowerCase() === person.trim().toLowerCase()
  return (
    <>
      <Text>{said.liftAsked(lift.by, londonWords(lift.askedAt, language))}</Text>
      <Text className={forms.text}>“{lift.reason}”</Text>
      {isOwn ? (
        <Text>{said.ownRequest}</Text>
      ) : (
        <Checkbox
          label={said.agreeSure}
          checked={isSure}
          onChange={(_, { checked }) => setSure(checked === true)}
        />
      )}
      <div className={forms.row}>
        {!isOwn && (
          <Button
            appearance="primary"
            disabledFocusable={!isSure}
            onClick={() => wishing.wish({ kind: 'lift' })}
          >
            {said.agree}
          </Button>
        )}
        <Button onClick={() => wishing.wish({ kind: 'withdraw-lift' })}>{said.withdraw}</Button>
      </div>
    </>
  )
}

/** The first administrator’s part: ask, and say why. */
function AskToLift({ wishing }: { wishing: Wishing }): ReactElement {
  const forms = useFormStyles()
  const { release: said } = useWording()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (isGiven(reason)) wishing.wish({ kind: 'ask-to-lift', reason: reason.trim() })
  }
  return (
    <form className={forms.stack} onSubmit={submit} noValidate>
      <Text>{said.liftText}</Text>
      <ReasonField reason={reason} isTried={tried} onChange={setReason} />
      <div>
        <Button type="submit">{said.askLift}</Button>
      </div>
    </form>
  )
}

/** Ending an embargo before its time, which takes two administrators. */
export function Lift({ read }: { read: Tagged<ReleaseInFull> }): ReactElement | null {
  const styles = useStyles()
  const forms = useFormStyles()
  const { release: said } = useWording()
  const { person } = useDesk()
  const at = useServiceClock()
  const wishing = useWishing(read)
  const { lift } = read.value
  const mayAsk =
    change(read.value, { kind: 'ask-to-lift', reason: '…' }, person || '…', at).kind === 'changed'
  if (lift === null && !mayAsk) return null
  const form = lift === null ? <AskToLift wishing={wishing} /> : <Agree lift={lift} wishing={wishing} />
  return (
    <details className={`${styles.lift} ${lift === null ? '' : styles.asked}`} open={lift !== null}>
      <summary>
        <Text as="h3" weight="semibold" className={styles.heading} style={{ display: 'inline' }}>
          {said.lift}
        </Text>
      </summary>
      <div className={forms.stack} style={{ marginTop: '8px' }}>
        {form}
        <SavingNotice saving={wishing.saving} />
      </div>
    </details>
  )
}
