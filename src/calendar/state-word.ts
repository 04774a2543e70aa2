import type { ReleaseState } from '../release/release.ts'
import type { Said } from '../release/said.ts'
import { ROW } from './wording.ts'

/** What calendars call the states: ours, ONS's, GOV.UK's, and those of RFC 5545 §3.8.1.11. */
const WORDS: Readonly<Record<string, ReleaseState>> = {
  provisional: 'provisional',
  tentative: 'provisional',
  confirmed: 'confirmed',
  finalised: 'confirmed',
  published: 'published',
  statistics_published: 'published',
  released: 'published',
  postponed: 'postponed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
}

/** The state that a word means, in any case; `null` for one that is not known. */
export function stateFrom(word: string): ReleaseState | null {
  const lower = word.trim().toLowerCase()
  return Object.keys(WORDS).indexOf(lower) === -1 ? null : (WORDS[lower] ?? null)
}

/** The sentence about a word that means no state. */
export const unknownState = (word: string): Said => ROW.unknownState(word.trim())
