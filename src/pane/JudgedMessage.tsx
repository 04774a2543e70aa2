import { makeStyles } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { Banner } from './Banner.tsx'
import { PartCard } from './PartCard.tsx'
import { Recipients } from './Recipients.tsx'
import { ReleaseCard } from './ReleaseCard.tsx'
import { Section } from './Section.tsx'
import type { Summary } from './summary.ts'
import type { Judged } from './use-draft.ts'
import type { WaysOut } from './ways-out/use-ways-out.ts'
import { WayNote } from './ways-out/WayNote.tsx'
import { WaysOutOf } from './ways-out/WaysOutOf.tsx'
import { WentOutOf } from './went-out/WentOutOf.tsx'
import type { PaneWording } from './wording.ts'

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0 } })

/** A message that was judged: the verdict, the releases, the parts, the recipients. */
export function JudgedMessage(props: {
  summary: Summary
  judged: Judged
  ways: WaysOut
  clockAheadMs: number
  wording: PaneWording
}): ReactElement {
  const { summary, judged, ways, clockAheadMs, wording } = props
  const styles = useStyles()
  const { verdict, releases, parts, recipients } = summary
  const told =
    verdict === 'allow' && releases.length > 0 ? wording.allowedUnderEmbargo : wording.verdicts[verdict]
  return (
    <>
      <Banner tone={verdict} told={told} more={wording.figuresRead(summary.figures)} />
      <WayNote
        doing={ways.doing}
        note={ways.note}
        then={verdict === 'block' ? '' : wording.waysOut.sendAgain}
      />
      {(verdict !== 'allow' || releases.length > 0) && (
        <WaysOutOf judged={judged} ways={ways} wording={wording} />
      )}
      {releases.length > 0 && (
        <Section heading={wording.releasesHeading}>
          {releases.map((release) => (
            <ReleaseCard key={release.id} release={release} clockAheadMs={clockAheadMs} wording={wording} />
          ))}
        </Section>
      )}
      {parts.length > 0 && (
        <Section heading={wording.partsHeading}>
          <ul className={styles.list}>
            {parts.map((part, index) => (
              // Two attachments may have one name; their order is that of the message.
              // biome-ignore lint/suspicious/noArrayIndexKey: there is nothing else to tell them apart
              <PartCard key={`${index} ${part.part}`} part={part} wording={wording} />
            ))}
          </ul>
        </Section>
      )}
      {releases.length > 0 && (
        <Section heading={wording.recipientsHeading}>
          <Recipients recipients={recipients} wording={wording} />
        </Section>
      )}
      {verdict !== 'allow' && releases.length > 0 && (
        <WentOutOf check={judged.answer.check} clockAheadMs={clockAheadMs} wording={wording} />
      )}
    </>
  )
}
