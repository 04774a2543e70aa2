/** The languages that people are answered in. */
export type Language = 'en' | 'cy'

/** A sentence in both languages. Whoever shows it picks the reader’s. */
export type Said = Readonly<Record<Language, string>>

/** What is the same in both languages: a name, or what a program wrote. */
export const alike = (text: string): Said => ({ en: text, cy: text })
