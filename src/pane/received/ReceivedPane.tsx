import { makeStyles } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import type { Judgement } from '../../outlook/check-draft.ts'
import type { ReceivedItem } from '../../outlook/received-item.ts'
import { Banner, type Tone } from '../Banner.tsx'
import { PaneFrame } from '../PaneFrame.tsx'
import { Section } from '../Section.tsx'
import { WentOutOf } from '../went-out/WentOutOf.tsx'
import type { PaneWording } from '../wording.ts'
import { ByMistake } from './ByMistake.tsx'
import { ReceivedCard } from './ReceivedCard.tsx'
import { type ReceivedPart, receivedParts, type Standing } from './received-parts.ts'
import { type Received, useReceived } from './use-received.ts'

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0 } })

const TONES: Readonly<Record<Standing['kind'], Tone>> = {
  'may-not': 'block',
  may: 'warn',
  possible: 'warn',
  unread: 'unknown',
  published: 'allow',
  unknown: 'allow',
}

function ReceivedBanner(props: {
  parts: readonly ReceivedPart[]
  isOwn: boolean
  wording: PaneWording
}): ReactElement {
  const { parts, isOwn, wording } = props
  const { banners } = wording.received
  const gravest = parts[0]?.standing.kind
  if (!gravest) return <Banner tone="allow" told={banners.nothing} />
  return <Banner tone={TONES[gravest]} told={banners[isOwn && gravest === 'may-not' ? 'own' : gravest]} />
}

function Judged(props: {
  judged: Extract<Judgement, { kind: 'judged' }>
  received: Received
  wording: PaneWording
}): ReactElement {
  const { judged, received, wording } = props
  const { isOwn, clockAheadMs } = received
  const { answer } = judged
  const styles = useStyles()
  const parts = receivedParts(judged.parts, answer)
  const wrong = parts.filter(({ standing }) => standing.kind === 'may-not')
  return (
    <>
      <ReceivedBanner parts={parts} isOwn={isOwn} wording={wording} />
      {parts.length > 0 && (
        <Section heading={isOwn ? wording.received.ownHeading : wording.received.partsHeading}>
          <ul className={styles.list}>
            {parts.map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two attachments may have one name
              <ReceivedCard key={`${index} ${part.part}`} received={part} isOwn={isOwn} wording={wording} />
            ))}
          </ul>
        </Section>
      )}
      {wrong.length > 0 && !isOwn && <ByMistake parts={wrong} wording={wording} />}
      {wrong.length > 0 && isOwn && (
        <WentOutOf
          check={answer.received?.sentIn ?? answer.check}
          clockAheadMs={clockAheadMs}
          wording={wording}
          isKnown
        />
      )}
    </>
  )
}

function Message(props: { received: Received; wording: PaneWording }): ReactElement {
  const { received, wording } = props
  const { judgement } = received
  if (judgement === null) return <Banner tone="checking" told={wording.received.checking} />
  if (judgement.kind === 'judged') return <Judged judged={judgement} received={received} wording={wording} />
  return <Banner tone="unknown" told={wording.received.unfinished} />
}

/** The pane beside a message that is being read: what each attachment is, and what to do if it should not be here. */
export function ReceivedPane(props: { item: ReceivedItem; wording: PaneWording }): ReactElement {
  const { item, wording } = props
  const received = useReceived(item)
  const { judgement, isChecking, lookAgain } = received
  return (
    <PaneFrame
      checkedAt={judgement?.kind === 'judged' ? judgement.answer.at : null}
      isChecking={isChecking}
      wording={wording}
      onCheckAgain={lookAgain}
    >
      <Message received={received} wording={wording} />
    </PaneFrame>
  )
}
