import { distinctNames } from '../archive/distinct-names.ts'
import { nativeFile } from '../compound/ole-native.ts'
import type { Reading } from '../content.ts'
import { pageInto } from '../document/page.ts'
import { INSIDE, type Opened, unreadable, withinBudget } from '../inside.ts'
import { MAX_DEPTH } from '../limits.ts'
import { u32 } from '../little-endian.ts'
import { windows1252Text } from '../text/text-encoding.ts'
import { rtfInto } from './text.ts'
import { rtfTokens } from './tokens.ts'

/** Reads Rich Text: its lines and tables, and the objects embedded in it. Source: RTF Specification 1.9.1. */
export function* readRtf(opened: Opened): Generator<Reading, void> {
  const { path, bytes, budget } = opened
  const ready: Reading[] = []
  const objects: EmbeddedObject[] = []
  const page = pageInto((reading) => {
    ready.push(reading)
  })
  const take = rtfInto(bytes, page, (hexadecimal) => {
    const object = objectIn(bytesOfHexadecimal(hexadecimal))
    if (object !== null) objects.push(object)
  })
  let open = 0
  for (const token of rtfTokens(bytes)) {
    if (token.kind === 'open') open++
    if (token.kind === 'close') open--
    take(token)
    if (ready.length > 0 && !(yield* withinBudget(ready.splice(0), path, budget))) return
  }
  page.end()
  if (!(yield* withinBudget(ready.splice(0), path, budget))) return
  if (open > 0) yield unreadable(path, 'damaged')
  yield* readObjects(opened, objects)
}

type EmbeddedObject = { readonly name: string; readonly bytes: Uint8Array }

function* readObjects(opened: Opened, objects: readonly EmbeddedObject[]): Generator<Reading, void> {
  const { path, budget, depth, read } = opened
  const distinct = distinctNames()
  for (const { name, bytes } of objects) {
    const inside = path + INSIDE + distinct(name)
    budget.entries--
    budget.expandedBytes -= bytes.length
    if (depth >= MAX_DEPTH || budget.entries < 0 || budget.expandedBytes < 0)
      return yield unreadable(inside, 'too-large')
    yield* read(inside, bytes, budget, depth + 1)
  }
}

function bytesOfHexadecimal(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 1) >> 1)
  let digits = 0
  for (const piece of pieces)
    for (const code of piece) {
      const digit = code < 58 ? code - 48 : (code | 32) - 87
      if (digit < 0 || digit > 15) continue
      const at = digits >> 1
      bytes[at] = digits % 2 === 0 ? digit << 4 : (bytes[at] ?? 0) | digit
      digits++
    }
  return bytes.subarray(0, digits >> 1)
}

/** An embedded object: version, kind, three names, then its bytes. Source: [MS-OLEDS] 2.2.5. */
function objectIn(stream: Uint8Array): EmbeddedObject | null {
  if (stream.length === 0) return null
  const className = lengthPrefixed(stream, 8)
  const topic = lengthPrefixed(stream, className.end)
  const item = lengthPrefixed(stream, topic.end)
  const size = u32(stream, item.end)
  if (item.end + 4 > stream.length) return { name: 'object', bytes: stream }
  if (className.text === 'Package') return nativeFile(stream.subarray(item.end))
  const name = className.text === '' ? 'object' : className.text
  return { name, bytes: stream.subarray(item.end + 4, item.end + 4 + size) }
}

function lengthPrefixed(bytes: Uint8Array, at: number): { readonly text: string; readonly end: number } {
  const length = u32(bytes, at)
  const end = Math.min(at + 4 + length, bytes.length)
  return { text: windows1252Text(bytes.subarray(at + 4, Math.max(at + 4, end - 1))).slice(0, 256), end }
}
