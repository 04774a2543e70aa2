import { useQuery } from '@tanstack/react-query'
import { surroundings } from '../outlook/surroundings.ts'
import type { Me } from '../register/administration.ts'
import { askPane } from './pane-service.ts'

const KEY = 'embargo-guard-administrator'

/** What was so last time, so that nothing moves when the service answers; nothing where storage is blocked. */
function remembered(person: string): boolean {
  try {
    return localStorage.getItem(KEY) === person
  } catch {
    return false
  }
}

function remember(person: string | null): void {
  try {
    if (person === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, person)
  } catch {
    // Blocked storage: the pane asks again next time.
  }
}

/** Whether the register is shown to whoever has the pane open. What they may do the service decides. */
export function useIsAdministrator(): boolean {
  const { person, service } = surroundings()
  const { data } = useQuery({
    queryKey: ['me', person],
    queryFn: async () => {
      const got = await askPane<Me | null>(service, 'GET', '/api/me')
      if (got.kind !== 'got') return remembered(person)
      const isOne = got.value?.role === 'administrator'
      remember(isOne ? person : null)
      return isOne
    },
    enabled: person !== '',
    initialData: () => remembered(person),
    staleTime: 0,
  })
  return data
}
