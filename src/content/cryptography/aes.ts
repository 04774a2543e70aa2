/** Multiplication by x in the field of AES. Source: FIPS 197, §4.2.1. */
const doubled = (byte: number): number => ((byte << 1) ^ (byte & 0x80 ? 0x11b : 0)) & 255

function times(one: number, other: number): number {
  let product = 0
  for (let factor = one, bits = other; bits > 0; bits >>= 1, factor = doubled(factor))
    if (bits & 1) product ^= factor
  return product
}

/** The substitution of bytes and its inverse: the inverse in the field, then turned and added up. Source: FIPS 197, §5.1.1. */
const SUBSTITUTE = new Uint8Array(256)
const RESTORE = new Uint8Array(256)
for (let byte = 0, power = 1, inverse = 1; byte < 255; byte++) {
  // 3 generates the field, and 0xF6 is its inverse: so power and inverse stay inverse to each other.
  const turned = inverse ^ (inverse << 1) ^ (inverse << 2) ^ (inverse << 3) ^ (inverse << 4)
  SUBSTITUTE[power] = ((turned ^ (turned >> 8)) & 255) ^ 0x63
  power = times(power, 3)
  inverse = times(inverse, 0xf6)
}
SUBSTITUTE[0] = 0x63
SUBSTITUTE.forEach((substitute, byte) => {
  RESTORE[substitute] = byte
})

/** Products by 9, 11, 13 and 14, which undoing the mixing of columns needs. */
const [BY_9, BY_11, BY_13, BY_14] = [9, 11, 13, 14].map((factor) =>
  Uint8Array.from({ length: 256 }, (_nothing, byte) => times(byte, factor)),
)

const BLOCK = 16

/** Round keys. Source: FIPS 197, §5.2. */
function expanded(key: Uint8Array): Uint8Array {
  const rounds = key.length / 4 + 6
  const keys = new Uint8Array((rounds + 1) * BLOCK)
  keys.set(key)
  let constant = 1
  for (let at = key.length; at < keys.length; at += 4) {
    let word = [0, 1, 2, 3].map((place) => keys[at - 4 + place] ?? 0)
    if (at % key.length === 0) {
      word = [1, 2, 3, 0].map((place) => SUBSTITUTE[word[place] ?? 0] ?? 0)
      word[0] = (word[0] ?? 0) ^ constant
      constant = doubled(constant)
    } else if (key.length === 32 && at % 32 === 16) word = word.map((byte) => SUBSTITUTE[byte] ?? 0)
    for (let place = 0; place < 4; place++)
      keys[at + place] = (keys[at - key.length + place] ?? 0) ^ (word[place] ?? 0)
  }
  return keys
}

/** AES in cipher block chaining, 128 or 256 bits, as far as blocks are whole. Source: FIPS 197; SP 800-38A, §6.2. */
export function aesDecrypted(key: Uint8Array, vector: Uint8Array, bytes: Uint8Array): Uint8Array {
  const keys = expanded(key)
  const plain = new Uint8Array(bytes.subarray(0, bytes.length - (bytes.length % BLOCK)))
  const shifted = new Uint8Array(BLOCK)
  for (let from = 0; from < plain.length; from += BLOCK) {
    const block = plain.subarray(from, from + BLOCK)
    addKey(block, keys, keys.length - BLOCK)
    for (let round = keys.length - 2 * BLOCK; round >= 0; round -= BLOCK) {
      for (let at = 0; at < BLOCK; at++) shifted[(at + 4 * (at % 4)) % BLOCK] = RESTORE[block[at] ?? 0] ?? 0
      block.set(shifted)
      addKey(block, keys, round)
      if (round > 0) unmix(block)
    }
    const before = from === 0 ? vector : bytes.subarray(from - BLOCK, from)
    addKey(block, before, 0)
  }
  return plain
}

/** The same the other way, without padding: PDF's newest keys are made so. */
export function aesEncrypted(key: Uint8Array, vector: Uint8Array, bytes: Uint8Array): Uint8Array {
  const keys = expanded(key)
  const secret = new Uint8Array(bytes.subarray(0, bytes.length - (bytes.length % BLOCK)))
  const shifted = new Uint8Array(BLOCK)
  for (let from = 0; from < secret.length; from += BLOCK) {
    const block = secret.subarray(from, from + BLOCK)
    addKey(block, from === 0 ? vector : secret.subarray(from - BLOCK, from), 0)
    addKey(block, keys, 0)
    for (let round = BLOCK; round < keys.length; round += BLOCK) {
      for (let at = 0; at < BLOCK; at++)
        shifted[at] = SUBSTITUTE[block[(at + 4 * (at % 4)) % BLOCK] ?? 0] ?? 0
      block.set(shifted)
      if (round < keys.length - BLOCK) mix(block)
      addKey(block, keys, round)
    }
  }
  return secret
}

function addKey(block: Uint8Array, keys: Uint8Array, from: number): void {
  for (let at = 0; at < BLOCK; at++) block[at] = (block[at] ?? 0) ^ (keys[from + at] ?? 0)
}

function mix(block: Uint8Array): void {
  for (let at = 0; at < BLOCK; at += 4) {
    const a = block[at] ?? 0
    const b = block[at + 1] ?? 0
    const c = block[at + 2] ?? 0
    const d = block[at + 3] ?? 0
    const all = a ^ b ^ c ^ d
    block[at] = a ^ all ^ doubled(a ^ b)
    block[at + 1] = b ^ all ^ doubled(b ^ c)
    block[at + 2] = c ^ all ^ doubled(c ^ d)
    block[at + 3] = d ^ all ^ doubled(d ^ a)
  }
}

function unmix(block: Uint8Array): void {
  for (let at = 0; at < BLOCK; at += 4) {
    const a = block[at] ?? 0
    const b = block[at + 1] ?? 0
    const c = block[at + 2] ?? 0
    const d = block[at + 3] ?? 0
    block[at] = product(a, b, c, d)
    block[at + 1] = product(b, c, d, a)
    block[at + 2] = product(c, d, a, b)
    block[at + 3] = product(d, a, b, c)
  }
}

const product = (a: number, b: number, c: number, d: number): number =>
  (BY_14?.[a] ?? 0) ^ (BY_11?.[b] ?? 0) ^ (BY_13?.[c] ?? 0) ^ (BY_9?.[d] ?? 0)
