import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { ReleaseSummary } from '../../register/administration.ts'
import { londonClock } from '../../release/london-time.ts'
import type { ReleaseState } from '../../release/release.ts'
import type { YearMonth } from '../../release/when.ts'
import { PlaceLink } from '../PlaceLink.tsx'
import { useWording } from '../saving/desk.ts'
import { useServiceClock } from '../time/use-service-clock.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { useReleases } from './use-register.ts'
import { byMonth, marksOf, type Year, yearAround } from './year-of-releases.ts'

/** Heights in CSS pixels: the strip, its base line, and a release in it. */
const HEIGHT = 104
const BASE = 82
const STEP = 9

const useStyles = makeStyles({
  strip: { display: 'block', width: '100%', height: `${HEIGHT}px`, overflow: 'visible' },
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
    margin: '4px 0',
    padding: 0,
    listStyleType: 'none',
  },
  keyItem: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    fontSize: tokens.fontSizeBase200,
  },
})

/** State by colour and by shape: filled, ring or square. */
const MARKS: Readonly<Record<ReleaseState, { colour: string; isRing: boolean; isSquare: boolean }>> = {
  provisional: { colour: tokens.colorNeutralForeground3, isRing: true, isSquare: false },
  confirmed: { colour: tokens.colorBrandForeground1, isRing: false, isSquare: false },
  published: { colour: tokens.colorStatusSuccessForeground1, isRing: true, isSquare: false },
  postponed: { colour: tokens.colorStatusWarningForeground1, isRing: false, isSquare: true },
  cancelled: { colour: tokens.colorStatusDangerForeground1, isRing: true, isSquare: true },
}

function MarkShape({ state, x, y }: { state: ReleaseState; x: string; y: number }): ReactElement {
  const { colour, isRing, isSquare } = MARKS[state]
  const paint = { fill: isRing ? tokens.colorNeutralBackground1 : colour, stroke: colour, strokeWidth: 1.5 }
  if (!isSquare) return <circle cx={x} cy={y} r={3} {...paint} />
  return (
    <svg x={x} y={y - 3} overflow="visible" aria-hidden="true">
      <rect x={-3} width={6} height={6} {...paint} />
    </svg>
  )
}

function Strip(props: {
  releases: readonly ReleaseSummary[]
  year: Year
  at: number
  label: string
}): ReactElement {
  const { releases, year, at, label } = props
  const styles = useStyles()
  const { months } = useWording()
  const part = (share: number): string => `${share * 100}%`
  return (
    <svg className={styles.strip} role="img" aria-label={label}>
      <line x1="0" x2="100%" y1={BASE + 6} y2={BASE + 6} stroke={tokens.colorNeutralStrokeAccessible} />
      <line
        x1={part((at - year.from) / (year.to - year.from))}
        x2={part((at - year.from) / (year.to - year.from))}
        y1="0"
        y2={BASE + 6}
        stroke={tokens.colorPaletteRedForeground1}
        strokeDasharray="3 2"
      />
      {year.months.map(({ month }, index) => (
        <text
          key={month}
          x={part((index + 0.5) / 12)}
          y={HEIGHT - 2}
          textAnchor="middle"
          fontSize="10"
          fill={tokens.colorNeutralForeground2}
        >
          {(months[month - 1] ?? '').slice(0, 3)}
        </text>
      ))}
      {marksOf(releases, year).map(({ release, along, height }) => (
        <MarkShape key={release.id} state={release.state} x={part(along)} y={BASE - height * STEP} />
      ))}
    </svg>
  )
}

function YearTable({ releases, year }: { releases: readonly ReleaseSummary[]; year: Year }): ReactElement {
  const forms = useFormStyles()
  const wording = useWording()
  const nameOf = ({ year, month }: YearMonth) =>
    wording.monthsText({ from: { year, month }, to: { year, month } })
  return (
    <table className={forms.table}>
      <thead>
        <tr>
          <th scope="col">{wording.year.month}</th>
          <th scope="col">{wording.year.releases}</th>
        </tr>
      </thead>
      <tbody>
        {byMonth(releases, year).map(({ month, releases }) => (
          <tr key={nameOf(month)}>
            <th scope="row">{nameOf(month)}</th>
            <td>
              {releases.length === 0 && wording.common.none}
              <ul className={forms.list}>
                {releases.map(({ id, title, at, state }) => (
                  <li key={id}>
                    {londonClock(at).day}:{' '}
                    <PlaceLink to={{ screen: 'release', id, part: 'about' }}>{title}</PlaceLink>,{' '}
                    {wording.states[state]}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A year of releases at a glance, and the same as a table. */
export function YearStrip(): ReactElement {
  const styles = useStyles()
  const wording = useWording()
  const minute = Math.floor(useServiceClock() / 60_000) * 60_000
  const year = yearAround(minute)
  const { data } = useReleases({ from: year.from, to: year.to, sort: 'due', size: 200 })
  const releases = data?.value.releases ?? []
  const [first, last] = [year.months[0], year.months[11]].map((month) =>
    month ? wording.monthsText({ from: month, to: month }) : '',
  )
  const label = wording.year.summary(data?.value.total ?? 0, first ?? '', last ?? '')
  const states = Object.keys(MARKS).flatMap(
    (name) => releases.find(({ state }) => state === name)?.state ?? [],
  )
  return (
    <Section heading={wording.year.heading}>
      <Strip releases={releases} year={year} at={minute} label={label} />
      <ul className={styles.key} aria-hidden="true">
        {states.map((state) => (
          <li key={state} className={styles.keyItem}>
            <svg width="10" height="10" aria-hidden="true">
              <MarkShape state={state} x="5" y={5} />
            </svg>
            {wording.states[state]}
          </li>
        ))}
      </ul>
      <details className={styles.details}>
        <summary className={styles.summary}>{wording.year.table}</summary>
        <YearTable releases={releases} year={year} />
      </details>
    </Section>
  )
}
