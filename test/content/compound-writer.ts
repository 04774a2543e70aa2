import CFB from 'cfb'

/** Writes a compound file with the given streams; a path like `A/B` is a stream B in a storage A. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new()
  for (const [path, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${path}`, bytes)
  return Uint8Array.from(CFB.write(file, { type: 'array' }))
}

/** Bytes put together: numbers are bytes, texts ASCII. */
export const bytesOf = (...parts: readonly (number | string | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => {
      if (typeof part === 'number') return [part]
      return typeof part === 'string' ? Array.from(part, (one) => one.charCodeAt(0)) : [...part]
    }),
  )

export const word = (value: number): Uint8Array => Uint8Array.of(value & 255, (value >> 8) & 255)
export const long = (value: number): Uint8Array =>
  bytesOf(word(value & 0xffff), word((value >>> 16) & 0xffff))
export const utf16 = (text: string): Uint8Array =>
  bytesOf(...Array.from({ length: text.length }, (_none, at) => word(text.charCodeAt(at))))
export const float = (value: number): Uint8Array => new Uint8Array(new Float64Array([value]).buffer)
