import { type CompoundFile, type Storage, streamNamed } from '../compound/compound.ts'
import type { Budget } from '../limits.ts'
import { u32 } from '../little-endian.ts'
import { textOf, utf16Text } from '../text/text-encoding.ts'

/** What a message, or an attachment of one, says of itself. Source: [MS-OXMSG] 2.4. */
export type Properties = {
  text(property: PropertyId): string | null
  bytes(property: PropertyId): Uint8Array | null
  number(property: PropertyId): number | null
}

/** Properties that are read, in hexadecimal. Source: [MS-OXPROPS]. */
export const SUBJECT = '0037'
export const BODY_PLAIN = '1000'
export const BODY_RTF = '1009'
export const BODY_HTML = '1013'
export const ATTACHED = '3701'
export const ATTACHED_HOW = '3705'
export const ATTACHED_LONG_NAME = '3707'
export const ATTACHED_SHORT_NAME = '3704'
export const ATTACHED_WHERE = '370D'
export const DISPLAY_NAME = '3001'

export type PropertyId =
  | typeof SUBJECT
  | typeof BODY_PLAIN
  | typeof BODY_RTF
  | typeof BODY_HTML
  | typeof ATTACHED
  | typeof ATTACHED_HOW
  | typeof ATTACHED_LONG_NAME
  | typeof ATTACHED_SHORT_NAME
  | typeof ATTACHED_WHERE
  | typeof DISPLAY_NAME

/** Property types. Source: [MS-OXCDATA] 2.11.1. */
const UNICODE_TEXT = '001F'
const CODED_TEXT = '001E'
const BINARY = '0102'
const WHOLE_NUMBER = 3

/** The stream of all properties that need no stream of their own. */
export const PROPERTY_STREAM = '__properties_version1.0'
const PROPERTY_BYTES = 16

/** What stands before the properties of an attachment. Source: [MS-OXMSG] 2.4.1.3. Unit: bytes. */
const HEADER_BYTES = 8

/** What a storage of a message says of itself; numbers are asked of attachments only. */
export function propertiesOf(file: CompoundFile, storage: Storage, budget: Budget): Properties {
  const content = (name: string): Uint8Array | null => {
    const stream = streamNamed(storage, name)
    return stream === undefined ? null : file.contentOf(stream, budget).bytes
  }
  const own = (property: PropertyId, type: string) => content(`__substg1.0_${property}${type}`)
  const fixed = content(PROPERTY_STREAM) ?? new Uint8Array(0)
  return {
    text(property) {
      const unicode = own(property, UNICODE_TEXT)
      if (unicode !== null) return utf16Text(unicode, 'little')
      const coded = own(property, CODED_TEXT)
      return coded === null ? null : textOf(coded)
    },
    bytes: (property) => own(property, BINARY),
    number(property) {
      const tag = Number.parseInt(property, 16) * 65536 + WHOLE_NUMBER
      for (let at = HEADER_BYTES; at + PROPERTY_BYTES <= fixed.length; at += PROPERTY_BYTES)
        if (u32(fixed, at) === tag) return u32(fixed, at + 8)
      return null
    },
  }
}
