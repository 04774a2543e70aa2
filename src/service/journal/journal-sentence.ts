import type { Said } from '../../release/said.ts'
import { ENGLISH } from './journal-english.ts'
import type { Line } from './journal-entry.ts'
import { WELSH } from './journal-welsh.ts'

/** A line of the journal in a sentence for a person, in both languages. */
export const sentenceOf = (line: Line): Said => ({ en: ENGLISH[line.kind](line), cy: WELSH[line.kind](line) })
