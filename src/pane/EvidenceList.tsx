import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import type { PartSummary } from './summary.ts'
import type { PaneWording } from './wording.ts'

const useStyles = makeStyles({
  details: { marginTop: '8px' },
  summary: {
    cursor: 'pointer',
    padding: '4px 0',
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  place: {
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  where: { display: 'block', color: tokens.colorNeutralForeground2 },
  figures: { display: 'block', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
})

/** Where in the sender’s own file the figures stand. They are shown from the file here; no one else has them. */
export function EvidenceList(props: {
  evidence: PartSummary['evidence']
  wording: PaneWording
}): ReactElement | null {
  const { evidence, wording } = props
  const styles = useStyles()
  if (evidence.length === 0) return null
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{wording.evidenceHeading(evidence.length)}</summary>
      <ul className={styles.list}>
        {evidence.map(({ where, text }) => (
          <li key={`${where} ${text}`} className={styles.place}>
            <Text size={200} className={styles.where}>
              {where}
            </Text>
            <Text className={styles.figures}>{text}</Text>
          </li>
        ))}
      </ul>
    </details>
  )
}
