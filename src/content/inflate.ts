import { Inflate } from 'fflate'

/** How a deflate stream ended. */
export type InflateEnd = {
  /** Whether it came to its own end. */
  readonly whole: boolean
  /** How many of the given bytes it took; what stands behind it is not part of it. */
  readonly taken: number
}

/** Compressed bytes pushed at once: deflate expands at most 1,032 times, so at most 8 MB come out (Fifield 2019). */
const PUSH_BYTES = 8192

/** The bytes of a deflate stream, piece by piece. Source: RFC 1951. */
export function* inflatedStream(data: Uint8Array): Generator<Uint8Array, InflateEnd> {
  let out: Uint8Array[] = []
  const inflate = new Inflate((chunk) => {
    if (chunk.length > 0) out.push(chunk)
  })
  for (let at = 0; at < data.length; at += PUSH_BYTES) {
    const failed = pushed(inflate, data.subarray(at, at + PUSH_BYTES))
    const ready = out
    out = []
    yield* ready
    if (failed) return { whole: false, taken: at }
    const left = leftBehindEnd(inflate)
    if (left !== null) return { whole: true, taken: Math.min(at + PUSH_BYTES, data.length) - left }
  }
  return { whole: false, taken: data.length }
}

/** fflate throws on a damaged stream; that is the world's doing and becomes a value here. */
function pushed(inflate: Inflate, piece: Uint8Array): boolean {
  try {
    inflate.push(piece)
    return false
  } catch {
    return true
  }
}

/**
 * How many pushed bytes stand behind the stream's end, or `null` while it goes on.
 *
 * fflate tells neither, and what it passes over in silence is where a second file
 * hides; so its own state is looked at: `s.f` says that the last block was met,
 * `s.l` that it is still open, `s.p` the bit reached in what is left, `p`. A test
 * holds the pinned version to that.
 */
function leftBehindEnd(inflate: Inflate): number | null {
  const state: unknown = Reflect.get(inflate, 's')
  const left: unknown = Reflect.get(inflate, 'p')
  if (typeof state !== 'object' || state === null || !(left instanceof Uint8Array)) return null
  if (!Reflect.get(state, 'f') || Reflect.get(state, 'l')) return null
  return left.length - (Number(Reflect.get(state, 'p')) > 0 ? 1 : 0)
}
