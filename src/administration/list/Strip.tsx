import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import type { ReleaseSummary } from '../../register/administration.ts'
import { useWording } from '../saving/desk.ts'
import { StateMark } from './StateMark.tsx'
import { dueWords } from './when-words.ts'
import { MOST_IN_A_WEEK, marksOf, monthsAlong, moreIn, type Year } from './year-of-releases.ts'

/** Room for the name of today above the marks, and for those of months below. Unit: CSS pixels. */
const ABOVE = 20
const BELOW = 22

const useStyles = makeStyles({
  box: { containerType: 'inline-size' },
  strip: {
    // As wide as a week of the strip, so that neighbours never overlap.
    '--mark': 'clamp(5px, 1.35cqi, 13px)',
    '--step': 'calc(var(--mark) + 2px)',
    position: 'relative',
    height: `calc(${MOST_IN_A_WEEK + 1} * var(--step) + ${ABOVE + BELOW}px)`,
    overflow: 'hidden',
  },
  month: {
    position: 'absolute',
    top: `${ABOVE}px`,
    bottom: 0,
    boxSizing: 'border-box',
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    display: 'flex',
    alignItems: 'flex-end',
    justifyContent: 'center',
    fontSize: '10px',
    lineHeight: `${BELOW}px`,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  present: { backgroundColor: tokens.colorNeutralBackground2, fontWeight: tokens.fontWeightSemibold },
  base: {
    position: 'absolute',
    left: 0,
    right: 0,
    bottom: `${BELOW}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  today: {
    position: 'absolute',
    top: 0,
    bottom: `${BELOW}px`,
    borderLeft: `2px solid ${tokens.colorPaletteRedForeground1}`,
  },
  todayName: {
    paddingLeft: '4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: `${ABOVE - 4}px`,
    color: tokens.colorPaletteRedForeground1,
    whiteSpace: 'nowrap',
  },
  mark: {
    position: 'absolute',
    width: 'var(--mark)',
    height: 'var(--mark)',
    marginLeft: 'calc(var(--mark) / -2)',
  },
  more: {
    position: 'absolute',
    width: '24px',
    marginLeft: '-12px',
    textAlign: 'center',
    fontSize: '10px',
    color: tokens.colorNeutralForeground2,
  },
  year: { '@container (max-width: 640px)': { display: 'none' } },
})

const percent = (share: number): string => `${share * 100}%`
const heightOf = (height: number): string => `calc(${height} * var(--step) + ${BELOW + 4}px)`

function Months({ year, at }: { year: Year; at: number }): ReactElement {
  const styles = useStyles()
  const { months } = useWording()
  return (
    <>
      {monthsAlong(year).map(({ month, from, along, share }, index) => (
        <span
          key={from}
          className={mergeClasses(
            styles.month,
            at >= from && at < from + share * (year.to - year.from) && styles.present,
          )}
          style={{ left: percent(along), width: percent(share) }}
        >
          {(months[month.month - 1] ?? '').slice(0, 3)}
          {(index === 0 || month.month === 1) && <span className={styles.year}>&nbsp;{month.year}</span>}
        </span>
      ))}
    </>
  )
}

/** Twelve months with a mark for each release, those of one week above each other, and a line for today. */
export function Strip(props: {
  releases: readonly ReleaseSummary[]
  year: Year
  at: number
  label: string
}): ReactElement {
  const { releases, year, at, label } = props
  const styles = useStyles()
  const wording = useWording()
  return (
    <div className={styles.box}>
      <div className={styles.strip} role="img" aria-label={label}>
        <Months year={year} at={at} />
        <span className={styles.base} />
        {marksOf(releases, year).map(({ release, along, height }) => (
          <StateMark
            key={release.id}
            state={release.state}
            className={styles.mark}
            style={{ left: percent(along), bottom: heightOf(height) }}
            title={`${release.title}, ${dueWords(release, wording)}, ${wording.states[release.state]}`}
          />
        ))}
        {moreIn(releases, year).map(({ along, more }) => (
          <span
            key={along}
            className={styles.more}
            style={{ left: percent(along), bottom: heightOf(MOST_IN_A_WEEK) }}
          >
            +{more}
          </span>
        ))}
        <span className={styles.today} style={{ left: percent((at - year.from) / (year.to - year.from)) }}>
          <span className={styles.todayName}>{wording.year.today}</span>
        </span>
      </div>
    </div>
  )
}
