import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/content/content.ts'
import { startFingerprint } from '../../src/fingerprint/fingerprint.ts'

const cell = (column: number, stored: number, shown = String(stored)): Cell => ({ column, stored, shown })
const label = (shown: string): Cell => ({ column: 0, stored: null, shown })

/** A table as it would be published: thousands shown without decimals, a rate with one. */
const ROWS: readonly (readonly Cell[])[] = [
  [label('North East'), cell(1, 1204.351, '1,204'), cell(2, 1187.2, '1,187'), cell(3, 4.25, '4.3')],
  [label('North West'), cell(1, 3621.78, '3,622'), cell(2, 3598.4, '3,598'), cell(3, 4.1), cell(4, 58201)],
  [label('Wales'), cell(1, 1456.9, '1,457'), cell(2, 1460.15, '1,460'), cell(3, 3.85, '3.9')],
]

function fingerprintOf(rows: readonly (readonly Cell[])[]) {
  const fingerprinting = startFingerprint(0, 'send')
  fingerprinting.table()
  rows.forEach((cells, row) => {
    fingerprinting.row(row, cells)
  })
  return fingerprinting.done()
}

describe('the fingerprint of a small table', () => {
  it('is what it was: a register that was filled before still knows it', () => {
    const { figures, features } = fingerprintOf(ROWS)
    expect(figures).toBe(10)
    expect(
      Buffer.from(features.bytes).toString('hex').replace(/.{16}/g, '$& ').trim().split(' '),
    ).toMatchSnapshot()
  })
  it('says of each run in which rows it stands', () => {
    const { features } = fingerprintOf(ROWS)
    const places = Array.from({ length: features.length }, (_none, at) => at)
      .filter((at) => features.weights[at * 3 + 2] !== 0)
      .map((at) => features.placeOf(at))
    const rows = places.filter(({ along }) => along === 0)
    const columns = places.filter(({ along }) => along === 1)
    expect(rows.every(({ firstRow, lastRow }) => firstRow === lastRow)).toBe(true)
    expect(new Set(rows.map(({ firstRow }) => firstRow))).toEqual(new Set([0, 1, 2]))
    expect(columns.length).toBeGreaterThan(3)
    expect(columns.every(({ firstRow, lastRow }) => firstRow < lastRow && lastRow <= 2)).toBe(true)
    expect(places.every(({ table }) => table === 1)).toBe(true)
  })
  it('knows the rows of figures that blank rows part', () => {
    const sparse = Array.from({ length: 40 }, (_none, row) =>
      row % 5 === 4 ? [] : [cell(1, 10_000 + row * row * 37)],
    )
    const { features } = fingerprintOf(sparse)
    const places = Array.from({ length: features.length }, (_none, at) => features.placeOf(at))
    expect(places.map(({ firstRow }) => firstRow)).toEqual(
      Array.from({ length: 40 }, (_none, row) => row)
        .filter((row) => row % 5 !== 4)
        .slice(0, places.length),
    )
    expect(places.every(({ firstRow, lastRow }) => lastRow % 5 !== 4 && lastRow > firstRow)).toBe(true)
  })
})
