import { Button, Field, makeStyles, Text, Textarea } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import type { Clearance } from '../../register/clearance.ts'
import { Section } from '../Section.tsx'
import type { PaneWording } from '../wording.ts'
import { type Approvals, useApprovals } from './use-approvals.ts'
import type { WayNote as Note } from './use-ways-out.ts'
import { Way } from './Way.tsx'
import { WayNote } from './WayNote.tsx'

const useStyles = makeStyles({
  field: { width: '100%' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** One question, with a field for the reason and two buttons; none for who asked it. */
function Approval(props: {
  clearance: Clearance
  isOwn: boolean
  wording: PaneWording
  onDecide: (granted: boolean, reason: string) => Promise<void>
}): ReactElement {
  const { clearance, isOwn, wording, onDecide } = props
  const words = wording.waysOut.approvals
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const styles = useStyles()
  const decide = async (granted: boolean): Promise<void> => {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return
    setBusy(true)
    await onDecide(granted, reason.trim())
    setBusy(false)
  }
  const parts = Array.from(new Set(clearance.findings.map(({ part }) => part))).join(', ')
  return (
    <Way heading={words.asks(clearance.askedBy)}>
      <Text>{words.forMessage(parts, clearance.recipients.join(', '))}</Text>
      <Text>{words.because(clearance.reason)}</Text>
      {isOwn ? (
        <Text>{words.own}</Text>
      ) : (
        <>
          <Field
            className={styles.field}
            label={words.reason}
            {...(isMissing ? { validationMessage: words.reasonMissing } : {})}
          >
            <Textarea value={reason} onChange={(_event, { value }) => setReason(value)} maxLength={1_000} />
          </Field>
          <div className={styles.buttons}>
            <Button disabledFocusable={isBusy} onClick={() => void decide(true)}>
              {words.grant}
            </Button>
            <Button disabledFocusable={isBusy} onClick={() => void decide(false)}>
              {words.refuse}
            </Button>
          </div>
        </>
      )}
    </Way>
  )
}

function Open({ approvals, wording }: { approvals: Approvals; wording: PaneWording }): ReactElement | null {
  const [note, setNote] = useState<Note | null>(null)
  const words = wording.waysOut.approvals
  const decide = async ({ id, askedBy }: Clearance, granted: boolean, reason: string): Promise<void> => {
    const got = await approvals.decide(id, { granted, reason })
    if (got.kind === 'got')
      setNote({ tone: 'success', text: granted ? words.granted(askedBy) : words.refused(askedBy) })
    else {
      const because = got.kind === 'refused' ? got.because : wording.waysOut.clearance.unreachable
      setNote({ tone: 'error', text: words.notDecided(because) })
    }
  }
  if (approvals.open.length === 0 && note === null) return null
  return (
    <Section heading={words.heading(approvals.open.length)}>
      <WayNote doing={null} note={note} />
      {approvals.open.map((clearance) => (
        <Approval
          key={clearance.id}
          clearance={clearance}
          isOwn={sameAddress(clearance.askedBy, approvals.me)}
          wording={wording}
          onDecide={(granted, reason) => decide(clearance, granted, reason)}
        />
      ))}
    </Section>
  )
}

/** For administrators: the clearances that others ask for, with what it takes to decide them. */
export function ApprovalsOf({ wording }: { wording: PaneWording }): ReactElement | null {
  const approvals = useApprovals()
  return approvals && <Open approvals={approvals} wording={wording} />
}
