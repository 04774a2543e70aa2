import { FluentProvider } from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { AdministratorPane } from './AdministratorPane.tsx'
import { Pane } from './Pane.tsx'
import { useIsAdministrator } from './use-is-administrator.ts'
import { useTheme } from './use-theme.ts'
import type { PaneWording } from './wording.ts'

/** Asked whatever the browser thinks of the network: that the service is out of reach is an answer too. */
const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } })

const Sides = ({ wording }: { wording: PaneWording }): ReactElement =>
  useIsAdministrator() ? <AdministratorPane wording={wording} /> : <Pane wording={wording} />

/** The pane with what it stands on: Outlook’s theme, and one memory for what was asked. */
export function Root({ wording }: { wording: PaneWording }): ReactElement {
  return (
    <FluentProvider theme={useTheme()}>
      <QueryClientProvider client={queries}>
        <Sides wording={wording} />
      </QueryClientProvider>
    </FluentProvider>
  )
}
