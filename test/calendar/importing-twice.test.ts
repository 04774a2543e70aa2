import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarRow } from '../../src/calendar/calendar-row.ts'
import type { Import, PlannedRow } from '../../src/calendar/planned-row.ts'
import { preview } from '../../src/calendar/preview.ts'
import { rowOf } from '../../src/calendar/row-of.ts'
import { isEmbargoed } from '../../src/release/embargo.ts'
import type { DetailedRelease } from '../../src/release/release-details.ts'
import type { When } from '../../src/release/when.ts'
import { row, TUESDAY_07_00 } from './fixtures.ts'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 4, 12, 16)
const IMPORT: Import = { by: 'carys@statistics.example', at: NOW, reason: '' }

const when = fc.oneof(
  fc
    .integer({ min: -20, max: 20 })
    .map((days): When => ({ kind: 'instant', at: TUESDAY_07_00 + days * DAY_MS })),
  fc.constantFrom(5, 6).map((month): When => {
    const one = { year: 2026, month }
    return { kind: 'months', from: one, to: one }
  }),
)

/** Rows about few releases, so that they meet: with and without sources, alike in title, in any state. */
const calendarRow = fc
  .record({
    line: fc.integer({ min: 1, max: 99 }),
    source: fc.constantFrom(null, '/r/1', '/r/2', '/r/3'),
    series: fc.constantFrom(null, 'UK labour market', 'Wages'),
    title: fc.constantFrom('UK labour market: May 2026', 'Wages: May 2026', 'Wages', 'wages'),
    when,
    state: fc.constantFrom('provisional', 'confirmed', 'published', 'postponed', 'cancelled'),
    producer: fc.constantFrom('', 'ONS'),
    notice: fc.constantFrom('', 'Combined with June'),
    reason: fc.constantFrom('', 'Late returns'),
  })
  .filter(
    ({ when: due, state }) => due.kind === 'instant' || (state !== 'confirmed' && state !== 'published'),
  )
  .map(row)

const file = fc.array(calendarRow, { minLength: 1, maxLength: 6 })

/** The register after an import. */
function applied(plans: readonly PlannedRow[], releases: readonly DetailedRelease[]): DetailedRelease[] {
  const changed = new Map(
    plans.flatMap((plan) => (plan.kind === 'changed' ? [[plan.before.id, plan.after]] : [])),
  )
  const added = plans.flatMap((plan, index) =>
    plan.kind === 'added' ? [{ ...plan.release, id: `${releases.length}-${index}` }] : [],
  )
  return [...releases.map((release) => changed.get(release.id) ?? release), ...added]
}

const imported = (rows: readonly CalendarRow[], releases: readonly DetailedRelease[], at = NOW) =>
  applied(preview(rows, releases, { ...IMPORT, at }), releases)

const register = fc
  .array(file, { maxLength: 3 })
  .map((files) => files.reduce<DetailedRelease[]>((releases, rows) => imported(rows, releases), []))

describe('whatever calendars are imported', () => {
  it('importing one twice changes nothing the second time', () => {
    fc.assert(
      fc.property(register, file, (releases, rows) => {
        const first = preview(rows, releases, IMPORT)
        const once = applied(first, releases)
        const second = preview(rows, once, IMPORT)
        expect(second.map(({ kind }) => kind)).not.toContain('added')
        expect(second.map(({ kind }) => kind)).not.toContain('changed')
        expect(applied(second, once)).toEqual(once)
      }),
      { numRuns: 2_000 },
    )
  })

  it('every row is added, changed, unchanged or refused with a sentence, in its order', () => {
    fc.assert(
      fc.property(register, file, (releases, rows) => {
        const plans = preview(rows, releases, IMPORT)
        expect(plans.map((plan) => plan.row)).toEqual(rows)
        for (const plan of plans)
          if (plan.kind === 'refused')
            for (const said of Object.values(plan.because)) expect(said).toMatch(/[.?]$/)
      }),
    )
  })

  it('no release is lost, and no embargo ends by an import before its time', () => {
    fc.assert(
      fc.property(register, file, (releases, rows) => {
        const after = imported(rows, releases)
        for (const before of releases) {
          const now = after.find(({ id }) => id === before.id)
          expect(now).toBeDefined()
          if (now !== undefined && isEmbargoed(before, NOW)) expect(isEmbargoed(now, NOW)).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('two releases of the register are never merged or doubled by our own export', () => {
    fc.assert(
      fc.property(register, (releases) => {
        const rows = releases.map((release): CalendarRow => ({ ...rowOf(release), line: 1 }))
        for (const plan of preview(rows, releases, IMPORT)) expect(plan.kind).toBe('unchanged')
      }),
    )
  })
})
