/**
 * A table that turns the next bits of a deflate stream into a symbol: the symbol
 * times 16 plus how many bits its code has, 0 where no code is so.
 */
export type HuffmanTable = { readonly entries: Uint16Array; readonly mask: number }

/** Longest code of deflate, unit: bits. Source: RFC 1951, §3.2.7. */
const LONGEST_CODE = 15

/**
 * The table of a code that is given by the lengths of its words, or `null` where
 * they are more than bits can tell apart. Source: RFC 1951, §3.2.2.
 */
export function huffmanTable(lengths: Uint8Array): HuffmanTable | null {
  const counts = new Uint16Array(LONGEST_CODE + 1)
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1
  counts[0] = 0
  let longest = LONGEST_CODE
  while (longest > 1 && counts[longest] === 0) longest--
  const nextCode = new Uint16Array(LONGEST_CODE + 2)
  let code = 0
  for (let length = 1; length <= longest; length++) {
    code = (code + (counts[length - 1] ?? 0)) << 1
    nextCode[length] = code
    if (code + (counts[length] ?? 0) > 1 << length) return null
  }
  const entries = new Uint16Array(1 << longest)
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol] ?? 0
    if (length === 0) continue
    const own = nextCode[length] ?? 0
    nextCode[length] = own + 1
    for (let place = reversed(own, length); place < entries.length; place += 1 << length)
      entries[place] = (symbol << 4) | length
  }
  return { entries, mask: entries.length - 1 }
}

/** Codes stand in the stream with their first bit lowest. */
function reversed(code: number, length: number): number {
  let result = 0
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit)
  return result
}
