import type { ReactElement } from 'react'
import type { ReleaseInFull } from '../register/administration.ts'
import type { Tagged } from './use-register.ts'

/** Placeholder. */
export function Access({ read }: { read: Tagged<ReleaseInFull> }): ReactElement {
  return <p>…</p>
}
