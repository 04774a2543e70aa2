import type { Budget } from '../limits.ts'
import { u16, u32 } from '../little-endian.ts'
import { joined } from '../pieces.ts'
import { utf16Text } from '../text/text-encoding.ts'

/** A file inside a compound file. */
export type Stream = { readonly name: string; readonly start: number; readonly size: number }

/** A folder inside a compound file. */
export type Storage = {
  readonly name: string
  readonly streams: readonly Stream[]
  readonly storages: readonly Storage[]
}

/**
 * A compound file: the container of .xls, .doc, .ppt, .msg and of whatever Office
 * encrypts. Source: [MS-CFB].
 */
export type CompoundFile = {
  readonly root: Storage
  /** False where the directory contradicts itself or is cut off. */
  readonly sound: boolean
  /** The bytes of a stream, as many as there are. They count against the budget. */
  contentOf(stream: Stream, budget: Budget): Content
}

/** What a stream holds, and how its chain of sectors ended. */
export type Content = { readonly bytes: Uint8Array; readonly end: 'whole' | 'damaged' | 'too-large' }

const DIRECTORY_ENTRY_BYTES = 128
/** Places of the sector table that the header itself holds. */
const HEADER_TABLE_PLACES = 109
const STORAGE = 1
const STREAM = 2
const ROOT = 5
/** Sector numbers from here on are marks, not sectors. */
const LARGEST_SECTOR = 0xfffffffa

/** Opens a compound file, or `null` where not even its header can be made out. */
export function openCompound(bytes: Uint8Array): CompoundFile | null {
  const shift = u16(bytes, 30)
  if (bytes.length < 512 || (shift !== 9 && shift !== 12) || u16(bytes, 32) !== 6) return null
  const sectors = Math.ceil(bytes.length / 2 ** shift) - 1
  const table = sectorTable(bytes, shift, sectors)
  const large = chains(table, shift, bytes, 1)
  const directory = large.follow(u32(bytes, 48), null)
  const entries = entriesOf(directory.bytes)
  const [root] = entries
  if (root === undefined || root.kind !== ROOT) return null
  const miniStream = large.follow(root.start, root.size)
  const miniTable = large.follow(u32(bytes, 60), null)
  const small = chains(wordsOf(miniTable.bytes), 6, miniStream.bytes, 0)
  const cutoff = u32(bytes, 56)
  const tree = treeOf(entries)
  return {
    root: tree.root,
    sound: directory.whole && tree.sound,
    contentOf({ start, size }, budget) {
      budget.expandedBytes -= Math.min(size, bytes.length)
      if (budget.expandedBytes < 0) return { bytes: new Uint8Array(0), end: 'too-large' }
      const found = (size < cutoff ? small : large).follow(start, size)
      return { bytes: found.bytes, end: found.whole ? 'whole' : 'damaged' }
    },
  }
}

/** Which sector follows which: the table stands in sectors of its own, listed in the header and beyond. */
function sectorTable(bytes: Uint8Array, shift: number, sectors: number): Uint32Array {
  const table = new Uint32Array(sectors).fill(0xffffffff)
  const places = 2 ** shift / 4
  let filled = 0
  const take = (sector: number) => {
    if (sector >= sectors) return
    const at = (sector + 1) * 2 ** shift
    for (let place = 0; place < places && filled < sectors; place++)
      table[filled++] = u32(bytes, at + place * 4)
  }
  for (let place = 0; place < HEADER_TABLE_PLACES; place++) take(u32(bytes, 76 + place * 4))
  let more = u32(bytes, 68)
  for (let steps = 0; more < sectors && filled < sectors && steps < sectors; steps++) {
    const at = (more + 1) * 2 ** shift
    for (let place = 0; place < places - 1; place++) take(u32(bytes, at + place * 4))
    more = u32(bytes, at + (places - 1) * 4)
  }
  return table
}

type Followed = { readonly bytes: Uint8Array; readonly whole: boolean }
type Chains = { follow(start: number, size: number | null): Followed }

/**
 * Follows chains of sectors. A chain that comes back to itself ends there, so no
 * chain gives more than there is. Neighbouring sectors are not copied.
 *
 * @param sectorZero how many sectors stand before sector 0: the header is one
 */
function chains(table: Uint32Array, shift: number, source: Uint8Array, sectorZero: number): Chains {
  const sectorBytes = 2 ** shift
  const seen = new Uint32Array(table.length)
  let chain = 0
  return {
    follow(start, size) {
      chain++
      const pieces: Uint8Array[] = []
      const wanted = size ?? source.length
      let length = 0
      let sector = start
      while (length < wanted && sector < table.length && seen[sector] !== chain) {
        const from = (sector + sectorZero) * sectorBytes
        let to = from
        do {
          seen[sector] = chain
          to += sectorBytes
          sector = table[sector] ?? LARGEST_SECTOR
        } while (
          (sector + sectorZero) * sectorBytes === to &&
          length + to - from < wanted &&
          sector < table.length &&
          seen[sector] !== chain
        )
        const expected = Math.min(to - from, wanted - length)
        const piece = source.subarray(from, from + expected)
        pieces.push(piece)
        length += piece.length
        if (piece.length < expected) break
      }
      const whole = size === null ? sector > LARGEST_SECTOR : length === size
      return { bytes: joined(pieces), whole }
    },
  }
}

const wordsOf = (bytes: Uint8Array): Uint32Array =>
  new Uint32Array(bytes.length >> 2).map((_zero, place) => u32(bytes, place * 4))

type Entry = Stream & {
  readonly kind: number
  readonly left: number
  readonly right: number
  readonly child: number
}

function entriesOf(directory: Uint8Array): readonly Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= directory.length; at += DIRECTORY_ENTRY_BYTES) {
    const nameBytes = Math.min(Math.max(u16(directory, at + 64) - 2, 0), 62)
    entries.push({
      name: utf16Text(directory.subarray(at, at + nameBytes), 'little'),
      kind: directory[at + 66] ?? 0,
      left: u32(directory, at + 68),
      right: u32(directory, at + 72),
      child: u32(directory, at + 76),
      start: u32(directory, at + 116),
      size: u32(directory, at + 120),
    })
  }
  return entries
}

type OpenStorage = { readonly name: string; readonly streams: Stream[]; readonly storages: OpenStorage[] }

/**
 * The tree of storages. Each entry is taken once, however the file links them;
 * one that nothing links to is taken as standing in the root.
 */
function treeOf(entries: readonly Entry[]): { readonly root: Storage; readonly sound: boolean } {
  const root: OpenStorage = { name: entries[0]?.name ?? '', streams: [], storages: [] }
  const taken = new Uint8Array(entries.length)
  taken[0] = 1
  const waiting: [number, OpenStorage][] = [[entries[0]?.child ?? LARGEST_SECTOR, root]]
  const takeWaiting = () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [index, storage] = next
      const entry = entries[index]
      if (entry === undefined || taken[index] === 1) continue
      taken[index] = 1
      waiting.push([entry.right, storage], [entry.left, storage])
      if (entry.kind === STREAM) storage.streams.push(entry)
      if (entry.kind !== STORAGE) continue
      const inner: OpenStorage = { name: entry.name, streams: [], storages: [] }
      storage.storages.push(inner)
      waiting.push([entry.child, inner])
    }
  }
  takeWaiting()
  let sound = true
  entries.forEach((entry, index) => {
    if (taken[index] === 1 || (entry.kind !== STREAM && entry.kind !== STORAGE)) return
    sound = false
    waiting.push([index, root])
    takeWaiting()
  })
  return { root, sound }
}

/** The stream of that name, upper and lower case alike, or `undefined`. */
export const streamNamed = (storage: Storage, name: string): Stream | undefined =>
  storage.streams.find((stream) => stream.name.toLowerCase() === name.toLowerCase())
