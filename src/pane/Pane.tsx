import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { receivedItem } from '../outlook/surroundings.ts'
import { Banner } from './Banner.tsx'
import { JudgedMessage } from './JudgedMessage.tsx'
import { OutsideMessage } from './OutsideMessage.tsx'
import { PaneFrame } from './PaneFrame.tsx'
import { ReceivedPane } from './received/ReceivedPane.tsx'
import { type Checked, type Draft, useDraft } from './use-draft.ts'
import { ApprovalsOf } from './ways-out/ApprovalsOf.tsx'
import { useWaysOut, type WaysOut } from './ways-out/use-ways-out.ts'
import type { PaneWording } from './wording.ts'

const useStyles = makeStyles({
  skeleton: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
})

function FirstCheck({ wording }: { wording: PaneWording }): ReactElement {
  const styles = useStyles()
  return (
    <>
      <Banner tone="checking" told={wording.checking} />
      <Skeleton className={styles.skeleton} aria-hidden>
        <SkeletonItem size={16} />
        <SkeletonItem size={64} />
        <SkeletonItem size={64} />
      </Skeleton>
    </>
  )
}

function Message(props: { checked: Checked; ways: WaysOut; wording: PaneWording }): ReactElement {
  const { checked, ways, wording } = props
  if (checked.kind === 'judged')
    return (
      <JudgedMessage
        summary={checked.summary}
        judged={checked.judgement}
        ways={ways}
        clockAheadMs={checked.clockAheadMs}
        wording={wording}
      />
    )
  if (checked.because === 'no-message') return <OutsideMessage wording={wording} />
  return <Banner tone="unknown" told={wording.unfinished[checked.because](checked.detail)} />
}

const checkedAt = ({ checked }: Draft): number | null =>
  checked?.kind === 'judged' ? checked.summary.at : null

/** The task pane: what is known of the message beside it. */
export function Pane({ wording }: { wording: PaneWording }): ReactElement {
  const received = receivedItem()
  return received ? <ReceivedPane item={received} wording={wording} /> : <DraftPane wording={wording} />
}

function DraftPane({ wording }: { wording: PaneWording }): ReactElement {
  const draft = useDraft()
  const { checked, isChecking, reading, checkAgain } = draft
  const ways = useWaysOut(draft, wording)
  return (
    <PaneFrame
      checkedAt={checkedAt(draft)}
      isChecking={isChecking}
      reading={reading}
      wording={wording}
      onCheckAgain={checkAgain}
    >
      {checked ? (
        <Message checked={checked} ways={ways} wording={wording} />
      ) : (
        <FirstCheck wording={wording} />
      )}
      <ApprovalsOf wording={wording} />
    </PaneFrame>
  )
}
