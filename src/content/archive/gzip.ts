import type { Reading } from '../content.ts'
import { held, INSIDE, type Opened, unreadable } from '../inside.ts'
import type { Budget } from '../limits.ts'
import { u16, u32 } from '../little-endian.ts'
import { windows1252Text } from '../text/text-encoding.ts'
import { startCrc32 } from './crc32.ts'
import { inflatedStream } from './inflate.ts'

/** How reading a gzip file ended. */
export type GzipEnd = 'whole' | 'damaged' | 'too-large'

const HAS_HEADER_CRC = 2
const HAS_EXTRA = 4
const HAS_NAME = 8
const HAS_COMMENT = 16
const TRAILER_BYTES = 8

/** Reads what a gzip file holds. Its members are one file, as gzip itself has it. */
export function* readGzip({ path, bytes, budget, depth, read }: Opened): Generator<Reading, void> {
  const inner = yield* held(gunzipped(bytes, budget), 0)
  const inside = path + INSIDE + nameIn(path, bytes)
  yield* read(inside, inner.bytes, budget, depth + 1)
  if (inner.end !== 'whole') yield unreadable(inside, inner.end)
}

/**
 * The bytes of every member, one after the other, each checked by its CRC-32 and
 * length. A reader of the first member alone misses what the others hide.
 * Source: RFC 1952, §2.2.
 */
export function* gunzipped(bytes: Uint8Array, budget: Budget): Generator<Uint8Array, GzipEnd> {
  let at = 0
  while (at < bytes.length) {
    const header = headerAt(bytes, at)
    if (header === null) return at > 0 && isPadding(bytes, at) ? 'whole' : 'damaged'
    const end = yield* member(bytes, header.dataAt, budget)
    if (typeof end === 'string') return end
    at = end.next
  }
  return 'whole'
}

function* member(
  bytes: Uint8Array,
  from: number,
  budget: Budget,
): Generator<Uint8Array, { readonly next: number } | 'damaged' | 'too-large'> {
  const crc = startCrc32()
  let size = 0
  const pieces = inflatedStream(bytes.subarray(from))
  let piece = pieces.next()
  while (!piece.done) {
    budget.expandedBytes -= piece.value.length
    if (budget.expandedBytes < 0) return 'too-large'
    size += piece.value.length
    crc.add(piece.value)
    yield piece.value
    piece = pieces.next()
  }
  const trailer = from + piece.value.taken
  const right =
    piece.value.whole &&
    trailer + TRAILER_BYTES <= bytes.length &&
    u32(bytes, trailer) === crc.value() &&
    u32(bytes, trailer + 4) === size >>> 0
  return right ? { next: trailer + TRAILER_BYTES } : 'damaged'
}

/** Some writers fill up their last block with zeros. */
const isPadding = (bytes: Uint8Array, at: number): boolean => bytes.subarray(at).every((byte) => byte === 0)

type Header = { readonly dataAt: number; readonly name: string }

function headerAt(bytes: Uint8Array, at: number): Header | null {
  if (at + 10 > bytes.length || bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8)
    return null
  const flags = bytes[at + 3] ?? 0
  let next = at + 10
  if (flags & HAS_EXTRA) next += 2 + u16(bytes, next)
  const nameFrom = next
  if (flags & HAS_NAME) next = afterZero(bytes, next)
  const name = windows1252Text(bytes.subarray(nameFrom, Math.max(nameFrom, next - 1)))
  if (flags & HAS_COMMENT) next = afterZero(bytes, next)
  if (flags & HAS_HEADER_CRC) next += 2
  return { dataAt: next, name }
}

const afterZero = (bytes: Uint8Array, from: number): number => {
  const zero = bytes.indexOf(0, from)
  return zero === -1 ? bytes.length : zero + 1
}

/** The name in the header, else the file's own without its `.gz`. */
function nameIn(path: string, bytes: Uint8Array): string {
  const own = path.split(INSIDE).pop() ?? path
  const name = headerAt(bytes, 0)?.name ?? ''
  return name === '' ? own.replace(/\.t?gz$/i, '') : name.slice(0, 1024)
}
