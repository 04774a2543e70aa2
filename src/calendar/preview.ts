import type { DetailedRelease } from '../release/release-details.ts'
import { sameWhen } from '../release/when.ts'
import type { CalendarRow } from './calendar-row.ts'
import { certaintyOf, knownRelease } from './known-release.ts'
import { addition, alteration } from './planned-release.ts'
import type { Import, PlannedRow } from './planned-row.ts'
import { type ReleaseIndex, releaseIndex } from './release-index.ts'
import { ROW } from './wording.ts'

/** The register as the rows before would leave it. */
type Planned = {
  readonly register: ReleaseIndex
  /** What rows without a source add. */
  readonly added: ReleaseIndex
  /** The row that spoke of a release, by the release's id. */
  readonly spoken: Map<string, CalendarRow>
  /** Rows that say different things under one name, by that name. */
  readonly doubtful: ReadonlyMap<string, readonly CalendarRow[]>
}

/**
 * What importing the rows of a calendar would do to the register, row by row in
 * their order. Nothing is done; what is refused is refused alone.
 *
 * Importing what was imported changes nothing. What a row does not say stays as it
 * is. A release that is in the register and not in the file stays too: a calendar
 * of the next three months does not end the embargo on what comes after.
 */
export function preview(
  rows: readonly CalendarRow[],
  releases: readonly DetailedRelease[],
  making: Import,
): readonly PlannedRow[] {
  const planned: Planned = {
    register: releaseIndex(releases),
    added: releaseIndex([]),
    spoken: new Map(),
    doubtful: doubtfulIn(rows),
  }
  const plans = new Map<number, PlannedRow>()
  for (const [index, row] of surestFirst(rows, planned.register)) {
    const plan = planOf(row, planned, making)
    plans.set(index, plan)
    keep(planned, plan, `row ${index}`)
  }
  return [...plans].sort(([one], [other]) => one - other).map(([, plan]) => plan)
}

function surestFirst(
  rows: readonly CalendarRow[],
  register: ReleaseIndex,
): readonly (readonly [number, CalendarRow])[] {
  const numbered = rows.map((row, index) => ({ row, index, certainty: certaintyOf(row, register) }))
  return numbered
    .sort((one, other) => one.certainty - other.certainty || one.index - other.index)
    .map(({ row, index }) => [index, row] as const)
}

/** By what a row is known in its file: its source, else its series, title and time. */
const nameOf = ({ source, series, title, when }: CalendarRow): string =>
  JSON.stringify(source === null ? [series, title, when] : [source])

const contentOf = (row: CalendarRow): string => JSON.stringify({ ...row, line: 0 })

/** The rows of which a file has several that differ: nobody knows which is right, so none is taken. */
function doubtfulIn(rows: readonly CalendarRow[]): ReadonlyMap<string, readonly CalendarRow[]> {
  const named = new Map<string, CalendarRow[]>()
  for (const row of rows) {
    const others = named.get(nameOf(row))
    if (others === undefined) named.set(nameOf(row), [row])
    else others.push(row)
  }
  return new Map([...named].filter(([, same]) => new Set(same.map(contentOf)).size > 1))
}

function planOf(row: CalendarRow, planned: Planned, making: Import): PlannedRow {
  const { register, added, spoken, doubtful } = planned
  const known = knownRelease(row, register, added)
  const release = known.kind === 'new' ? null : known.release
  const other = doubtful.get(nameOf(row))?.find((one) => contentOf(one) !== contentOf(row))
  if (other !== undefined) return contradiction(row, other, release)
  if (known.kind === 'unsure')
    return { kind: 'refused', row, release, field: 'source', because: known.because }
  if (release === null) return addition(row, making)
  const earlier = spoken.get(release.id)
  if (earlier === undefined) return alteration(row, release, making)
  return contentOf(earlier) === contentOf(row)
    ? { kind: 'unchanged', row, release }
    : contradiction(row, earlier, release)
}

/** Takes in what a row would do, so that the next rows are compared with that. */
function keep({ register, added, spoken }: Planned, plan: PlannedRow, newId: string): void {
  const speak = (name: string) => {
    if (!spoken.has(name)) spoken.set(name, plan.row)
  }
  switch (plan.kind) {
    case 'added': {
      const place = plan.row.source === null ? added : register
      place.put({ ...plan.release, id: newId })
      return speak(newId)
    }
    case 'changed':
      register.put(plan.after)
      return speak(plan.before.id)
    case 'unchanged':
      return speak(plan.release.id)
    case 'refused':
      // A row that only may mean a release does not speak of it.
      return plan.release === null || plan.field === 'source' ? undefined : speak(plan.release.id)
  }
}

const contradiction = (
  row: CalendarRow,
  other: CalendarRow,
  release: DetailedRelease | null,
): PlannedRow => ({
  kind: 'refused',
  row,
  release,
  field: sameWhen(row.when, other.when) ? 'title' : 'when',
  because: ROW.contradicted(other.line, other.title),
})
