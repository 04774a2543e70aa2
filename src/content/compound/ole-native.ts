import { u16, u32 } from '../little-endian.ts'
import { windows1252Text } from '../text/text-encoding.ts'

/** A file put into a document as "package", with the name it had. */
export type NativeFile = { readonly name: string; readonly bytes: Uint8Array }

const LONGEST_NAME = 1024

/**
 * The file in an `Ole10Native` stream: label, name, where it lay, and its bytes.
 * A stream of another build is told whole. Source: [MS-OLEDS] 2.3.6 and the layout
 * that the Windows Packager writes.
 */
export function nativeFile(stream: Uint8Array): NativeFile {
  const whole = { name: 'object', bytes: stream.subarray(4) }
  if (u16(stream, 4) !== 2) return whole
  const label = zeroEnded(stream, 6)
  const original = zeroEnded(stream, label.end)
  const temporaryAt = original.end + 8
  const dataAt = temporaryAt + u32(stream, temporaryAt - 4)
  const length = u32(stream, dataAt)
  if (dataAt + 4 + length > stream.length) return whole
  const bytes = stream.subarray(dataAt + 4, dataAt + 4 + length)
  return { name: label.text === '' ? 'object' : label.text, bytes }
}

function zeroEnded(bytes: Uint8Array, from: number): { readonly text: string; readonly end: number } {
  let end = from
  while (end < bytes.length && end < from + LONGEST_NAME && bytes[end] !== 0) end++
  return { text: windows1252Text(bytes.subarray(from, end)), end: end + 1 }
}
