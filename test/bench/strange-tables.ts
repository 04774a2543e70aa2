import { randomFrom } from './randomness.ts'

/*
 * Tables that have nothing to do with any edition, and figures of just the kinds
 * that editions have: indices around 100, counts that add up, deaths by age. Of
 * all that an office sends they come nearest to a false alarm.
 */

type Random = () => number

/** Normally distributed, mean 0, deviation 1: the sum of twelve (central limit). */
const normal = (random: Random): number =>
  Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, -6)

const KINDS: readonly ((random: Random, rows: number) => readonly (readonly string[])[])[] = [
  indices,
  sums,
  deaths,
]

/** Six indices around 100 that wander. */
function indices(random: Random, rows: number): readonly (readonly string[])[] {
  const levels = [100, 100, 100, 100, 100, 100]
  return Array.from({ length: rows }, () =>
    levels.map((level, at) => {
      levels[at] = level * (1 + 0.006 * normal(random))
      return level.toFixed(1)
    }),
  )
}

/** Five counts to date. */
function sums(random: Random, rows: number): readonly (readonly string[])[] {
  const counts = [0, 0, 0, 0, 0]
  return Array.from({ length: rows }, () =>
    counts.map((count, at) => {
      counts[at] = count + Math.floor(random() * 20 * (1 + at))
      return String(counts[at])
    }),
  )
}

const MEAN_DEATHS = [45, 10, 14, 21, 31, 45, 65, 120, 170] as const

/** Deaths of a week by age, some twenty weeks. */
function deaths(random: Random, rows: number): readonly (readonly string[])[] {
  return MEAN_DEATHS.map((mean) =>
    Array.from({ length: Math.min(rows, 30) }, () =>
      String(Math.round(mean + Math.sqrt(mean) * normal(random))),
    ),
  )
}

/** So many of them, as the bytes of CSV files. */
export function strangeTables(count: number): readonly Uint8Array[] {
  const random = randomFrom(14_42)
  return Array.from({ length: count }, (_none, number) => {
    const rows = (KINDS[number % KINDS.length] ?? indices)(random, 12 + Math.floor(random() * 100))
    return new Uint8Array(Buffer.from(rows.map((row) => `${row.join(',')}\n`).join('')))
  })
}
