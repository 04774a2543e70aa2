import { describe, expect, it } from 'vitest'
import { accessOf, isEmbargoed, isInTeam } from '../../src/release/embargo.ts'
import { type Access, RELEASE_STATES, type Release } from '../../src/release/release.ts'

// London keeps GMT until 29 March 2020, so these clock times are UTC.
const MONDAY_09_30 = Date.UTC(2020, 2, 16, 9, 30)
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)

const release: Release = {
  id: 'pse',
  series: 'Public sector employment',
  title: 'Public sector employment, UK: December 2019',
  at: TUESDAY_09_30,
  london: '2020-03-17 09:30',
  state: 'confirmed',
  team: ['maker@ons.example', '@pse.ons.example'],
  access: [],
}

const access = (fields: Partial<Access>): Access => ({
  address: 'permanent.secretary@cabinet.example',
  post: 'Permanent Secretary',
  opensAt: MONDAY_09_30,
  expiresAt: null,
  ...fields,
})

describe('the figures due at 09:30 on Tuesday 17 March 2020', () => {
  it('are under embargo on Monday at 14:42, and one millisecond before their time', () => {
    expect(isEmbargoed(release, MONDAY_14_42)).toBe(true)
    expect(isEmbargoed(release, TUESDAY_09_30 - 1)).toBe(true)
  })

  it('are public at 09:30 itself', () => {
    expect(isEmbargoed(release, TUESDAY_09_30)).toBe(false)
    expect(isEmbargoed(release, TUESDAY_09_30 + 1)).toBe(false)
  })

  it('are public whatever the clock says when they are published', () => {
    expect(isEmbargoed({ ...release, state: 'published' }, MONDAY_14_42)).toBe(false)
  })

  it.each(['provisional', 'postponed', 'cancelled'] as const)(
    'stay under embargo for ever while they are %s',
    (state) => {
      expect(isEmbargoed({ ...release, state }, TUESDAY_09_30)).toBe(true)
      expect(isEmbargoed({ ...release, state }, Date.UTC(2100, 0, 1))).toBe(true)
    },
  )
})

describe('who makes a release', () => {
  it('is known by address or domain, however it is written', () => {
    expect(isInTeam(release, ' Maker@ONS.example ')).toBe(true)
    expect(isInTeam(release, 'anybody@PSE.ons.example')).toBe(true)
  })

  it('is nobody of a domain that only ends alike', () => {
    expect(isInTeam(release, 'anybody@ons.example')).toBe(false)
    expect(isInTeam(release, 'anybody@otherpse.ons.example')).toBe(false)
    expect(isInTeam(release, 'notmaker@ons.example')).toBe(false)
  })
})

describe('pre-release access', () => {
  const standing = (list: readonly Access[], at: number) =>
    accessOf({ ...release, access: list }, 'Permanent.Secretary@cabinet.example', at)

  it('opens at its instant, not a millisecond before', () => {
    expect(standing([access({})], MONDAY_09_30 - 1)).toEqual({ kind: 'not-yet', opensAt: MONDAY_09_30 })
    expect(standing([access({})], MONDAY_09_30)).toEqual({ kind: 'open' })
  })

  it('is gone at the instant it expires, not a millisecond before', () => {
    const list = [access({ expiresAt: MONDAY_14_42 })]
    expect(standing(list, MONDAY_14_42 - 1)).toEqual({ kind: 'open' })
    expect(standing(list, MONDAY_14_42)).toEqual({ kind: 'expired', expiredAt: MONDAY_14_42 })
  })

  it('counts where one of several entries is open', () => {
    const list = [access({ expiresAt: MONDAY_09_30 }), access({})]
    expect(standing(list, MONDAY_14_42)).toEqual({ kind: 'open' })
  })

  it('is nobody’s who is not on the list', () => {
    expect(standing([access({ address: 'other@cabinet.example' })], MONDAY_14_42)).toEqual({ kind: 'none' })
  })

  it.each(RELEASE_STATES.filter((state) => state !== 'confirmed'))(
    'does not open while the release is %s: only a confirmed time has hours before it',
    (state) => {
      expect(accessOf({ ...release, state, access: [access({})] }, access({}).address, MONDAY_14_42)).toEqual(
        { kind: 'none' },
      )
    },
  )
})
