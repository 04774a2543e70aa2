import { type AccessEntry, type DetailedRelease, NO_DETAILS } from '../../src/release/release-details.ts'

/** Tuesday 17 March 2020, 09:30. London keeps GMT until 29 March 2020. */
export const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)

/** A release with only what a test is about. */
export const detailed = (fields: Partial<DetailedRelease> = {}): DetailedRelease => ({
  ...NO_DETAILS,
  id: '0b9f1f2e-4f0e-4f3c-9c0a-6d3c5b1e7a10',
  series: 'Public sector employment',
  title: 'Public sector employment, UK: December 2019',
  at: TUESDAY_09_30,
  london: '2020-03-17 09:30',
  state: 'confirmed',
  team: [],
  access: [],
  ...fields,
})

/** An entry of an access list with only what a test is about. */
export const entry = (fields: Partial<AccessEntry> = {}): AccessEntry => ({
  address: 'permanent.secretary@cabinet.example',
  post: 'Permanent Secretary',
  opensAt: TUESDAY_09_30 - 24 * 3_600_000,
  expiresAt: null,
  holder: 'person',
  reason: 'Briefs the minister',
  confirmedAt: Date.UTC(2020, 2, 2, 9),
  confirmedBy: 'carys@statistics.example',
  ...fields,
})
