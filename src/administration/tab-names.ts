import type { Language } from '../outlook/wording.ts'

/** What the two sides of an administrator’s pane are called. Apart from the catalogue, which is loaded with the register. */
export const TAB_NAMES: Readonly<Record<Language, { message: string; register: string; label: string }>> = {
  en: { message: 'This message', register: 'Register', label: 'Embargo Guard' },
  cy: { message: 'Y neges hon', register: 'Cofrestr', label: 'Embargo Guard' },
}
