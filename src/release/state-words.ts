import type { ReleaseState } from './release.ts'
import type { Said } from './said.ts'

/** The states of a release as people call them. */
export const STATE_WORDS: Readonly<Record<ReleaseState, Said>> = {
  provisional: { en: 'provisional', cy: 'dros dro' },
  confirmed: { en: 'confirmed', cy: 'wedi’i gadarnhau' },
  published: { en: 'published', cy: 'wedi’i gyhoeddi' },
  postponed: { en: 'postponed', cy: 'wedi’i ohirio' },
  cancelled: { en: 'cancelled', cy: 'wedi’i ganslo' },
}
