import { Badge, Text } from '@fluentui/react-components'
import { Document20Regular, TextDescription20Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { BODY } from '../guard.ts'
import type { Finding } from '../register/contract.ts'
import { EvidenceList } from './EvidenceList.tsx'
import { FileName } from './FileName.tsx'
import type { PartSummary } from './summary.ts'
import { useCardStyles } from './use-card-styles.ts'
import type { PaneWording } from './wording.ts'

const COLOURS = { allow: 'success', warn: 'warning', block: 'danger' } as const

/** Not read, with nothing else said of it: neither found nor cleared. */
const isOnlyUnread = ({ unreadable, findings }: PartSummary): boolean =>
  unreadable !== null && findings.length === 0

function PartBadge({ part, wording }: { part: PartSummary; wording: PaneWording }): ReactElement {
  if (isOnlyUnread(part))
    return (
      <Badge appearance="tint" color="informative">
        {wording.notRead}
      </Badge>
    )
  return (
    <Badge appearance="tint" color={COLOURS[part.verdict]}>
      {wording.partVerdicts[part.verdict]}
    </Badge>
  )
}

/** What was found and, where the recipients’ own list does not say it, why. */
function FindingText({ finding, wording }: { finding: Finding; wording: PaneWording }): ReactElement {
  const styles = useCardStyles()
  const about = finding.release?.title.concat('.')
  const why = finding.recipients.length === 0 ? wording.reasons[finding.reason] : undefined
  const said = [wording.kinds[finding.kind], about, why].filter((sentence) => sentence !== undefined)
  return <Text className={styles.said}>{said.join(' ')}</Text>
}

/** One attachment, file inside one, or the text: its verdict, what was found and where. */
export function PartCard({ part, wording }: { part: PartSummary; wording: PaneWording }): ReactElement {
  const styles = useCardStyles()
  const isBody = part.part === BODY
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        {isBody ? <TextDescription20Regular aria-hidden /> : <Document20Regular aria-hidden />}
        <Text weight="semibold" className={styles.name}>
          {isBody ? wording.body : <FileName name={part.part} />}
        </Text>
        <PartBadge part={part} wording={wording} />
      </div>
      {part.findings.map((finding) => (
        <FindingText key={`${finding.kind} ${finding.release?.id}`} finding={finding} wording={wording} />
      ))}
      {isOnlyUnread(part) && part.unreadable && (
        <Text className={styles.said}>{wording.reasons[part.unreadable]}</Text>
      )}
      <EvidenceList evidence={part.evidence} wording={wording} />
    </li>
  )
}
