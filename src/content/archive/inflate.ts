import { type HuffmanTable, huffmanTable } from './huffman.ts'

/** How a deflate stream ended. */
export type InflateEnd = {
  /** Whether it came to its own end. */
  readonly whole: boolean
  /** How many of the given bytes it took; what stands behind it is not part of it. All, where it breaks. */
  readonly taken: number
}

/** How far back a stream may repeat itself. Source: RFC 1951, §2. */
const WINDOW_BYTES = 32_768
/** What is told at once, the first time with a window more. */
const PIECE_BYTES = 16_384
/** A repetition is at most so long. */
const LONGEST_REPETITION = 258

/** Lengths and distances: the least of each symbol, and how many bits are added to it. Source: RFC 1951, §3.2.5. */
const LENGTH_BITS = bytesOf('00000000111122223333444455550')
const LENGTHS = leasts(LENGTH_BITS, 3, 1)
const DISTANCE_BITS = Uint8Array.from({ length: 30 }, (_none, symbol) => Math.max(0, (symbol >> 1) - 1))
const DISTANCES = leasts(DISTANCE_BITS, 1, 1)
LENGTHS[28] = LONGEST_REPETITION

/** The order in which the lengths of the code for code lengths stand. Source: RFC 1951, §3.2.7. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

function bytesOf(digits: string): Uint8Array {
  return Uint8Array.from(digits, Number)
}

function leasts(bits: Uint8Array, first: number, step: number): Uint16Array {
  let least = first
  return Uint16Array.from(bits, (more) => {
    const own = least
    least += step << more
    return own
  })
}

type Codes = { readonly symbols: HuffmanTable; readonly distances: HuffmanTable }

/** The codes of blocks that bring none of their own. Source: RFC 1951, §3.2.6. */
function fixedCodes(): Codes | null {
  const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288)
  return codesOf(lengths, new Uint8Array(30).fill(5))
}

function codesOf(symbolLengths: Uint8Array, distanceLengths: Uint8Array): Codes | null {
  const symbols = huffmanTable(symbolLengths)
  const distances = huffmanTable(distanceLengths)
  return symbols === null || distances === null ? null : { symbols, distances }
}

/** Where reading of a stream stands. */
type State = {
  readonly data: Uint8Array
  at: number
  /** Bits taken from the bytes but not used yet, the next lowest, and how many. */
  held: number
  bits: number
  readonly out: Uint8Array
  written: number
  /** The block at hand: between blocks, bytes as they are, or codes. */
  block: 'none' | 'stored' | Codes
  stored: number
  isLast: boolean
  ended: 'no' | 'whole' | 'broken'
}

/**
 * The bytes of a deflate stream, piece by piece, however much comes out. A piece
 * is valid until the next is asked for. Where the stream breaks, all that came
 * before has been told. Source: RFC 1951.
 */
export function* inflatedStream(data: Uint8Array): Generator<Uint8Array, InflateEnd> {
  const most = WINDOW_BYTES + PIECE_BYTES + LONGEST_REPETITION
  const state: State = {
    data,
    at: 0,
    held: 0,
    bits: 0,
    out: new Uint8Array(Math.min(most, data.length * 1032 + LONGEST_REPETITION)),
    written: 0,
    block: 'none',
    stored: 0,
    isLast: false,
    ended: 'no',
  }
  let told = 0
  while (state.ended === 'no') {
    fill(state)
    if (state.written > told) yield state.out.subarray(told, state.written)
    told = keepWindow(state)
  }
  return state.ended === 'whole'
    ? { whole: true, taken: state.at - (state.bits >> 3) }
    : { whole: false, taken: data.length }
}

/** Moves what may be repeated to the beginning. */
function keepWindow(state: State): number {
  if (state.written > WINDOW_BYTES) {
    state.out.copyWithin(0, state.written - WINDOW_BYTES, state.written)
    state.written = WINDOW_BYTES
  }
  return state.written
}

/** Goes on until a piece is full or the stream ends. */
function fill(state: State): void {
  while (state.ended === 'no' && state.written < WINDOW_BYTES + PIECE_BYTES) {
    if (state.block === 'none') beginBlock(state)
    else if (state.block === 'stored') copyStored(state)
    else inflateCodes(state, state.block)
    if (state.at - (state.bits >> 3) > state.data.length) state.ended = 'broken'
  }
}

function beginBlock(state: State): void {
  if (state.isLast) {
    state.ended = 'whole'
    return
  }
  state.isLast = take(state, 1) === 1
  const kind = take(state, 2)
  if (kind === 0) return beginStored(state)
  const codes = kind === 1 ? fixedCodes() : kind === 2 ? ownCodes(state) : null
  if (codes === null) state.ended = 'broken'
  else state.block = codes
}

/** The next bits as a number. Beyond the end there are zeros; `fill` sees that. */
function take(state: State, count: number): number {
  while (state.bits < count) {
    state.held |= (state.data[state.at++] ?? 0) << state.bits
    state.bits += 8
  }
  const value = state.held & ((1 << count) - 1)
  state.held >>>= count
  state.bits -= count
  return value
}

function beginStored(state: State): void {
  state.at -= state.bits >> 3
  state.held = 0
  state.bits = 0
  const length = take(state, 16)
  if ((take(state, 16) ^ 0xffff) !== length) state.ended = 'broken'
  state.stored = length
  state.block = 'stored'
}

function copyStored(state: State): void {
  const room = WINDOW_BYTES + PIECE_BYTES - state.written
  const from = state.at
  const length = Math.min(state.stored, room, state.data.length - from)
  if (length < 0 || (length === 0 && state.stored > 0)) {
    state.ended = 'broken'
    return
  }
  state.out.set(state.data.subarray(from, from + length), state.written)
  state.at += length
  state.written += length
  state.stored -= length
  if (state.stored === 0) state.block = 'none'
}

/** The codes that a block brings with it. Source: RFC 1951, §3.2.7. */
function ownCodes(state: State): Codes | null {
  const symbols = take(state, 5) + 257
  const distances = take(state, 5) + 1
  const count = take(state, 4) + 4
  const orderLengths = new Uint8Array(19)
  for (let place = 0; place < count; place++) orderLengths[LENGTH_ORDER[place] ?? 0] = take(state, 3)
  const table = huffmanTable(orderLengths)
  if (table === null) return null
  const lengths = new Uint8Array(symbols + distances)
  let filled = 0
  while (filled < lengths.length) {
    const symbol = symbolOf(state, table)
    if (symbol < 0 || (symbol === 16 && filled === 0)) return null
    if (symbol < 16) {
      lengths[filled++] = symbol
      continue
    }
    const value = symbol === 16 ? (lengths[filled - 1] ?? 0) : 0
    const times =
      symbol === 16 ? 3 + take(state, 2) : symbol === 17 ? 3 + take(state, 3) : 11 + take(state, 7)
    if (filled + times > lengths.length) return null
    lengths.fill(value, filled, filled + times)
    filled += times
  }
  return codesOf(lengths.subarray(0, symbols), lengths.subarray(symbols))
}

/** The next symbol; -1 where the bits are no code. */
function symbolOf(state: State, { entries, mask }: HuffmanTable): number {
  while (state.bits < 15) {
    state.held |= (state.data[state.at++] ?? 0) << state.bits
    state.bits += 8
  }
  const entry = entries[state.held & mask] ?? 0
  state.held >>>= entry & 15
  state.bits -= entry & 15
  return entry === 0 ? -1 : entry >> 4
}

/**
 * Takes symbols until the block ends or the piece is full. Nearly all time goes
 * by here, so what it needs is in variables of its own and no function is called.
 */
function inflateCodes(state: State, { symbols, distances }: Codes): void {
  const { data, out } = state
  const { entries, mask } = symbols
  let { at, held, bits, written } = state
  const end = data.length
  while (written < WINDOW_BYTES + PIECE_BYTES) {
    if (bits < 15) {
      held |= ((data[at] ?? 0) | ((data[at + 1] ?? 0) << 8)) << bits
      at += 2
      bits += 16
    }
    const entry = entries[held & mask] ?? 0
    const symbol = entry >> 4
    held >>>= entry & 15
    bits -= entry & 15
    if (symbol < 256) {
      if (entry === 0 || (at > end && at * 8 - bits > end * 8)) break
      out[written++] = symbol
      continue
    }
    if (symbol === 256) {
      state.block = 'none'
      break
    }
    const lengthBits = LENGTH_BITS[symbol - 257] ?? 0
    if (bits < 15) {
      held |= ((data[at] ?? 0) | ((data[at + 1] ?? 0) << 8)) << bits
      at += 2
      bits += 16
    }
    const length = (LENGTHS[symbol - 257] ?? 0) + (held & ((1 << lengthBits) - 1))
    held >>>= lengthBits
    bits -= lengthBits
    if (bits < 15) {
      held |= ((data[at] ?? 0) | ((data[at + 1] ?? 0) << 8)) << bits
      at += 2
      bits += 16
    }
    const far = distances.entries[held & distances.mask] ?? 0
    held >>>= far & 15
    bits -= far & 15
    const distanceBits = DISTANCE_BITS[far >> 4] ?? 0
    if (bits < 15) {
      held |= ((data[at] ?? 0) | ((data[at + 1] ?? 0) << 8)) << bits
      at += 2
      bits += 16
    }
    const distance = (DISTANCES[far >> 4] ?? 0) + (held & ((1 << distanceBits) - 1))
    held >>>= distanceBits
    bits -= distanceBits
    if (far === 0 || length === 0 || distance === 0 || distance > written) break
    if (at > end && at * 8 - bits > end * 8) break
    for (const stop = written + length; written < stop; written++) out[written] = out[written - distance] ?? 0
  }
  const isStuck = written < WINDOW_BYTES + PIECE_BYTES && state.block !== 'none'
  if (isStuck) state.ended = 'broken'
  state.at = at
  state.held = held
  state.bits = bits
  state.written = written
}
