import { describe, expect, it } from 'vitest'
import { isEmbargoed } from '../../src/release/embargo.ts'
import type { DetailedRelease } from '../../src/release/release-details.ts'
import { timeFields } from '../../src/release/release-details.ts'
import { type Changed, change, SHORTEST_NOTICE_MS, type Wish } from '../../src/release/transitions.ts'
import type { When } from '../../src/release/when.ts'
import { detailed, entry, TUESDAY_09_30 } from './detailed-release.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const CARYS = 'carys@statistics.example'
const DEWI = 'dewi@statistics.example'

const MARCH: When = { kind: 'months', from: { year: 2020, month: 3 }, to: { year: 2020, month: 3 } }
const provisional = detailed({ state: 'provisional', ...timeFields(MARCH) })

const releaseAfter = (changed: Changed): DetailedRelease => {
  if (changed.kind === 'refused') throw new Error(changed.because.en)
  return changed.release
}
const refusalOf = (changed: Changed): string =>
  changed.kind === 'refused' ? changed.refusal : `granted: ${changed.entry.kind}`
const instant = (at: number): When => ({ kind: 'instant', at })

describe('a provisional release', () => {
  it('is confirmed with an exact time', () => {
    const confirmed = releaseAfter(
      change(
        provisional,
        { kind: 'confirm', to: TUESDAY_09_30, reason: '' },
        CARYS,
        TUESDAY_09_30 - 28 * DAY_MS,
      ),
    )
    expect(confirmed).toMatchObject({
      state: 'confirmed',
      at: TUESDAY_09_30,
      london: '2020-03-17 09:30',
      months: null,
    })
  })

  it('moves without a reason, and the move is kept all the same', () => {
    const to: When = { kind: 'months', from: { year: 2020, month: 4 }, to: { year: 2020, month: 5 } }
    const moved = releaseAfter(change(provisional, { kind: 'move', to, reason: '' }, CARYS, MONDAY_14_42))
    expect(moved.months).toEqual({ from: { year: 2020, month: 4 }, to: { year: 2020, month: 5 } })
    expect(moved.changes).toEqual([
      {
        kind: 'moved',
        by: CARYS,
        askedBy: null,
        changedAt: MONDAY_14_42,
        before: { state: 'provisional', when: MARCH },
        after: { state: 'provisional', when: to },
        reason: '',
      },
    ])
  })

  it('is not recorded as published: nothing was confirmed', () => {
    expect(refusalOf(change(provisional, { kind: 'publish' }, CARYS, TUESDAY_09_30))).toBe(
      'not-from-this-state',
    )
  })

  it('is not confirmed for a time that is over, or that comes before anybody could notice', () => {
    const at = (to: number) =>
      refusalOf(change(provisional, { kind: 'confirm', to, reason: '' }, CARYS, MONDAY_14_42))
    expect(at(MONDAY_14_42)).toBe('in-the-past')
    expect(at(MONDAY_14_42 + 1)).toBe('too-soon')
    expect(at(MONDAY_14_42 + SHORTEST_NOTICE_MS - 1)).toBe('too-soon')
    expect(at(MONDAY_14_42 + SHORTEST_NOTICE_MS)).toBe('granted: confirmed')
    expect(at(Number.NaN)).toBe('not-an-instant')
  })
})

describe('a confirmed release', () => {
  const release = detailed({ access: [entry()] })
  const move = (to: When, reason: string, at = MONDAY_14_42) =>
    change(release, { kind: 'move', to, reason }, CARYS, at)

  it('moves with a reason, which is kept with who, when, before and after', () => {
    const next = TUESDAY_09_30 + 7 * DAY_MS
    const changed = move(instant(next), '  Late returns from two departments. ')
    expect(changed).toMatchObject({
      kind: 'changed',
      release: { state: 'confirmed', at: next, london: '2020-03-24 09:30' },
      entry: {
        kind: 'moved',
        by: CARYS,
        changedAt: MONDAY_14_42,
        before: { state: 'confirmed', when: instant(TUESDAY_09_30) },
        after: { state: 'confirmed', when: instant(next) },
        reason: 'Late returns from two departments.',
      },
    })
  })

  it('does not move without a reason, nor for one of blanks', () => {
    expect(refusalOf(move(instant(TUESDAY_09_30 + DAY_MS), ''))).toBe('reason-missing')
    expect(refusalOf(move(instant(TUESDAY_09_30 + DAY_MS), ' \t\n'))).toBe('reason-missing')
  })

  it('takes its pre-release access with it: a day before it stays a day before it', () => {
    const moved = releaseAfter(move(instant(TUESDAY_09_30 + 7 * DAY_MS), 'Late returns'))
    expect(moved.access.map(({ opensAt }) => moved.at - opensAt)).toEqual([DAY_MS])
  })

  it('does not go back to some day of a month', () => {
    expect(refusalOf(move(MARCH, 'Late returns'))).toBe('not-exact')
  })

  it('is not moved to the time it has', () => {
    expect(refusalOf(move(instant(TUESDAY_09_30), 'Late returns'))).toBe('nothing-changes')
  })

  it('is not brought forward to now or the next hour by one administrator', () => {
    expect(refusalOf(move(instant(MONDAY_14_42), 'Wrong time'))).toBe('in-the-past')
    expect(refusalOf(move(instant(MONDAY_14_42 + HOUR_MS - 1), 'Wrong time'))).toBe('too-soon')
    expect(refusalOf(move(instant(MONDAY_14_42 + HOUR_MS), 'Wrong time'))).toBe('granted: moved')
  })

  it('is put off by a quarter of an hour at the last minute: later than announced is no surprise', () => {
    const later = instant(TUESDAY_09_30 + 15 * 60_000)
    expect(refusalOf(move(later, 'The website is down', TUESDAY_09_30 - 60_000))).toBe('granted: moved')
  })

  it('is not recorded as published a millisecond before its time, and is at its time', () => {
    expect(refusalOf(change(release, { kind: 'publish' }, CARYS, TUESDAY_09_30 - 1))).toBe('before-its-time')
    expect(releaseAfter(change(release, { kind: 'publish' }, CARYS, TUESDAY_09_30)).state).toBe('published')
  })

  it('is postponed and cancelled only with a reason, which the public is told', () => {
    for (const kind of ['postpone', 'cancel'] as const) {
      expect(refusalOf(change(release, { kind, reason: ' ' }, CARYS, MONDAY_14_42))).toBe('reason-missing')
      const changed = releaseAfter(change(release, { kind, reason: 'Quality concerns' }, CARYS, MONDAY_14_42))
      expect(changed.notice).toBe('Quality concerns')
      expect(isEmbargoed(changed, TUESDAY_09_30)).toBe(true)
    }
  })
})

describe('a postponed release', () => {
  const at0925 = TUESDAY_09_30 - 5 * 60_000
  const postponed = releaseAfter(
    change(detailed(), { kind: 'postpone', reason: 'The website is down' }, CARYS, at0925),
  )
  const confirm = (to: number, at: number, reason = 'The website is up') =>
    change(postponed, { kind: 'confirm', to, reason }, CARYS, at)

  it('comes out half an hour late when the website is back: no second person is needed for that', () => {
    const to = TUESDAY_09_30 + 30 * 60_000
    expect(refusalOf(confirm(TUESDAY_09_30, TUESDAY_09_30 - 1))).toBe('granted: confirmed')
    expect(releaseAfter(confirm(to, to - 60_000))).toMatchObject({ state: 'confirmed', at: to, notice: '' })
  })

  it('is confirmed again only with a reason, and not for a time that is over', () => {
    const to = TUESDAY_09_30 + DAY_MS
    expect(refusalOf(confirm(to, at0925, ''))).toBe('reason-missing')
    expect(refusalOf(confirm(at0925, at0925))).toBe('in-the-past')
  })

  it('is not a way around: earlier than it was confirmed for takes an hour or a second person', () => {
    const before = detailed({ at: TUESDAY_09_30 + DAY_MS, london: '2020-03-18 09:30' })
    const put = releaseAfter(change(before, { kind: 'postpone', reason: 'x' }, CARYS, at0925))
    const moved = releaseAfter(
      change(put, { kind: 'move', to: instant(at0925 - 1), reason: 'x' }, CARYS, at0925),
    )
    const wish: Wish = { kind: 'confirm', to: at0925 + 1, reason: 'x' }
    expect(refusalOf(change(moved, wish, CARYS, at0925))).toBe('too-soon')
  })
})

describe('what is final stays as it is', () => {
  const wishes: readonly Wish[] = [
    { kind: 'confirm', to: TUESDAY_09_30 + DAY_MS, reason: 'x' },
    { kind: 'move', to: instant(TUESDAY_09_30 + DAY_MS), reason: 'x' },
    { kind: 'postpone', reason: 'x' },
    { kind: 'cancel', reason: 'x' },
    { kind: 'publish' },
    { kind: 'ask-to-lift', reason: 'x' },
    { kind: 'withdraw-lift' },
    { kind: 'lift' },
  ]
  it.each(['published', 'cancelled'] as const)('when a release is %s', (state) => {
    const lift = { by: DEWI, askedAt: MONDAY_14_42, reason: 'x' }
    for (const wish of wishes)
      expect(refusalOf(change(detailed({ state, lift }), wish, CARYS, MONDAY_14_42))).toBe(state)
  })
})

describe('ending an embargo before its time', () => {
  const asked = releaseAfter(
    change(detailed(), { kind: 'ask-to-lift', reason: 'It is in the newspapers' }, CARYS, MONDAY_14_42),
  )
  const lift = (release: DetailedRelease, by: string, at = MONDAY_14_42 + 60_000) =>
    change(release, { kind: 'lift' }, by, at)

  it('takes two administrators, and both are kept', () => {
    expect(isEmbargoed(asked, MONDAY_14_42)).toBe(true)
    const changed = lift(asked, DEWI)
    expect(changed).toMatchObject({
      kind: 'changed',
      release: { state: 'published', at: MONDAY_14_42 + 60_000, london: '2020-03-16 14:43', lift: null },
      entry: { kind: 'lifted', by: DEWI, askedBy: CARYS, reason: 'It is in the newspapers' },
    })
  })

  it('is refused to the one who asked, however the address is written', () => {
    expect(refusalOf(lift(asked, CARYS))).toBe('same-person')
    expect(refusalOf(lift(asked, ' Carys@STATISTICS.example '))).toBe('same-person')
    const inCapitals = detailed({
      lift: { by: 'CARYS@statistics.example ', askedAt: MONDAY_14_42, reason: 'x' },
    })
    expect(refusalOf(lift(inCapitals, CARYS))).toBe('same-person')
  })

  it.each(['provisional', 'postponed'] as const)('is as possible while it is %s', (state) => {
    const release = detailed({ state, lift: { by: CARYS, askedAt: MONDAY_14_42, reason: 'x' } })
    expect(releaseAfter(lift(release, DEWI)).state).toBe('published')
  })

  it('is refused where nobody asked, or the request was taken back', () => {
    expect(refusalOf(lift(detailed(), DEWI))).toBe('lift-not-asked')
    const withdrawn = releaseAfter(change(asked, { kind: 'withdraw-lift' }, CARYS, MONDAY_14_42))
    expect(refusalOf(lift(withdrawn, DEWI))).toBe('lift-not-asked')
  })

  it('is asked anew when the release was changed since: the second person agrees to what is there', () => {
    const wish: Wish = { kind: 'move', to: instant(TUESDAY_09_30 + DAY_MS), reason: 'Late returns' }
    const moved = releaseAfter(change(asked, wish, CARYS, MONDAY_14_42))
    expect(refusalOf(lift(moved, DEWI))).toBe('lift-not-asked')
  })

  it('cannot be asked twice, without a reason, or for figures that are public', () => {
    const ask = (release: DetailedRelease, reason: string, at = MONDAY_14_42) =>
      refusalOf(change(release, { kind: 'ask-to-lift', reason }, DEWI, at))
    expect(ask(asked, 'x')).toBe('lift-asked-already')
    expect(ask(detailed(), ' ')).toBe('reason-missing')
    expect(ask(detailed(), 'x', TUESDAY_09_30)).toBe('public-already')
    expect(refusalOf(lift(asked, DEWI, TUESDAY_09_30))).toBe('public-already')
  })
})

it('a change is made by somebody', () => {
  expect(() => change(detailed(), { kind: 'publish' }, ' ', TUESDAY_09_30)).toThrow(TypeError)
})
