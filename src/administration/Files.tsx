import type { ReactElement } from 'react'
import type { ReleaseInFull } from '../register/administration.ts'
import type { Tagged } from './use-register.ts'

/** Placeholder. */
export function Files({ release, tag }: { release: ReleaseInFull; tag: string | null }): ReactElement {
  return <p>…</p>
}
