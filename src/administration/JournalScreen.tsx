import type { ReactElement } from 'react'

/** Placeholder. */
export function JournalScreen(): ReactElement {
  return <p>…</p>
}
