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

/**
 * A list whose lines can be taken out, each with the focus on it: then the list
 * has the focus. Wants `tabIndex={-1}`.
 */
export function useFocusOfList(lines: number): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null)
  const before = useRef(lines)
  useEffect(() => {
    if (lines < before.current && document.activeElement === document.body) list.current?.focus()
    before.current = lines
  }, [lines])
  return list
}
