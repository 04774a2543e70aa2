import type { Reading } from '../content.ts'
import { INSIDE, type ReadInside, unreadable } from '../inside.ts'
import { type Budget, MAX_DEPTH } from '../limits.ts'
import type { CompoundFile, Storage } from './compound.ts'

/** A storage of a compound file that is being read. */
export type OpenStorage = {
  readonly path: string
  readonly file: CompoundFile
  readonly storage: Storage
  readonly budget: Budget
  readonly depth: number
  readonly read: ReadInside
}

/** Reads a storage; false where it holds nothing that is known. */
export type ReadStorage = (opened: OpenStorage) => Generator<Reading, boolean>

/** Whether one more part may be taken out; counts it. */
export function takesPart({ budget, depth }: OpenStorage): boolean {
  budget.entries--
  return depth < MAX_DEPTH && budget.entries >= 0
}

/** Reads a file that stands whole in a storage. */
export function* readInside(opened: OpenStorage, name: string, bytes: Uint8Array): Generator<Reading, void> {
  const path = opened.path + INSIDE + name
  if (!takesPart(opened)) return yield unreadable(path, 'too-large')
  yield* opened.read(path, bytes, opened.budget, opened.depth + 1)
}
