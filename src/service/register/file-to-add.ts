import type { NewFile } from '../../register/contract.ts'
import { marksOf, type Unusable } from '../checks/keyed-part.ts'
import type { Keys } from './keyed-features.ts'
import type { FileToAdd } from './registering.ts'

/**
 * How large a file may be as it comes in: features and what goes with them. Unit: bytes.
 * Those of the largest measured, a text of 21 MB, are 88 MB of base64.
 */
export const MAX_FILE_BODY_BYTES = 192 * 1024 * 1024

/** A file as it came in at the door, keyed and ready to be registered. */
export function fileToAdd(
  release: string,
  { name, standing, parts }: NewFile,
  keys: Keys,
): { readonly kind: 'to-add'; readonly file: FileToAdd } | Unusable {
  const keyed = marksOf(parts, keys)
  if (keyed.kind === 'unusable') return keyed
  const unreadable = parts.flatMap(({ part, unreadable: because }) =>
    because === null ? [] : [{ part, because }],
  )
  const figures = parts.reduce((sum, part) => sum + part.figures, 0)
  return { kind: 'to-add', file: { release, name, standing, figures, unreadable, marks: keyed.marks } }
}
