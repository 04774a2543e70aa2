import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import type { Service } from '../../outlook/ask-service.ts'
import { surroundings } from '../../outlook/surroundings.ts'
import { londonWords } from '../../release/london-words.ts'
import { CopyButton } from '../CopyButton.tsx'
import { Section } from '../Section.tsx'
import { Way } from '../ways-out/Way.tsx'
import { WayNote } from '../ways-out/WayNote.tsx'
import type { PaneWording } from '../wording.ts'
import { useWentOut, type WentOutInHand } from './use-went-out.ts'
import { WENT_OUT_STEPS, type WentOutStep } from './went-out-wording.ts'

const useStyles = makeStyles({
  field: { width: '100%' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  button: { whiteSpace: 'normal', textAlign: 'start' },
  done: { color: tokens.colorStatusSuccessForeground1 },
})

function StepOf(props: { step: WentOutStep; inHand: WentOutInHand; wording: PaneWording }): ReactElement {
  const { step, inHand, wording } = props
  const styles = useStyles()
  const { title, text } = wording.wentOut.steps[step]
  const at = inHand.done[step]
  return (
    <Way heading={title}>
      <Text>{text}</Text>
      {step === 'deletionAskedAt' && inHand.request !== '' && (
        <>
          <Field className={styles.field} label={wording.wentOut.request}>
            <Textarea value={inHand.request} readOnly rows={6} />
          </Field>
          <CopyButton label={wording.wentOut.copy} wording={wording} text={async () => inHand.request} />
        </>
      )}
      {at === null ? (
        <Button aria-label={`${wording.wentOut.now}: ${title}`} onClick={() => inHand.mark(step)}>
          {wording.wentOut.now}
        </Button>
      ) : (
        <Text className={styles.done}>{wording.wentOut.doneAt(londonWords(at, wording.language))}</Text>
      )}
    </Way>
  )
}

/** Hands a file to the browser to keep. */
function download(blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = 'breach-report.docx'
  link.click()
  URL.revokeObjectURL(address)
}

function Checklist(props: {
  check: string
  clockAheadMs: number
  wording: PaneWording
  service: Service
}): ReactElement {
  const { check, clockAheadMs, wording, service } = props
  const inHand = useWentOut(check, clockAheadMs, wording, service)
  const styles = useStyles()
  const words = wording.wentOut
  const save = async (): Promise<void> => {
    const blob = await inHand.report('docx')
    if (blob) download(blob)
  }
  return (
    <Section heading={words.heading}>
      <Text>{words.what}</Text>
      <WayNote doing={null} note={inHand.fault === null ? null : { tone: 'error', text: inHand.fault }} />
      {WENT_OUT_STEPS.map((step) => (
        <StepOf key={step} step={step} inHand={inHand} wording={wording} />
      ))}
      <Way heading={words.reportHeading}>
        <Text>{words.reportWhat}</Text>
        <div className={styles.buttons}>
          <Button className={styles.button} onClick={() => void save()}>
            {words.docx}
          </Button>
          <CopyButton
            label={words.copyReport}
            wording={wording}
            text={async () => (await inHand.report('text'))?.text() ?? ''}
          />
        </div>
      </Way>
    </Section>
  )
}

/**
 * When the message of a check got out all the same: what to do, with the times,
 * and the report.
 *
 * @param props.clockAheadMs what the service’s clock is ahead of this machine’s
 * @param props.service whom it is told, where that is not the one around the add-in
 */
export function WentOutOf(props: {
  check: string
  clockAheadMs: number
  wording: PaneWording
  /** It is known that it went out, not only possible. */
  isKnown?: boolean
  service?: Service
}): ReactElement {
  const { service = surroundings().service, isKnown = false } = props
  const [check, setCheck] = useState<string | null>(null)
  const styles = useStyles()
  if (check !== null) return <Checklist {...props} check={check} service={service} />
  return (
    <Button
      className={styles.button}
      appearance={isKnown ? 'primary' : 'subtle'}
      onClick={() => setCheck(props.check)}
    >
      {props.wording.wentOut.open}
    </Button>
  )
}
