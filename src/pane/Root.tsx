import { FluentProvider } from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Pane } from './Pane.tsx'
import { useTheme } from './use-theme.ts'
import type { PaneWording } from './wording.ts'

/** Asked whatever the browser thinks of the network: that the service is out of reach is an answer too. */
const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } })

/** The pane with what it stands on: Outlook’s theme, and one memory for what was asked. */
export function Root({ wording }: { wording: PaneWording }): ReactElement {
  return (
    <FluentProvider theme={useTheme()}>
      <QueryClientProvider client={queries}>
        <Pane wording={wording} />
      </QueryClientProvider>
    </FluentProvider>
  )
}
