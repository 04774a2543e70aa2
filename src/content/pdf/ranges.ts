/** Values for ranges of whole numbers, as PDF writes widths and characters of a font. */
export type Ranges<T> = {
  add(from: number, to: number, value: T): void
  /** The range that a number is in. Of two, the one that begins later. */
  find(code: number): Range<T> | undefined
}

export type Range<T> = { readonly from: number; readonly to: number; readonly value: T }

/** Ranges are kept as they come and put in order at the first question. */
export function rangesOf<T>(): Ranges<T> {
  const ranges: Range<T>[] = []
  let inOrder = true
  return {
    add(from, to, value) {
      ranges.push({ from, to, value })
      inOrder = false
    },
    find(code) {
      if (!inOrder) ranges.sort((one, other) => one.from - other.from)
      inOrder = true
      let low = 0
      let high = ranges.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((ranges[middle]?.from ?? 0) <= code) low = middle + 1
        else high = middle
      }
      const found = ranges[low - 1]
      return found !== undefined && code <= found.to ? found : undefined
    },
  }
}
