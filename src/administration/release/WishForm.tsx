import { Button, Text } from '@fluentui/react-components'
import type { FormEvent, ReactElement } from 'react'
import type { ReleaseInFull } from '../../register/administration.ts'
import type { Tagged } from '../list/use-register.ts'
import { useWording } from '../saving/desk.ts'
import { EditingNotice } from '../saving/EditingNotice.tsx'
import { ReasonField } from '../saving/ReasonField.tsx'
import { TimeEntry } from '../time/TimeEntry.tsx'
import { useFormStyles } from '../use-form-styles.ts'
import { fieldsOfRelease } from './fields-of-release.ts'
import { MonthEntry } from './MonthEntry.tsx'
import type { Choice } from './possible-wishes.ts'
import { useWish, type WishInHand } from './use-wish.ts'

function Fields({ wish, choice }: { wish: WishInHand; choice: Choice }): ReactElement {
  const { release: said, time: told } = useWording()
  const { editing, judged, at, needsTime, needsReason, tried } = wish
  const { draft, type } = editing
  return (
    <>
      {needsTime && (
        <TimeEntry
          draft={draft.time}
          judged={judged}
          at={at}
          fault={tried && !judged.isReady ? told.confirmFirst : ''}
          onChange={(time) => type({ ...draft, time })}
        />
      )}
      {choice === 'months' && (
        <MonthEntry month={draft.month} onChange={(month) => type({ ...draft, month })} />
      )}
      {choice === 'cancel' && <Text>{said.final}</Text>}
      {(choice === 'cancel' || choice === 'postpone') && <Text>{said.keepsEmbargo}</Text>}
      {choice !== 'publish' && (
        <ReasonField
          reason={draft.reason}
          isRequired={needsReason}
          isTried={tried}
          onChange={(reason) => type({ ...draft, reason })}
        />
      )}
    </>
  )
}

/** The form of one change of time or state: when, and why. The reason is kept for ever. */
export function WishForm(props: {
  read: Tagged<ReleaseInFull>
  choice: Choice
  onDone: (saved: boolean) => void
}): ReactElement {
  const { read, choice, onDone } = props
  const { release: said, common } = useWording()
  const forms = useFormStyles()
  const wish = useWish(read, choice)
  const { editing } = wish
  const isSaving = editing.saving.kind === 'saving'
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (await wish.submit()) onDone(true)
  }
  const saveMine = async (): Promise<void> => {
    if (await editing.saveMine()) onDone(true)
  }
  return (
    <form className={forms.stack} onSubmit={submit} noValidate>
      <Fields wish={wish} choice={choice} />
      <EditingNotice
        editing={editing}
        fieldsOf={fieldsOfRelease}
        onMine={saveMine}
        onTheirs={() => onDone(false)}
      />
      {editing.saving.kind !== 'conflict' && (
        <div className={forms.row}>
          <Button type="submit" appearance="primary" disabledFocusable={isSaving}>
            {said.wishes[choice]}
          </Button>
          <Button onClick={() => onDone(false)}>{common.cancel}</Button>
        </div>
      )}
    </form>
  )
}
