import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/administration/calendars/lines-of.ts'
import { changesIn, checkThatLeft } from '../../src/administration/journal/journal-changes.ts'
import {
  MOST_IN_A_WEEK,
  marksOf,
  monthsAlong,
  moreIn,
  yearAround,
} from '../../src/administration/list/year-of-releases.ts'
import { addressOf, type Place, placeFrom } from '../../src/administration/place.ts'
import { possibleChoices } from '../../src/administration/release/possible-wishes.ts'
import { differencesBetween } from '../../src/administration/saving/differences.ts'
import { clearableNow, relaxedLines } from '../../src/administration/settings/policy-steps.ts'
import { draftOf, judgeTime } from '../../src/administration/time/time-draft.ts'
import { administrationWording } from '../../src/administration/wording.ts'
import type { JournalEntry, ReleaseInFull, ReleaseSummary } from '../../src/register/administration.ts'
import { BANK_HOLIDAYS } from '../../src/release/bank-holidays.ts'
import { londonText } from '../../src/release/london-time.ts'
import { NO_DETAILS, timeFields } from '../../src/release/release-details.ts'
import { DEFAULT_POLICY } from '../../src/verdict/policy.ts'

/** Tuesday 12 May 2026, 16:00 London time, which is BST. */
const TUESDAY = Date.UTC(2026, 4, 12, 15)
const SEVEN = { hour: 7, minute: 0 }
const typed = (date: string, clock: string) => ({ date, clock, which: null, meant: [] })

describe('a place of the register', () => {
  it.each<Place>([
    { screen: 'releases' },
    { screen: 'settings' },
    { screen: 'release', id: 'a/b ü', part: 'history' },
  ])('has an address by which it is found again: %o', (place) => {
    expect(placeFrom(addressOf(place))).toEqual(place)
  })

  it('is the list where an address names none', () => {
    expect(placeFrom('#/nowhere/at/all')).toEqual({ screen: 'releases' })
    expect(placeFrom('#/releases/17/nothing')).toEqual({ screen: 'release', id: '17', part: 'about' })
  })
})

describe('a time while it is typed', () => {
  it.each(['07:00', '7:00', '0700', '7.00'])('is seven o’clock, written %s', (clock) => {
    const judged = judgeTime(typed('2026-05-19', clock), SEVEN, BANK_HOLIDAYS, TUESDAY)
    expect([judged.due, judged.isReady]).toEqual([Date.UTC(2026, 4, 19, 6), true])
  })

  it('is not ready until each thing that is unusual of it is ticked', () => {
    const draft = typed('2026-05-25', '08:00')
    const { concerns, isReady } = judgeTime(draft, SEVEN, BANK_HOLIDAYS, TUESDAY)
    expect(concerns.map(({ key }) => key)).toEqual(['bank-holiday Spring bank holiday', 'unusual-time'])
    expect(isReady).toBe(false)
    const meant = concerns.map(({ key }) => key)
    expect(judgeTime({ ...draft, meant: meant.slice(1) }, SEVEN, BANK_HOLIDAYS, TUESDAY).isReady).toBe(false)
    expect(judgeTime({ ...draft, meant }, SEVEN, BANK_HOLIDAYS, TUESDAY).isReady).toBe(true)
  })

  it('is no instant in the hour that the clocks skip, and one of two in the hour they repeat', () => {
    expect(judgeTime(typed('2027-03-28', '01:30'), null, BANK_HOLIDAYS, TUESDAY).due).toBeNull()
    const twice = typed('2026-10-25', '01:30')
    expect(judgeTime(twice, null, BANK_HOLIDAYS, TUESDAY).due).toBeNull()
    expect(judgeTime({ ...twice, which: 'first' }, null, BANK_HOLIDAYS, TUESDAY).due).toBe(
      Date.UTC(2026, 9, 25, 0, 30),
    )
    expect(judgeTime({ ...twice, which: 'second' }, null, BANK_HOLIDAYS, TUESDAY).due).toBe(
      Date.UTC(2026, 9, 25, 1, 30),
    )
  })

  it('begins as the time that is', () => {
    expect(draftOf(TUESDAY)).toEqual(typed('2026-05-12', '16:00'))
  })
})

describe('the year of releases', () => {
  it.each([
    ['May', TUESDAY, '2026-03-01 00:00', '2027-03-01 00:00'],
    ['January', Date.UTC(2026, 0, 31, 23, 59), '2025-11-01 00:00', '2026-11-01 00:00'],
    ['February', Date.UTC(2026, 1, 1), '2025-12-01 00:00', '2026-12-01 00:00'],
  ])('begins two months before %s and is twelve months long', (_month, at, from, to) => {
    const year = yearAround(at)
    expect([londonText(year.from), londonText(year.to), year.months.length]).toEqual([from, to, 12])
  })

  const summary = (id: string, at: number): ReleaseSummary => ({
    id,
    series: 's',
    title: id,
    at,
    london: londonText(at),
    months: null,
    state: 'confirmed',
    producer: '',
    embargoed: true,
    files: 0,
    novel: 0,
    liftAsked: false,
  })

  it('has its months side by side, each as wide as it is long', () => {
    const year = yearAround(TUESDAY)
    const along = monthsAlong(year)
    expect(along[0]?.along).toBe(0)
    for (const [index, month] of along.entries())
      expect(month.along + month.share).toBeCloseTo(along[index + 1]?.along ?? 1, 12)
    expect(londonText(along[2]?.from ?? 0)).toBe('2026-05-01 00:00')
  })

  it('says how many more a week has than are stacked', () => {
    const year = yearAround(TUESDAY)
    const many = Array.from({ length: MOST_IN_A_WEEK + 3 }, (_, index) =>
      summary(`${index}`, TUESDAY + index),
    )
    expect(marksOf(many, year).length).toBe(MOST_IN_A_WEEK)
    expect(moreIn(many, year).map(({ more }) => more)).toEqual([3])
    expect(moreIn(many.slice(3), year)).toEqual([])
  })

  it('stacks the releases of a week', () => {
    const year = yearAround(TUESDAY)
    const marks = marksOf([summary('later', TUESDAY + 1), summary('first', TUESDAY)], year)
    expect(marks.map(({ release, height }) => [release.id, height])).toEqual([
      ['first', 0],
      ['later', 1],
    ])
  })
})

describe('what an administrator is offered', () => {
  const release: ReleaseInFull = {
    ...NO_DETAILS,
    ...timeFields({ kind: 'instant', at: TUESDAY + 86_400_000 }),
    id: 'r1',
    series: 's',
    title: 't',
    state: 'provisional',
    team: [],
    access: [],
    embargoed: true,
    files: [],
  }
  const offered = (state: ReleaseInFull['state'], at = TUESDAY) =>
    possibleChoices({ ...release, state }, 'carys@statistics.example', at)

  it('is what the rules grant in each state, and nothing where a state is final', () => {
    expect(offered('provisional')).toEqual(['confirm', 'move', 'months', 'postpone', 'cancel'])
    expect(offered('confirmed')).toEqual(['move', 'postpone', 'cancel'])
    expect(offered('postponed')).toEqual(['confirm', 'move', 'months', 'cancel'])
    expect(offered('published')).toEqual([])
    expect(offered('cancelled')).toEqual([])
  })

  it('is to record that it came out, once its time has come', () => {
    expect(offered('confirmed', release.at)).toContain('publish')
    expect(offered('confirmed', release.at - 1)).not.toContain('publish')
  })
})

describe('a policy', () => {
  it('is relaxed where more may leave, and not where less may', () => {
    const { unreadable, withoutAccess } = DEFAULT_POLICY
    expect([unreadable, withoutAccess]).toEqual(['warn', 'block'])
    expect(relaxedLines(DEFAULT_POLICY, { ...DEFAULT_POLICY, unreadable: 'block' })).toEqual([])
    expect(
      relaxedLines(DEFAULT_POLICY, { ...DEFAULT_POLICY, unreadable: 'allow', withoutAccess: 'warn' }),
    ).toEqual(['withoutAccess', 'unreadable'])
  })
})

describe('what nobody may clear', () => {
  it('is relaxed where a second person can clear it now, and not where they no longer can', () => {
    const before = { neverCleared: ['embargoed-file', 'cloud-link'] } as const
    expect(clearableNow(before, { neverCleared: ['cloud-link', 'unreadable'] })).toEqual(['embargoed-file'])
    expect(clearableNow({}, before)).toEqual([])
  })
})

describe('an entry of the journal', () => {
  const wording = administrationWording('en-GB')
  const entryOf = (kind: string, entry: unknown): JournalEntry => ({
    seq: 1,
    at: TUESDAY,
    kind,
    who: 'carys@statistics.example',
    release: null,
    what: '',
    entry,
  })

  it('is shown in the words of the screens: what was before, and after', () => {
    const before = {
      at: 1,
      state: 'confirmed',
      policy: { unreadable: 'warn' },
      access: [{ address: 'a@x.example', opensAt: TUESDAY, reason: '' }],
    }
    const after = { at: 2, state: 'postponed', policy: { unreadable: 'block' }, neverCleared: ['cloud-link'] }
    expect(changesIn(entryOf('release-changed', { before, after }), wording)).toEqual([
      { field: 'State', before: 'Confirmed', after: 'Postponed' },
      { field: 'has something that cannot be read', before: 'warns', after: 'holds it' },
      { field: 'Address a@x.example', before: 'Tuesday 12 May 2026, 16:00', after: '' },
      { field: 'What nobody may clear', before: '', after: 'a link to a file elsewhere' },
    ])
  })

  it('changes nothing where it only tells', () => {
    expect(changesIn(entryOf('check', { verdict: 'allow' }), wording)).toEqual([])
    expect(changesIn(entryOf('file-replaced', { before: { name: 'a' } }), wording)).toEqual([])
  })

  it.each([
    ['warn', 'send', 'c1'],
    ['allow', 'send', 'c1'],
    ['block', 'send', null],
    ['allow', 'compose', null],
  ])('of a check (%s, %s) may be of a message that left: %s', (verdict, moment, check) => {
    expect(checkThatLeft(entryOf('check', { check: 'c1', verdict, moment }))).toBe(check)
  })
})

describe('two readings of one thing', () => {
  it('differ in what was changed, added and taken away, and in nothing else', () => {
    const before = new Map([
      ['title', 'May'],
      ['producer', 'ONS'],
      ['notice', 'Late'],
    ])
    const after = new Map([
      ['title', 'May'],
      ['producer', 'NISRA'],
      ['summary', 'Jobs'],
    ])
    expect(differencesBetween(before, after)).toEqual([
      { field: 'producer', before: 'ONS', after: 'NISRA' },
      { field: 'notice', before: 'Late', after: '' },
      { field: 'summary', before: '', after: 'Jobs' },
    ])
  })
})

describe('a list that is typed', () => {
  it('has one thing a line, or with commas between', () => {
    expect(linesOf(' a@x.example, b@x.example\n\n@y.example;')).toEqual([
      'a@x.example',
      'b@x.example',
      '@y.example',
    ])
    expect(linesOf(' \n')).toEqual([])
  })
})
