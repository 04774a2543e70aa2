/**
 * Puts what one piece left over before the next, in memory that is used again
 * and again. What it gives is valid until it is asked the next time.
 */
export type Carry = {
  /** The rest of the piece before, and this one behind it. */
  joined(piece: Uint8Array): Uint8Array
  /** Keeps the bytes from there on of what was given last. */
  keep(bytes: Uint8Array, from: number): void
  /** How many bytes are kept. */
  length(): number
}

export function startCarry(): Carry {
  let memory = new Uint8Array(0)
  let kept = 0
  return {
    joined(piece) {
      if (kept === 0) return piece
      const length = kept + piece.length
      if (memory.length < length) memory = larger(memory, length)
      memory.set(piece, kept)
      return memory.subarray(0, length)
    },
    keep(bytes, from) {
      kept = bytes.length - from
      if (kept === 0) return
      if (memory.length < kept) memory = larger(memory, kept)
      memory.set(bytes.subarray(from))
    },
    length: () => kept,
  }
}

/** A quarter more than is needed: what is left over differs from piece to piece. */
function larger(memory: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(length + (length >> 2))
  grown.set(memory)
  return grown
}
