/** Along which line of the table a feature runs. */
export const ALONG_ROW = 0
export const ALONG_COLUMN = 1

/** Where a feature stands in the sender's own file; rows and columns counted from 0. */
export type Place = {
  readonly table: number
  readonly along: typeof ALONG_ROW | typeof ALONG_COLUMN
  readonly firstRow: number
  readonly lastRow: number
}

/**
 * Where features stand, without a word for each: along a row all stand in that
 * row, along a column each begins a row further down and ends as many rows below
 * as it has figures. Only where that does not hold is a place written down.
 */
export type Places = {
  /** @param count how many figures the feature has */
  add(
    feature: number,
    count: number,
    table: number,
    along: Place['along'],
    firstRow: number,
    lastRow: number,
  ): void
  /** @param count how many figures the feature has */
  at(feature: number, count: number): Place
}

/** Words of one entry: the feature it begins with, the line, the first row, rows more than figures. */
const ENTRY_WORDS = 4

export function startPlaces(): Places {
  let entries = new Int32Array(64 * ENTRY_WORDS)
  let length = 0
  const placeFrom = (entry: number, feature: number, count: number): Place => {
    const line = entries[entry + 1] ?? 0
    const along = (line & 1) === ALONG_COLUMN ? ALONG_COLUMN : ALONG_ROW
    const first = entries[entry + 2] ?? 0
    const below = along === ALONG_COLUMN ? feature - (entries[entry] ?? 0) : 0
    const rows = (along === ALONG_COLUMN ? count - 1 : 0) + (entries[entry + 3] ?? 0)
    return { table: line >>> 1, along, firstRow: first + below, lastRow: first + below + rows }
  }
  const holds = (feature: number, line: number, firstRow: number, more: number): boolean => {
    if (length === 0) return false
    const entry = length - ENTRY_WORDS
    const below = (line & 1) === ALONG_COLUMN ? feature - (entries[entry] ?? 0) : 0
    return (
      entries[entry + 1] === line &&
      (entries[entry + 2] ?? 0) + below === firstRow &&
      entries[entry + 3] === more
    )
  }
  return {
    add(feature, count, table, along, firstRow, lastRow) {
      const line = table * 2 + along
      const more = lastRow - firstRow - (along === ALONG_COLUMN ? count - 1 : 0)
      if (holds(feature, line, firstRow, more)) return
      if (length === entries.length) {
        const larger = new Int32Array(entries.length * 2)
        larger.set(entries)
        entries = larger
      }
      entries[length] = feature
      entries[length + 1] = line
      entries[length + 2] = firstRow
      entries[length + 3] = more
      length += ENTRY_WORDS
    },
    at: (feature, count) => placeFrom(entryOf(entries, length, feature), feature, count),
  }
}

/** The last entry that does not begin behind the feature. */
function entryOf(entries: Int32Array, length: number, feature: number): number {
  let low = 0
  let high = length / ENTRY_WORDS - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((entries[middle * ENTRY_WORDS] ?? 0) <= feature) low = middle
    else high = middle - 1
  }
  return low * ENTRY_WORDS
}
