/** RC4, which older encrypted documents use; it encrypts and decrypts alike. Source: RFC 6229. */
export function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_nothing, at) => at)
  let other = 0
  const swap = (one: number, two: number) => {
    const held = state[one] ?? 0
    state[one] = state[two] ?? 0
    state[two] = held
  }
  for (let at = 0; at < 256; at++) {
    other = (other + (state[at] ?? 0) + (key[at % key.length] ?? 0)) & 255
    swap(at, other)
  }
  let one = 0
  let two = 0
  return bytes.map((byte) => {
    one = (one + 1) & 255
    two = (two + (state[one] ?? 0)) & 255
    swap(one, two)
    return byte ^ (state[((state[one] ?? 0) + (state[two] ?? 0)) & 255] ?? 0)
  })
}
