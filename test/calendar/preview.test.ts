import { describe, expect, it } from 'vitest'
import type { CalendarRow } from '../../src/calendar/calendar-row.ts'
import type { Import, PlannedRow } from '../../src/calendar/planned-row.ts'
import { preview } from '../../src/calendar/preview.ts'
import { rowOf } from '../../src/calendar/row-of.ts'
import { type DetailedRelease, timeFields } from '../../src/release/release-details.ts'
import { detailed } from '../release/detailed-release.ts'
import { row, TUESDAY_07_00 } from './fixtures.ts'

const DAY_MS = 86_400_000
/** Tuesday 12 May 2026, 17:00 in London. */
const NOW = Date.UTC(2026, 4, 12, 16)
const IMPORT: Import = { by: 'carys@statistics.example', at: NOW, reason: '' }
const NEXT_WEEK = { kind: 'instant', at: TUESDAY_07_00 + 7 * DAY_MS } as const
const MAY = { kind: 'months', from: { year: 2026, month: 5 }, to: { year: 2026, month: 5 } } as const

/** The release of the row as it is in the register. */
const kept = (fields: Partial<DetailedRelease> = {}): DetailedRelease =>
  detailed({
    series: 'UK labour market',
    title: 'UK labour market: May 2026',
    source: '/releases/uklabourmarketmay2026',
    ...timeFields({ kind: 'instant', at: TUESDAY_07_00 }),
    ...fields,
  })

const planned = (one: CalendarRow, releases: readonly DetailedRelease[], making = IMPORT): PlannedRow => {
  const [plan] = preview([one], releases, making)
  if (plan === undefined) throw new Error('no plan')
  return plan
}
const fieldsOf = (plan: PlannedRow): string[] =>
  plan.kind === 'changed'
    ? plan.fields.map(({ field, before, after }) => `${field}: ${before.en} → ${after.en}`)
    : [plan.kind === 'refused' ? `refused ${plan.field}: ${plan.because.en}` : plan.kind]

describe('importing a row of a release that is not in the register', () => {
  it('adds it as the calendar says it', () => {
    expect(planned(row({ summary: 'Employment' }), [])).toMatchObject({
      kind: 'added',
      release: {
        series: 'UK labour market',
        title: 'UK labour market: May 2026',
        at: TUESDAY_07_00,
        london: '2026-05-19 07:00',
        months: null,
        state: 'confirmed',
        summary: 'Employment',
        source: '/releases/uklabourmarketmay2026',
        team: [],
        access: [],
        changes: [],
      },
    })
  })

  it('adds a provisional one for its months, due in the register at their last minute', () => {
    expect(planned(row({ state: 'provisional', when: MAY }), [])).toMatchObject({
      kind: 'added',
      release: { months: { from: MAY.from, to: MAY.to }, london: '2026-05-31 23:59' },
    })
  })

  it('refuses one that is called published before its time: its embargo would never begin', () => {
    expect(planned(row({ state: 'published' }), [])).toMatchObject({ kind: 'refused', field: 'state' })
    const out = row({ state: 'published', when: { kind: 'instant', at: NOW } })
    expect(planned(out, []).kind).toBe('added')
  })
})

describe('importing a row of a release that is in the register', () => {
  it('changes nothing where it says the same', () => {
    expect(planned(row(), [kept()])).toMatchObject({ kind: 'unchanged' })
  })

  it('changes nothing of what it does not say', () => {
    const contact = { name: 'Jim', email: 'jim@ons.example', telephone: '' }
    const release = kept({ series: 'LMS', producer: 'ONS', contact, summary: 'x', notice: 'y' })
    expect(planned(row(), [release]).kind).toBe('unchanged')
  })

  it('shows every field before and after', () => {
    const told = row({
      title: 'UK labour market: May 2026 (new)',
      series: 'Labour market',
      producer: 'ONS',
      contact: { name: 'Jim', email: '', telephone: '01633' },
      summary: 'Employment',
    })
    const release = kept({ contact: { name: 'Ann', email: 'ann@ons.example', telephone: '' } })
    expect(fieldsOf(planned(told, [release]))).toEqual([
      'title: UK labour market: May 2026 → UK labour market: May 2026 (new)',
      'series: UK labour market → Labour market',
      'producer:  → ONS',
      'contact: Ann, ann@ons.example → Jim, ann@ons.example, 01633',
      'summary:  → Employment',
    ])
  })

  it('moves a confirmed time with the reason that the calendar says, and keeps it', () => {
    const plan = planned(row({ when: NEXT_WEEK, reason: 'Late returns' }), [kept()])
    expect(fieldsOf(plan)).toEqual(['when: Tuesday 19 May 2026, 07:00 → Tuesday 26 May 2026, 07:00'])
    expect(plan).toMatchObject({
      after: { at: NEXT_WEEK.at, london: '2026-05-26 07:00', changes: [{ kind: 'moved' }] },
      entries: [{ kind: 'moved', reason: 'Late returns', by: IMPORT.by, changedAt: NOW }],
    })
  })

  it('refuses to move a confirmed time without a reason, unless who imports says one', () => {
    const moved = row({ when: NEXT_WEEK })
    expect(planned(moved, [kept()])).toMatchObject({ kind: 'refused', field: 'reason' })
    expect(planned(moved, [kept()], { ...IMPORT, reason: 'As ONS announced' })).toMatchObject({
      kind: 'changed',
      entries: [{ reason: 'As ONS announced' }],
    })
  })

  it('moves a provisional time without a reason, and confirms it', () => {
    const provisional = kept({ state: 'provisional', ...timeFields(MAY) })
    expect(planned(row({ state: 'provisional' }), [provisional])).toMatchObject({
      kind: 'changed',
      entries: [{ kind: 'moved' }],
    })
    expect(fieldsOf(planned(row(), [provisional]))).toEqual([
      'state: provisional → confirmed',
      'when: May 2026 → Tuesday 19 May 2026, 07:00',
    ])
  })

  it('never makes provisional what is confirmed', () => {
    for (const state of ['confirmed', 'postponed', 'cancelled', 'published'] as const)
      expect(planned(row({ state: 'provisional' }), [kept({ state })])).toMatchObject({
        kind: 'refused',
        field: 'state',
      })
  })

  it('lifts no embargo: what another calendar calls published is under embargo here until its time', () => {
    const published = row({ state: 'published' })
    expect(planned(published, [kept()])).toMatchObject({ kind: 'refused', field: 'state' })
    expect(planned(published, [kept()], { ...IMPORT, at: TUESDAY_07_00 })).toMatchObject({
      kind: 'changed',
      after: { state: 'published', at: TUESDAY_07_00 },
    })
    expect(planned(published, [kept({ state: 'postponed' })])).toMatchObject({ kind: 'refused' })
  })

  it('brings no time forward to now', () => {
    const soon = row({ when: { kind: 'instant', at: NOW + 60_000 }, reason: 'x' })
    expect(planned(soon, [kept()])).toMatchObject({ kind: 'refused', field: 'when' })
    const over = row({ when: { kind: 'instant', at: NOW - DAY_MS }, reason: 'x' })
    expect(planned(over, [kept()])).toMatchObject({ kind: 'refused', field: 'when' })
  })

  it('cancels and postpones with what the public is told', () => {
    expect(planned(row({ state: 'cancelled', notice: 'Combined with June' }), [kept()])).toMatchObject({
      kind: 'changed',
      after: { state: 'cancelled', notice: 'Combined with June' },
      entries: [{ kind: 'cancelled', reason: 'Combined with June' }],
    })
    expect(planned(row({ state: 'cancelled' }), [kept()])).toMatchObject({ kind: 'refused', field: 'reason' })
    expect(planned(row({ state: 'postponed', reason: 'Quality', when: NEXT_WEEK }), [kept()])).toMatchObject({
      after: { state: 'postponed', at: NEXT_WEEK.at },
      entries: [{ kind: 'postponed' }, { kind: 'moved' }],
    })
  })

  it('leaves what is final as it is, and does not mind another time for it', () => {
    for (const state of ['published', 'cancelled'] as const) {
      expect(planned(row({ state, when: NEXT_WEEK }), [kept({ state })]).kind).toBe('unchanged')
      expect(planned(row({ when: NEXT_WEEK, reason: 'x' }), [kept({ state })])).toMatchObject({
        kind: 'refused',
        field: 'state',
      })
    }
    expect(planned(row(), [kept({ state: 'published' })]).kind).toBe('unchanged')
  })
})

describe('a release is known again', () => {
  const other = kept({ id: 'other', source: '/releases/other' })

  it('by its source, even with another title and time', () => {
    const told = row({ title: 'Employment in the UK', when: NEXT_WEEK, reason: 'x' })
    expect(planned(told, [other, kept()])).toMatchObject({ kind: 'changed', before: { id: kept().id } })
  })

  it('not by its title, where both have sources and they differ', () => {
    expect(planned(row(), [other]).kind).toBe('added')
  })

  it('by series, title and date where the row has no source', () => {
    expect(planned(row({ source: null, title: 'uk LABOUR market:  May 2026' }), [kept()])).toMatchObject({
      kind: 'changed',
      before: { id: kept().id },
    })
    const wages = kept({ id: 'wages', series: 'Wages' })
    const told = row({ source: null, series: 'UK labour market', producer: 'ONS' })
    expect(planned(told, [wages, kept()])).toMatchObject({ kind: 'changed', before: { id: kept().id } })
    expect(planned({ ...told, series: null }, [wages])).toMatchObject({ before: { id: 'wages' } })
    expect(planned({ ...told, series: null }, [wages, kept()])).toMatchObject({ kind: 'refused' })
    expect(planned({ ...told, series: 'Prices' }, [wages])).toMatchObject({
      kind: 'refused',
      field: 'source',
    })
  })

  it('by series, title and date when it was typed by hand, and gets its source', () => {
    const typed = kept({ source: null })
    expect(fieldsOf(planned(row(), [typed]))).toEqual(['source:  → /releases/uklabourmarketmay2026'])
    expect(planned(row({ series: 'Wages', title: 'UK labour market' }), [typed]).kind).toBe('added')
  })

  it('not when it was typed by hand for another time: nothing is added beside it', () => {
    const typed = kept({ source: null })
    expect(planned(row({ when: NEXT_WEEK, reason: 'Late' }), [typed])).toMatchObject({
      kind: 'refused',
      field: 'source',
      release: { id: typed.id },
    })
  })

  it('by the name that we gave it when we wrote the calendar', () => {
    const typed = kept({ source: null })
    expect(planned({ ...rowOf(typed), line: 1 }, [other, typed])).toMatchObject({
      kind: 'unchanged',
      release: { id: typed.id },
    })
  })

  it('not without its source at another time: nothing is added beside it that would let the old time stand', () => {
    const plan = planned(row({ source: null, when: NEXT_WEEK }), [kept()])
    expect(plan).toMatchObject({ kind: 'refused', field: 'source', release: { id: kept().id } })
    const recurring = { source: null, series: 'UK labour market', title: 'UK labour market' }
    expect(planned(row({ ...recurring, when: NEXT_WEEK }), [kept(recurring)]).kind).toBe('added')
  })
})

describe('a file that speaks twice of a release', () => {
  it('is right where it says the same', () => {
    expect(preview([row(), row({ line: 9 })], [], IMPORT).map(({ kind }) => kind)).toEqual([
      'added',
      'unchanged',
    ])
  })

  it('is refused where the two differ, each with the line of the other: nobody knows which is right', () => {
    const plans = preview([row({ line: 4 }), row({ line: 9, when: NEXT_WEEK })], [kept()], IMPORT)
    expect(plans).toMatchObject([
      {
        kind: 'refused',
        field: 'when',
        because: { en: expect.stringContaining('Line 9'), cy: expect.stringContaining('llinell 9') },
      },
      {
        kind: 'refused',
        field: 'when',
        because: { en: expect.stringContaining('Line 4'), cy: expect.stringContaining('llinell 4') },
      },
    ])
  })

  it('is refused the second time where it names it in another way and says something else', () => {
    const plans = preview(
      [row({ line: 4 }), row({ line: 9, source: null, producer: 'ONS' })],
      [kept()],
      IMPORT,
    )
    expect(plans).toMatchObject([
      { kind: 'unchanged' },
      {
        kind: 'refused',
        field: 'title',
        because: { en: expect.stringContaining('Line 4'), cy: expect.stringContaining('llinell 4') },
      },
    ])
  })

  it('may have several releases of one title at different times, if none is in the register', () => {
    const file = [row({ source: null }), row({ source: null, when: NEXT_WEEK })]
    expect(preview(file, [], IMPORT).map(({ kind }) => kind)).toEqual(['added', 'added'])
  })
})

it('a row that is refused stops none of the others', () => {
  const rows = [row({ when: NEXT_WEEK }), row({ source: '/r/2', title: 'Wages: May 2026' })]
  expect(preview(rows, [kept()], IMPORT).map(({ kind }) => kind)).toEqual(['refused', 'added'])
})
