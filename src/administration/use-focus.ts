import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus into what a person just opened: its first field. A ref that does so once. */
export const focusFirst = (opened: HTMLElement | null): void =>
  opened?.querySelector<HTMLElement>('input:not([tabindex="-1"]), select, textarea')?.focus()

/** A place with buttons, whose first one can be given the focus. */
export type FocusPlace = { readonly place: RefObject<HTMLDivElement | null>; focus(): void }

/**
 * Where the focus goes when what was open is closed, so that a keyboard goes on
 * from where it was: to the first button of a place.
 */
export function useFocusBack(isOpen: boolean): FocusPlace {
  const place = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(isOpen)
  const focus = (): void => place.current?.querySelector('button')?.focus()
  useEffect(() => {
    if (wasOpen.current && !isOpen) place.current?.querySelector('button')?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return { place, focus }
}
