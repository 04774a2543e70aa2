import { londonSaid } from '../../release/london-words.ts'
import type { Said } from '../../release/said.ts'
import type { JournalKind } from '../tables/journal-table.ts'

/** A line of the journal as far as its sentence needs it. */
export type Line = { readonly kind: JournalKind; readonly who: string; readonly entry: unknown }

/** What is said of a line, by its kind. */
export type Sentences = Readonly<Record<JournalKind, (line: Line) => string>>

/** What an entry of the journal holds at a path; `undefined` where it holds nothing there. */
export function at(entry: unknown, ...path: readonly string[]): unknown {
  let value = entry
  for (const name of path)
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([key]) => key === name)?.[1]
        : undefined
  return value
}

/** The text at a path, empty where there is none. */
export const textAt = (entry: unknown, ...path: readonly string[]): string => {
  const value = at(entry, ...path)
  return typeof value === 'string' ? value : ''
}

/** The list at a path, empty where there is none. */
export const listAt = (entry: unknown, ...path: readonly string[]): readonly unknown[] => {
  const value = at(entry, ...path)
  return Array.isArray(value) ? value : []
}

/** The names of the fields at a path. */
export const fieldsAt = (entry: unknown, ...path: readonly string[]): string => {
  const value = at(entry, ...path)
  return typeof value === 'object' && value !== null ? Object.keys(value).join(', ') : ''
}

/** London’s time at a path, in both languages; `null` where there is none. */
export const londonAt = (entry: unknown, ...path: readonly string[]): Said | null => {
  const value = at(entry, ...path)
  return typeof value === 'number' ? londonSaid(value) : null
}

/** Who a message is for: the first, and how many more. */
export function recipientsAt(entry: unknown): { readonly first: string; readonly more: number } {
  const [first = '', ...more] = listAt(entry, 'recipients').map((recipient) => textAt(recipient, 'address'))
  return { first, more: more.length }
}

/** The reason after a colon, or the end of the sentence. */
export const because = (reason: string): string => (reason === '' ? '.' : `: ${reason}`)
