import { BANK_HOLIDAYS } from '../../release/bank-holidays.ts'
import { londonClock, MONTHS } from '../../release/london-time.ts'
import type { ReleaseState } from '../../release/release.ts'
import {
  type AccessEntry,
  type DetailedRelease,
  NO_DETAILS,
  timeFields,
} from '../../release/release-details.ts'
import { change, type Wish } from '../../release/transitions.ts'
import { suggestedTime, timeOfDayFrom } from '../../release/usual-time.ts'
import type { When } from '../../release/when.ts'
import { DIVISIONS } from '../../release/working-days.ts'
import { DEMO_ACCESS, DEMO_SERIES, type DemoSeries } from './demo-series.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** The two administrators of the try-out. */
export const DEMO_ADMINISTRATORS = ['carys@statistics.example', 'dilys@statistics.example'] as const
const [CARYS, DILYS] = DEMO_ADMINISTRATORS

/** A release of the try-out and when it was registered, milliseconds since 1970-01-01T00:00:00Z. */
export type DemoRelease = {
  readonly release: Omit<DetailedRelease, 'id'>
  readonly addedAt: number
  /** Whether it has files of its edition in the register. */
  readonly hasFiles: boolean
}

/** Made before it has an id: rules look at none. */
const NO_ID = { id: '' }

const monthOf = (at: number): string => {
  const { month, year } = londonClock(at)
  return `${MONTHS[month - 1]} ${year}`
}

/** Entries open a day before publication; one was not confirmed for long, for the look-over to find. */
const accessTo = (at: number, addedAt: number, from: number): readonly AccessEntry[] =>
  DEMO_ACCESS.slice(from % 3).map(([address, post, reason, holder], index) => ({
    address,
    post,
    reason,
    holder,
    opensAt: at - (index === 0 ? 24 : 1) * HOUR_MS,
    expiresAt: null,
    confirmedAt: addedAt - (index === 1 ? 250 * DAY_MS : 0),
    confirmedBy: CARYS,
  }))

function registered(
  series: DemoSeries,
  index: number,
  when: When,
  state: ReleaseState,
  addedAt: number,
): Omit<DetailedRelease, 'id'> {
  const fields = timeFields(when)
  return {
    ...NO_DETAILS,
    ...fields,
    series: series.series,
    title: `${series.series}: ${monthOf(fields.at)}`,
    state,
    team: ['ada@statistics.example', 'ben@statistics.example', '@labour-market.statistics.example'],
    access: when.kind === 'instant' ? accessTo(fields.at, addedAt, index) : [],
    producer: series.producer,
    contact: { name: 'Ben Okafor', email: 'ben@statistics.example', telephone: '01632 960001' },
    summary: series.summary,
  }
}

/** The release after what an administrator wished at an instant. */
function after(
  release: Omit<DetailedRelease, 'id'>,
  wish: Wish,
  by: string,
  at: number,
): Omit<DetailedRelease, 'id'> {
  const changed = change({ ...release, ...NO_ID }, wish, by, at)
  if (changed.kind === 'refused') throw new TypeError(`DEMO: ${changed.because}`)
  const { id, ...released } = changed.release
  return released
}

/** What happened to the next release of a series, as each state has to be somewhere. */
function withStory(
  release: Omit<DetailedRelease, 'id'>,
  index: number,
  now: number,
): Omit<DetailedRelease, 'id'> {
  const lately = now - 3 * DAY_MS
  switch (index) {
    case 1: {
      const to: When = { kind: 'instant', at: release.at + DAY_MS }
      return after(release, { kind: 'move', to, reason: 'Late returns from two payrolls.' }, CARYS, lately)
    }
    case 3:
      return after(release, { kind: 'postpone', reason: 'An error in the weights was found.' }, DILYS, lately)
    case 5:
      return after(release, { kind: 'cancel', reason: 'The survey was not carried out.' }, CARYS, lately)
    case 7:
      return after(
        release,
        { kind: 'ask-to-lift', reason: 'The figures were read out in Parliament.' },
        CARYS,
        now - HOUR_MS,
      )
    default:
      return release
  }
}

function releasesOf(series: DemoSeries, index: number, now: number): readonly DemoRelease[] {
  const usual = timeOfDayFrom(series.time)
  const dueAbout = (at: number): When => ({
    kind: 'instant',
    at: suggestedTime(usual, DIVISIONS, BANK_HOLIDAYS, at),
  })
  const past = [330, 270, 210, 150, 90, 30].map((days) => {
    const when = dueAbout(now - (days + index * 2) * DAY_MS)
    const addedAt = timeFields(when).at - 35 * DAY_MS
    const release = registered(series, index, when, 'confirmed', addedAt)
    const published = after(release, { kind: 'publish' }, DILYS, release.at + HOUR_MS)
    return { release: published, addedAt, hasFiles: false }
  })
  const addedAt = now - 20 * DAY_MS
  const next = registered(series, index, dueAbout(now + index * 3 * DAY_MS), 'confirmed', addedAt)
  const { year, month } = londonClock(now + (70 + index * 9) * DAY_MS)
  const months: When = { kind: 'months', from: { year, month }, to: { year, month } }
  const later = registered(series, index, months, 'provisional', addedAt + HOUR_MS)
  return [
    ...past,
    { release: withStory(next, index, now), addedAt, hasFiles: index < 6 },
    { release: later, addedAt: addedAt + HOUR_MS, hasFiles: false },
  ]
}

/** Around the story: what had come out before 16 March 2020, and what was due after it. Days as the calendar had them. */
const AROUND_THE_STORY = [
  [0, Date.UTC(2020, 1, 18, 9, 30)],
  [1, Date.UTC(2020, 1, 18, 9, 30)],
  [2, Date.UTC(2020, 2, 10, 9, 30)],
  [5, Date.UTC(2020, 2, 24, 9, 30)],
  [9, Date.UTC(2020, 3, 7, 8, 30)],
] as const

function storyRelease([index, at]: (typeof AROUND_THE_STORY)[number]): readonly DemoRelease[] {
  const series = DEMO_SERIES[index]
  const addedAt = Date.UTC(2020, 0, 20, 10)
  const when: When = { kind: 'instant', at }
  if (series === undefined) return []
  return [{ release: registered(series, index, when, 'confirmed', addedAt), addedAt, hasFiles: false }]
}

/**
 * Everything in the calendar of the try-out but the story itself: the same for
 * the same instant. Nothing is due between Monday 14:42 and Tuesday 09:30.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export const demoReleases = (now: number): readonly DemoRelease[] => [
  ...AROUND_THE_STORY.flatMap(storyRelease),
  ...DEMO_SERIES.flatMap((series, index) => releasesOf(series, index, now)),
]
