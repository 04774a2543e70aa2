import { Badge } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import type { ReleaseState } from '../../release/release.ts'
import { useWording } from '../saving/desk.ts'

const COLOURS = {
  provisional: 'informative',
  confirmed: 'brand',
  published: 'success',
  postponed: 'warning',
  cancelled: 'severe',
} as const

/** The state of a release, in words and a colour. */
export function StateBadge({ state }: { state: ReleaseState }): ReactElement {
  const { states } = useWording()
  return (
    <Badge appearance={state === 'confirmed' ? 'outline' : 'tint'} color={COLOURS[state]} shape="rounded">
      {states[state]}
    </Badge>
  )
}
