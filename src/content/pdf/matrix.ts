/** A change of coordinates: x' = a·x + c·y + e, y' = b·x + d·y + f. Source: ISO 32000-1, §8.3. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** `one`, and after it `other`. */
export const followedBy = (one: Matrix, other: Matrix): Matrix => [
  one[0] * other[0] + one[1] * other[2],
  one[0] * other[1] + one[1] * other[3],
  one[2] * other[0] + one[3] * other[2],
  one[2] * other[1] + one[3] * other[3],
  one[4] * other[0] + one[5] * other[2] + other[4],
  one[4] * other[1] + one[5] * other[3] + other[5],
]

/** The first six values as a matrix; one that is not made of numbers changes nothing. */
export function matrixOf(values: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = values
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number' || typeof d !== 'number')
    return IDENTITY
  return [a, b, c, d, typeof e === 'number' ? e : 0, typeof f === 'number' ? f : 0]
}
