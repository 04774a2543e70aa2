import { type Language, languageOf } from '../outlook/wording.ts'
import { ENGLISH } from './wording-english.ts'
import { WELSH } from './wording-welsh.ts'

/** Everything the administrators’ screens say. The compiler sees to it that no language lacks a sentence. */
export type AdministrationWording = typeof ENGLISH

const WORDINGS: Readonly<Record<Language, AdministrationWording>> = { en: ENGLISH, cy: WELSH }

/** The wording for a display language, `cy-GB`. */
export const administrationWording = (displayLanguage: string): AdministrationWording =>
  WORDINGS[languageOf(displayLanguage)]
