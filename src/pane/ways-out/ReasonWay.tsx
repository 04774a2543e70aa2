import { Button, Field, makeStyles, Radio, RadioGroup, Text, Textarea } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { surroundings } from '../../outlook/surroundings.ts'
import type { SendReason } from '../../register/clearance.ts'
import { askPane } from '../pane-service.ts'
import type { PaneWording } from '../wording.ts'
import type { WayNote as Note } from './use-ways-out.ts'
import { Way } from './Way.tsx'
import { WayNote } from './WayNote.tsx'

const useStyles = makeStyles({
  field: { width: '100%' },
  button: { whiteSpace: 'normal', textAlign: 'start' },
})

const OTHER = 'other'

async function keep(check: string, reason: string, { waysOut }: PaneWording): Promise<Note> {
  const sent: SendReason = { reason }
  const path = `/api/checks/${encodeURIComponent(check)}/reason`
  const got = await askPane<unknown>(surroundings().service, 'POST', path, sent)
  if (got.kind === 'got') return { tone: 'success', text: waysOut.reason.kept }
  const because = got.kind === 'refused' ? got.because : waysOut.clearance.unreachable
  return { tone: 'error', text: waysOut.reason.notKept(because) }
}

/** Why somebody means to send what was warned of, kept before they do. */
export function ReasonWay({ check, wording }: { check: string; wording: PaneWording }): ReactElement {
  const [choice, setChoice] = useState('')
  const [typed, setTyped] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [isKeeping, setKeeping] = useState(false)
  const [note, setNote] = useState<Note | null>(null)
  const styles = useStyles()
  const words = wording.waysOut.reason
  const reason = choice === OTHER ? typed.trim() : (words.choices[Number(choice || Number.NaN)] ?? '')
  const send = async (): Promise<void> => {
    setMissing(reason === '')
    if (reason === '') return
    setKeeping(true)
    setNote(await keep(check, reason, wording))
    setKeeping(false)
  }
  return (
    <Way heading={words.heading}>
      <Text>{words.what}</Text>
      <Field className={styles.field} {...(isMissing ? { validationMessage: words.missing } : {})}>
        <RadioGroup
          aria-label={words.heading}
          value={choice}
          onChange={(_event, { value }) => setChoice(value)}
        >
          {words.choices.map((text, index) => (
            <Radio key={text} value={String(index)} label={text} />
          ))}
          <Radio value={OTHER} label={words.other} />
        </RadioGroup>
      </Field>
      {choice === OTHER && (
        <Field className={styles.field} label={words.other}>
          <Textarea value={typed} onChange={(_event, { value }) => setTyped(value)} maxLength={1_000} />
        </Field>
      )}
      <Button className={styles.button} disabledFocusable={isKeeping} onClick={() => void send()}>
        {words.keep}
      </Button>
      <WayNote doing={isKeeping ? words.keeping : null} note={note} />
    </Way>
  )
}
