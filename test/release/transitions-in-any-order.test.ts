import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEmbargoed } from '../../src/release/embargo.ts'
import { type DetailedRelease, timeFields, whenOf } from '../../src/release/release-details.ts'
import { type Changed, change, SHORTEST_NOTICE_MS, type Wish } from '../../src/release/transitions.ts'
import { sameWhen, type When } from '../../src/release/when.ts'
import { detailed, TUESDAY_09_30 } from './detailed-release.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const CARYS = 'carys@statistics.example'
const DEWI = 'dewi@statistics.example'

const MARCH: When = { kind: 'months', from: { year: 2020, month: 3 }, to: { year: 2020, month: 3 } }
const provisional = detailed({ state: 'provisional', ...timeFields(MARCH) })
const instant = (at: number): When => ({ kind: 'instant', at })

describe('whatever administrators wish, in any order', () => {
  const near = fc.integer({ min: -3 * DAY_MS, max: 10 * DAY_MS }).map((ms) => TUESDAY_09_30 + ms)
  const soon = fc.integer({ min: -2 * HOUR_MS, max: 3 * HOUR_MS })
  const months = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 3 }))
    .map(([month, more]): When => {
      const last = new Date(Date.UTC(2020, month - 1 + more))
      return {
        kind: 'months',
        from: { year: 2020, month },
        to: { year: last.getUTCFullYear(), month: last.getUTCMonth() + 1 },
      }
    })
  const reason = fc.constantFrom('', '  ', 'Late returns', 'The website is down')
  const step = fc.record({
    passes: fc.integer({ min: 0, max: 12 * HOUR_MS }),
    by: fc.constantFrom(CARYS, DEWI),
    wish: fc.oneof(
      fc.record({ kind: fc.constant('confirm' as const), to: near, reason }),
      fc.record({ kind: fc.constant('confirm' as const), to: soon, reason, fromNow: fc.constant(true) }),
      fc.record({ kind: fc.constant('move' as const), to: fc.oneof(near.map(instant), months), reason }),
      fc.record({
        kind: fc.constantFrom('postpone' as const, 'cancel' as const, 'ask-to-lift' as const),
        reason,
      }),
      fc.record({ kind: fc.constantFrom('publish' as const, 'withdraw-lift' as const, 'lift' as const) }),
    ),
  })
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
  const start = fc.constantFrom(provisional, detailed(), detailed({ state: 'postponed' }))

  type Made = {
    readonly before: DetailedRelease
    readonly changed: Changed
    readonly at: number
    readonly by: string
  }

  /** Lets administrators do their steps, one after the other, and tells each. */
  function history(first: DetailedRelease, steps: readonly Step[]): Made[] {
    let release = first
    let at = TUESDAY_09_30 - 2 * DAY_MS
    return steps.map(({ passes, by, wish }) => {
      at += passes
      const meant: Wish = wish.kind === 'confirm' && 'fromNow' in wish ? { ...wish, to: at + wish.to } : wish
      const changed = change(release, meant, by, at)
      const made = { before: release, changed, at, by }
      if (changed.kind === 'changed') release = changed.release
      return made
    })
  }

  const always = (check: (made: Made & { readonly after: DetailedRelease }) => void) => {
    let granted = 0
    fc.assert(
      fc.property(start, fc.array(step, { minLength: 1, maxLength: 12 }), (first, steps) => {
        for (const made of history(first, steps))
          if (made.changed.kind === 'changed') {
            granted++
            check({ ...made, after: made.changed.release })
          }
      }),
      { numRuns: 1_000 },
    )
    expect(granted).toBeGreaterThan(500)
  }

  it('nothing becomes provisional again', () => {
    always(({ before, after }) => {
      if (after.state === 'provisional') expect(before.state).toBe('provisional')
    })
  })

  it('what is cancelled or postponed is under embargo, at every time', () => {
    always(({ after, at }) => {
      if (after.state === 'cancelled' || after.state === 'postponed')
        for (const later of [at, after.at, after.at + 1, at + 100 * 365 * DAY_MS])
          expect(isEmbargoed(after, later)).toBe(true)
    })
  })

  it('every move of a time is kept with who and when, and with a reason unless it was provisional', () => {
    always(({ before, after, at, by }) => {
      if (sameWhen(whenOf(before), whenOf(after))) return
      const kept = after.changes[after.changes.length - 1]
      expect(kept).toMatchObject({
        by,
        changedAt: at,
        before: { state: before.state, when: whenOf(before) },
        after: { state: after.state, when: whenOf(after) },
      })
      if (before.state !== 'provisional') expect(kept?.reason.trim()).not.toBe('')
    })
  })

  it('what was kept stays kept: a change adds one entry and touches no other', () => {
    always(({ before, after, changed }) => {
      expect(after.changes.slice(0, -1)).toEqual(before.changes)
      expect(after.changes[after.changes.length - 1]).toEqual(changed.kind === 'changed' && changed.entry)
    })
  })

  it('an embargo ends with a change only when two administrators agree', () => {
    always(({ before, after, at }) => {
      if (!isEmbargoed(before, at) || isEmbargoed(after, at)) return
      const kept = after.changes[after.changes.length - 1]
      expect(kept?.kind).toBe('lifted')
      expect(kept?.askedBy).not.toBe(kept?.by)
      expect(before.lift?.by).toBe(kept?.askedBy)
    })
  })

  it('a confirmed time is exact, and an hour away or later than the one confirmed before', () => {
    always(({ before, after, at }) => {
      if (after.state !== 'confirmed' || after.at === before.at) return
      expect(after.months).toBeNull()
      const agreed = [before, ...before.changes.map(({ before: was }) => was)]
        .filter(({ state }) => state === 'confirmed')
        .map((was) => ('when' in was ? was.when : whenOf(was)))
        .map((when) => (when.kind === 'instant' ? when.at : Number.POSITIVE_INFINITY))
      expect(after.at - at >= SHORTEST_NOTICE_MS || after.at >= Math.min(...agreed)).toBe(true)
      expect(after.at).toBeGreaterThan(at)
    })
  })

  it('a refusal says why in a sentence', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 12 }), (first, steps) => {
        for (const { changed } of history(first, steps))
          if (changed.kind === 'refused')
            for (const said of Object.values(changed.because)) expect(said).toMatch(/^\S.* .*[.]$/)
      }),
    )
  })
})
