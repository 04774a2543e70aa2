import type { ReactElement } from 'react'

/** Placeholder. */
export function SettingsScreen(): ReactElement {
  return <p>…</p>
}
