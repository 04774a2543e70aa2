import type { ReactElement } from 'react'
import { Failed } from '../Failed.tsx'
import { useSettings } from '../list/use-register.ts'
import { Waiting } from '../Waiting.tsx'
import { SettingsForm } from './SettingsForm.tsx'

/** What the organisation has decided: the policy, its domains, usual times, and what senders are told. */
export function SettingsScreen(): ReactElement {
  const { data, error, refetch } = useSettings()
  if (data) return <SettingsForm read={data} />
  return error ? <Failed fault={error} onAgain={refetch} /> : <Waiting lines={7} height={72} />
}
