import { deflateRawSync } from 'node:zlib'
import { startCrc32 } from '../../src/content/archive/crc32.ts'

/** A file to be put into a zip archive, and what the archive says of it against the truth. */
export type Packed = {
  readonly name: string
  readonly data: Uint8Array
  readonly stored?: boolean
  /** Sizes and CRC stand behind the data. */
  readonly described?: boolean
  readonly encrypted?: boolean
  readonly method?: number
  readonly crc?: number
  readonly size?: number
  readonly compressedSize?: number
  /** What stands in the header at the file and differs from the directory. */
  readonly local?: { readonly name?: string; readonly method?: number; readonly crc?: number }
  /** Stands behind the file's own compressed bytes and is counted among them. */
  readonly slack?: Uint8Array
  /** Left out of the directory. */
  readonly unlisted?: boolean
  /** The directory has it, but it shares the bytes of the file before. */
  readonly sharesBytes?: boolean
}

export type Around = {
  readonly before?: Uint8Array
  readonly behind?: Uint8Array
  readonly between?: Uint8Array
  readonly count?: number
  readonly zip64?: boolean
  readonly withoutDirectory?: boolean
}

const le = (value: number, bytes: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_one, at) => Math.floor(value / 2 ** (8 * at)) & 255)

export const joined = (...pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces))

const known = new WeakMap<Uint8Array, { crc?: number; deflated?: Uint8Array }>()

/** What was worked out of these bytes before: bombs are made of one stretch many times over. */
function workedOut(bytes: Uint8Array): { crc?: number; deflated?: Uint8Array } {
  const found = known.get(bytes) ?? {}
  known.set(bytes, found)
  return found
}

function crcOf(bytes: Uint8Array): number {
  const found = workedOut(bytes)
  if (found.crc === undefined) {
    const crc = startCrc32()
    crc.add(bytes)
    found.crc = crc.value()
  }
  return found.crc
}

function deflated(bytes: Uint8Array): Uint8Array {
  const found = workedOut(bytes)
  found.deflated ??= new Uint8Array(deflateRawSync(bytes))
  return found.deflated
}

type Placed = { readonly packed: Packed; readonly at: number; readonly compressed: Uint8Array }

/** A zip archive, byte by byte. Source: PKWARE APPNOTE 6.3.10. */
export function zipOf(files: readonly Packed[], around: Around = {}): Uint8Array {
  const pieces: Uint8Array[] = []
  const placed: Placed[] = []
  let at = 0
  const put = (piece: Uint8Array) => {
    pieces.push(piece)
    at += piece.length
  }
  for (const packed of files) {
    const before = placed[placed.length - 1]
    const own = packed.stored ? packed.data : deflated(packed.data)
    const compressed = packed.slack === undefined ? own : joined(own, packed.slack)
    if (packed.sharesBytes && before !== undefined) {
      placed.push({ packed, at: before.at, compressed })
      continue
    }
    placed.push({ packed, at, compressed })
    put(localHeader(packed, compressed))
    put(compressed)
    if (packed.described) put(joined(le(0x08074b50, 4), tailOf(packed, compressed)))
    if (around.between !== undefined) put(around.between)
  }
  if (around.withoutDirectory) return joined(around.before ?? new Uint8Array(0), ...pieces)
  const directoryAt = at
  const listed = placed.filter(({ packed }) => !packed.unlisted)
  for (const file of listed) put(directoryEntry(file, around.zip64 === true))
  put(endOf(around.count ?? listed.length, at - directoryAt, directoryAt, around.zip64 === true))
  return joined(around.before ?? new Uint8Array(0), ...pieces, around.behind ?? new Uint8Array(0))
}

const methodOf = (packed: Packed): number => packed.method ?? (packed.stored ? 0 : 8)

const flagsOf = (packed: Packed): number => (packed.encrypted ? 1 : 0) | (packed.described ? 8 : 0)

const tailOf = (packed: Packed, compressed: Uint8Array): Uint8Array =>
  joined(
    le(packed.crc ?? crcOf(packed.data), 4),
    le(packed.compressedSize ?? compressed.length, 4),
    le(packed.size ?? packed.data.length, 4),
  )

function localHeader(packed: Packed, compressed: Uint8Array): Uint8Array {
  const name = new TextEncoder().encode(packed.local?.name ?? packed.name)
  const told = Object.assign({}, packed, packed.local?.crc === undefined ? {} : { crc: packed.local.crc })
  return joined(
    le(0x04034b50, 4),
    le(20, 2),
    le(flagsOf(packed), 2),
    le(packed.local?.method ?? methodOf(packed), 2),
    le(0, 4),
    packed.described ? new Uint8Array(12) : tailOf(told, compressed),
    le(name.length, 2),
    le(0, 2),
    name,
  )
}

function directoryEntry({ packed, at, compressed }: Placed, zip64: boolean): Uint8Array {
  const name = new TextEncoder().encode(packed.name)
  const sizes = [packed.size ?? packed.data.length, packed.compressedSize ?? compressed.length, at]
  const extra = zip64 ? joined(le(1, 2), le(24, 2), ...sizes.map((size) => le(size, 8))) : new Uint8Array(0)
  const [size = 0, compressedSize = 0, offset = 0] = zip64 ? sizes.map(() => 0xffffffff) : sizes
  return joined(
    le(0x02014b50, 4),
    le(45, 2),
    le(20, 2),
    le(flagsOf(packed), 2),
    le(methodOf(packed), 2),
    le(0, 4),
    le(packed.crc ?? crcOf(packed.data), 4),
    le(compressedSize, 4),
    le(size, 4),
    le(name.length, 2),
    le(extra.length, 2),
    le(0, 10),
    le(offset, 4),
    name,
    extra,
  )
}

function endOf(count: number, size: number, at: number, zip64: boolean): Uint8Array {
  const plain = joined(
    le(0x06054b50, 4),
    le(0, 4),
    le(zip64 ? 0xffff : count, 2),
    le(zip64 ? 0xffff : count, 2),
    le(zip64 ? 0xffffffff : size, 4),
    le(zip64 ? 0xffffffff : at, 4),
    le(0, 2),
  )
  if (!zip64) return plain
  const record = joined(
    le(0x06064b50, 4),
    le(44, 8),
    le(45, 4),
    le(0, 8),
    le(count, 8),
    le(count, 8),
    le(size, 8),
    le(at, 8),
  )
  return joined(record, le(0x07064b50, 4), le(0, 4), le(at + size, 8), le(1, 4), plain)
}

/** Files as an archive that nobody tampered with. */
export const archiveOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipOf(
    Object.keys(files).map((name) => {
      const content = files[name] ?? ''
      return { name, data: typeof content === 'string' ? new TextEncoder().encode(content) : content }
    }),
  )
