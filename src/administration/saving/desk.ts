import { createContext, useContext } from 'react'
import type { Place } from '../place.ts'
import type { AdministrationWording } from '../wording.ts'
import type { Ask } from './ask.ts'

/** What every screen of the register stands on. */
export type Desk = {
  readonly ask: Ask
  /** The address of the administrator. */
  readonly person: string
  readonly wording: AdministrationWording
  readonly place: Place
  go(place: Place): void
}

/** The one desk of the page. */
export const DeskContext = createContext<Desk | null>(null)

/** The desk that the screen stands on. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new TypeError('DeskContext: a screen outside of Administration')
  return desk
}

/** Everything that the screens say. */
export const useWording = (): AdministrationWording => useDesk().wording
