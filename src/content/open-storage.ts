import type { CompoundFile, Storage } from './compound.ts'
import type { Reading } from './content.ts'
import { type Budget, MAX_DEPTH } from './limits.ts'

/** How a file inside another is read: `read` of read.ts, which stands downstream of its readers. */
export type ReadFile = (
  path: string,
  bytes: Uint8Array,
  budget: Budget,
  depth: number,
) => Generator<Reading, void>

/** A storage of a compound file that is being read. */
export type OpenStorage = {
  readonly path: string
  readonly file: CompoundFile
  readonly storage: Storage
  readonly budget: Budget
  readonly depth: number
  readonly read: ReadFile
}

/** Reads a storage; false where it holds nothing that is known. */
export type ReadStorage = (opened: OpenStorage) => Generator<Reading, boolean>

/** What stands between the name of a file and that of one inside it. */
export const PART_INSIDE = ' › '

/** Whether one more part may be taken out; counts it. */
export function takesPart({ budget, depth }: OpenStorage): boolean {
  budget.entries--
  return depth < MAX_DEPTH && budget.entries >= 0
}

/** Reads a file that stands whole in a storage. */
export function* readInside(opened: OpenStorage, name: string, bytes: Uint8Array): Generator<Reading, void> {
  const path = opened.path + PART_INSIDE + name
  if (!takesPart(opened)) return yield { kind: 'unreadable', path, because: 'too-large' }
  yield* opened.read(path, bytes, opened.budget, opened.depth + 1)
}
