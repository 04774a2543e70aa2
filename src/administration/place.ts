/** What an administrator looks at. */
export type Place =
  | { readonly screen: 'releases' | 'new' | 'imports' | 'journal' | 'settings' }
  | { readonly screen: 'release'; readonly id: string; readonly part: ReleasePart }

/** The parts of the screen of one release. */
export const RELEASE_PARTS = ['about', 'files', 'access', 'history'] as const
export type ReleasePart = (typeof RELEASE_PARTS)[number]

const SCREENS = ['releases', 'new', 'imports', 'journal', 'settings'] as const

/** The place that an address names, `#/releases/17/files`. What names none is the list. */
export function placeFrom(hash: string): Place {
  const [first = '', id = '', last = ''] = hash.replace(/^#\/?/, '').split('/')
  if (first === 'releases' && id !== '') {
    const part = RELEASE_PARTS.find((known) => known === last) ?? 'about'
    return { screen: 'release', id: decodeURIComponent(id), part }
  }
  return { screen: SCREENS.find((known) => known === first) ?? 'releases' }
}

/** The address of a place. */
export const addressOf = (place: Place): string =>
  place.screen === 'release'
    ? `#/releases/${encodeURIComponent(place.id)}/${place.part}`
    : `#/${place.screen}`
