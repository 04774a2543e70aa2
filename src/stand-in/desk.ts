import { createContext, useContext } from 'react'
import type { Outlook } from './outlook.ts'
import type { Sending } from './sending.ts'
import type { TryOut } from './try-out.ts'
import { useKept } from './use-kept.ts'

/** What the components of the page work with. */
export type Desk = { readonly outlook: Outlook; readonly sending: Sending; readonly tryOut: TryOut }

/** Hands the desk down to all components. */
export const DeskContext = createContext<Desk | null>(null)

/** The desk that the page was opened with. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new TypeError('no desk above this component')
  return desk
}

/** Whether the message must not be touched: what is being checked is what shall leave. */
export function useLocked(): boolean {
  return useKept(useDesk().sending.state).sending
}
