import { useNow } from '../../pane/use-now.ts'
import { useReleases } from '../list/use-register.ts'

/** Asked by all screens alike, so that the service is asked once. */
export const OVERVIEW = { embargoed: true, sort: 'due', size: 1 } as const

/** How far the service’s clock is ahead of this machine’s, in milliseconds; `null` until the service answers. */
export function useClockAhead(): number | null {
  const { data, dataUpdatedAt } = useReleases(OVERVIEW)
  return data ? data.value.at - dataUpdatedAt : null
}

/**
 * The service’s clock, once a second, milliseconds since 1970-01-01T00:00:00Z:
 * what lifts when is decided there. This machine’s own until the service answers.
 */
export function useServiceClock(): number {
  const ahead = useClockAhead()
  return useNow() + (ahead ?? 0)
}
