/** One quarter of the invented Public Sector Employment. Unit: thousands of people. */
export type Quarter = {
  /** `Dec 2019`: the month the count is of. */
  readonly label: string
  readonly year: number
  /** By industry, in the order of `INDUSTRIES`. */
  readonly industries: readonly number[]
  readonly centralGovernment: number
  readonly localGovernment: number
  readonly publicCorporations: number
  readonly privateSector: number
}

/** Where people in the public sector work. */
export const INDUSTRIES = [
  'Construction',
  'HM Forces',
  'Police (including civilians)',
  'Public administration and defence',
  'Education',
  'National Health Service',
  'Other health and social work',
  'Other public sector',
] as const

const MONTHS = ['Mar', 'Jun', 'Sep', 'Dec'] as const
const FIRST_YEAR = 1999

/** Starting points, unit: thousands of people. Invented, of about the size of the real ones. */
const START = [70, 208, 222, 1090, 1160, 1155, 412, 590] as const
const START_PRIVATE = 20_900

/** How much of the public sector each part of government employs, roughly. */
const LOCAL_SHARE = 0.47
const CORPORATIONS_SHARE = 0.09

/** Numbers between 0 and 1 that look random and are the same everywhere. Source: mulberry32, Tommy Ettinger, public domain. */
export function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Stored with three decimals: people, counted in thousands. */
const people = (thousands: number): number => Math.round(thousands * 1000) / 1000

/**
 * Quarters from March 1999 on. The figures are invented: every one comes from
 * this program, none from a survey.
 *
 * @param seed the same seed gives the same figures
 */
export function inventQuarters(count: number, seed: number): readonly Quarter[] {
  const next = sequence(seed)
  const drift = (of: number, most: number): number => of * (1 + (next() - 0.48) * most)
  let industries: readonly number[] = START
  let privateSector = START_PRIVATE
  let local = LOCAL_SHARE
  return Array.from({ length: count }, (_, index) => {
    industries = industries.map((industry) => people(drift(industry, 0.012)))
    privateSector = people(drift(privateSector, 0.008))
    local = drift(local, 0.006)
    const total = industries.reduce((sum, industry) => sum + industry, 0)
    const localGovernment = people(total * local)
    const publicCorporations = people(total * CORPORATIONS_SHARE)
    const year = FIRST_YEAR + Math.floor(index / 4)
    return {
      label: `${MONTHS[index % 4]} ${year}`,
      year,
      industries,
      centralGovernment: people(total - localGovernment - publicCorporations),
      localGovernment,
      publicCorporations,
      privateSector,
    }
  })
}

/** The quarter as it was first estimated, before a revision of its last counts. */
export function beforeRevision(quarter: Quarter, share: number): Quarter {
  return {
    ...quarter,
    localGovernment: people(quarter.localGovernment * (1 + share)),
    centralGovernment: people(quarter.centralGovernment * (1 - share / 2)),
  }
}
