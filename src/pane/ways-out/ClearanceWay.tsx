import { Button, Field, makeStyles, Text, Textarea } from '@fluentui/react-components'
import { PersonAvailable16Regular } from '@fluentui/react-icons'
import { type ReactElement, useState } from 'react'
import type { Clearance } from '../../register/clearance.ts'
import { londonWords } from '../../release/london-words.ts'
import type { PaneWording } from '../wording.ts'
import { useClearance } from './use-clearance.ts'
import { Way } from './Way.tsx'
import { WayNote } from './WayNote.tsx'

const useStyles = makeStyles({
  field: { width: '100%' },
  button: { whiteSpace: 'normal', textAlign: 'start' },
})

/** While one of these stands there is nothing to ask for. */
const STANDING: readonly string[] = ['asked', 'granted']

function stateText(clearance: Clearance, { waysOut, language }: PaneWording): string {
  return waysOut.clearance.states[clearance.state]({
    by: clearance.decidedBy ?? '',
    until: londonWords(clearance.until, language),
    decision: clearance.decision ?? '',
  })
}

/** Asks a second person, says what came of it. */
export function ClearanceWay(props: {
  check: string
  /** Whether the message is held, so that there is something to ask for. */
  canAsk: boolean
  wording: PaneWording
}): ReactElement | null {
  const { check, canAsk, wording } = props
  const { clearance, isAsking, fault, ask } = useClearance(check, wording)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const styles = useStyles()
  const words = wording.waysOut.clearance
  const tone = clearance?.state === 'granted' || clearance?.state === 'asked' ? 'success' : 'error'
  if (!canAsk && !clearance) return null
  const send = (): void => {
    setMissing(reason.trim() === '')
    if (reason.trim() !== '') ask(reason.trim())
  }
  return (
    <Way heading={words.heading}>
      <WayNote
        doing={isAsking ? words.asking : null}
        note={
          fault !== null
            ? { tone: 'error', text: fault }
            : clearance && { tone, text: stateText(clearance, wording) }
        }
      />
      {canAsk && !STANDING.includes(clearance?.state ?? '') && (
        <>
          <Text>{words.what}</Text>
          <Field
            className={styles.field}
            label={words.reason}
            {...(isMissing ? { validationMessage: words.reasonMissing } : {})}
          >
            <Textarea value={reason} onChange={(_event, { value }) => setReason(value)} maxLength={1_000} />
          </Field>
          <Button
            className={styles.button}
            icon={<PersonAvailable16Regular />}
            disabledFocusable={isAsking}
            onClick={send}
          >
            {words.ask}
          </Button>
        </>
      )}
    </Way>
  )
}
