import { makeStyles, tokens } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import { RELEASE_STATES, type ReleaseState } from '../../release/release.ts'
import { useWording } from '../saving/desk.ts'
import { useServiceClock } from '../time/use-service-clock.ts'
import { StateMark } from './StateMark.tsx'
import { Strip } from './Strip.tsx'
import { useYear } from './use-register.ts'
import { YearTable } from './YearTable.tsx'
import { yearAround } from './year-of-releases.ts'

const MINUTE_MS = 60_000

const useStyles = makeStyles({
  details: { minHeight: '24px' },
  summary: {
    cursor: 'pointer',
    padding: '4px 0',
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 12px',
    margin: '6px 0',
    padding: 0,
    listStyleType: 'none',
  },
  keyItem: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '5px',
    fontSize: tokens.fontSizeBase200,
  },
  mark: { width: '10px', height: '10px' },
})

/** What the marks mean. All of them, always, so that nothing moves when releases come. */
function Key(): ReactElement {
  const styles = useStyles()
  const { states } = useWording()
  return (
    <ul className={styles.key} aria-hidden="true">
      {RELEASE_STATES.map((state: ReleaseState) => (
        <li key={state} className={styles.keyItem}>
          <StateMark state={state} className={styles.mark} />
          {states[state]}
        </li>
      ))}
    </ul>
  )
}

/** A year of releases at a glance, and the same as a table. */
export function YearStrip(): ReactElement {
  const styles = useStyles()
  const wording = useWording()
  const [isOpen, setOpen] = useState(false)
  const minute = Math.floor(useServiceClock() / MINUTE_MS) * MINUTE_MS
  const year = yearAround(minute)
  const { releases, total } = useYear(year)
  const [first = '', last = ''] = [year.months[0], year.months[11]].map((month) =>
    month ? wording.monthsText({ from: month, to: month }) : '',
  )
  return (
    <Section heading={wording.year.heading}>
      <Strip releases={releases} year={year} at={minute} label={wording.year.summary(total, first, last)} />
      <Key />
      <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.summary}>{wording.year.table}</summary>
        {isOpen && <YearTable releases={releases} year={year} />}
      </details>
    </Section>
  )
}
