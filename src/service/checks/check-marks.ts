import { createHash } from 'node:crypto'
import type { KeyedPart } from '../../guard.ts'

/**
 * What a part of a message is known again by: the file itself, else its
 * figures, else what it is called and why it could not be read. `null` where
 * there is nothing in it. Made of what is keyed, so that it confirms no guess.
 */
export function markOf({ part, hash, features }: KeyedPart): string | null {
  if (hash !== null) return `file ${hash}`
  if (part.unreadable !== null) return `unreadable ${part.unreadable} ${part.part}`
  if (features.length === 0) return null
  return `figures ${createHash('sha256').update(features).digest('hex')}`
}
