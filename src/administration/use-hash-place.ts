import { useSyncExternalStore } from 'react'
import { addressOf, type Place, placeFrom } from './place.ts'

function onHashChange(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/** The place in the page’s address: it can be bookmarked, and the way back works. */
export function useHashPlace(): readonly [Place, (place: Place) => void] {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash)
  const go = (place: Place): void => {
    window.location.hash = addressOf(place)
  }
  return [placeFrom(hash), go]
}
