import { describe, expect, it } from 'vitest'
import {
  copiedAccess,
  isStale,
  LEGAL_LIMIT_HOURS,
  lookOver,
  opensByDefault,
} from '../../src/release/pre-release-access.ts'
import type { AccessEntry } from '../../src/release/release-details.ts'
import { detailed, entry, TUESDAY_09_30 } from './detailed-release.ts'

const HOUR_MS = 3_600_000
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)

const concerns = (fields: Partial<AccessEntry>, limitHours = LEGAL_LIMIT_HOURS, at = MONDAY_14_42) =>
  lookOver(detailed({ access: [entry(fields)] }), limitHours, at).flatMap((looked) =>
    looked.concerns.map(({ kind }) => kind),
  )

describe('an entry of an access list', () => {
  it('opens 24 hours before publication unless the organisation has another limit', () => {
    expect(opensByDefault(TUESDAY_09_30, LEGAL_LIMIT_HOURS)).toBe(Date.UTC(2020, 2, 16, 9, 30))
    expect(opensByDefault(TUESDAY_09_30, 5)).toBe(Date.UTC(2020, 2, 17, 4, 30))
  })

  it('is right as it is when it has post, reason and the legal hours', () => {
    expect(concerns({})).toEqual([])
  })

  it('is marked when it opens a millisecond earlier than the limit', () => {
    const limit = TUESDAY_09_30 - 24 * HOUR_MS
    expect(concerns({ opensAt: limit - 1 })).toEqual(['opens-too-early'])
    expect(concerns({ opensAt: limit }, 5)).toEqual(['opens-too-early'])
  })

  it('is marked when it opens only at publication', () => {
    expect(concerns({ opensAt: TUESDAY_09_30 })).toEqual(['opens-after-release'])
    expect(concerns({ opensAt: TUESDAY_09_30 - 1 })).toEqual([])
  })

  it('is marked when it has expired, or will before it opens', () => {
    expect(concerns({ expiresAt: MONDAY_14_42 })).toEqual(['expired'])
    expect(concerns({ expiresAt: MONDAY_14_42 + 1 })).toEqual([])
    expect(concerns({ opensAt: TUESDAY_09_30 - 1, expiresAt: TUESDAY_09_30 - 1 })).toEqual(['expired'])
  })

  it('is marked without a post or a reason', () => {
    expect(concerns({ post: ' ', reason: '' })).toEqual(['post-missing', 'reason-missing'])
  })

  it('is marked when the address is on the list already, however it is written', () => {
    const access = [entry(), entry({ address: 'Permanent.Secretary@CABINET.example ' })]
    expect(
      lookOver(detailed({ access }), LEGAL_LIMIT_HOURS, MONDAY_14_42).map(({ concerns: found }) =>
        found.map(({ kind }) => kind),
      ),
    ).toEqual([[], ['twice']])
  })

  it('has to be confirmed again after six months, on the same day of the month', () => {
    const confirmedAt = Date.UTC(2019, 8, 16, 14, 42)
    expect(isStale({ confirmedAt }, MONDAY_14_42 - 1)).toBe(false)
    expect(isStale({ confirmedAt }, MONDAY_14_42)).toBe(true)
    expect(concerns({ confirmedAt })).toEqual(['not-confirmed-lately'])
  })

  it('that was confirmed on 31 August has to be confirmed again on the last day of February', () => {
    const confirmedAt = Date.UTC(2019, 7, 31, 12)
    expect(isStale({ confirmedAt }, Date.UTC(2020, 1, 28, 23))).toBe(false)
    expect(isStale({ confirmedAt }, Date.UTC(2020, 1, 29, 12))).toBe(true)
  })
})

describe('an access list that is copied from the last release', () => {
  const nextAt = Date.UTC(2020, 5, 16, 8, 30)
  const last = detailed({
    access: [
      entry({ address: 'a@cabinet.example' }),
      entry({ address: 'b@cabinet.example', opensAt: TUESDAY_09_30 - 2 * HOUR_MS }),
      entry({ address: 'c@cabinet.example', opensAt: TUESDAY_09_30 - 30 * HOUR_MS }),
      entry({ address: 'd@cabinet.example', expiresAt: Date.UTC(2020, 3, 1) }),
    ],
  })
  const copied = copiedAccess(last, nextAt, LEGAL_LIMIT_HOURS, Date.UTC(2020, 5, 10))

  it('opens as long before the next release, and never longer than the limit', () => {
    expect(copied.map(({ entry: one }) => (nextAt - one.opensAt) / HOUR_MS)).toEqual([24, 2, 24, 24])
  })

  it('brings those whose access has ended too, marked: nobody vanishes silently', () => {
    expect(copied.map((looked) => looked.concerns.map(({ kind }) => kind))).toEqual([[], [], [], ['expired']])
  })

  it('does not renew who confirmed an entry and when', () => {
    expect(copied.map(({ entry: one }) => one.confirmedAt)).toEqual(last.access.map((one) => one.confirmedAt))
    const later = copiedAccess(last, nextAt, LEGAL_LIMIT_HOURS, Date.UTC(2020, 8, 2, 9))
    expect(later[0]?.concerns.map(({ kind }) => kind)).toEqual(['not-confirmed-lately'])
  })
})
