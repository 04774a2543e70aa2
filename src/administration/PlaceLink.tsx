import { Link } from '@fluentui/react-components'
import type { MouseEvent, ReactElement, ReactNode } from 'react'
import { addressOf, type Place } from './place.ts'
import { useDesk } from './saving/desk.ts'

/** A link to a place of the register: another tab where the reader wants one, else here. */
export function PlaceLink(props: {
  to: Place
  className?: string
  isCurrent?: boolean
  children: ReactNode
}): ReactElement {
  const { to, className, isCurrent, children } = props
  const { go } = useDesk()
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <Link
      href={addressOf(to)}
      onClick={follow}
      className={className}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
    >
      {children}
    </Link>
  )
}
