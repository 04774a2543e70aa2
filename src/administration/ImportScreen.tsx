import type { ReactElement } from 'react'

/** Placeholder. */
export function ImportScreen(): ReactElement {
  return <p>…</p>
}
