import { AriaLiveAnnouncer, FluentProvider, webLightTheme } from '@fluentui/react-components'
import { createRoot } from 'react-dom/client'
import { DeskContext } from './desk.ts'
import type { Draft } from './draft.ts'
import { fetchedBase64 } from './files.ts'
import { textOf } from './html-text.ts'
import { OutlookPage } from './OutlookPage.tsx'
import { EMBARGO_GUARD, usualSettings } from './settings.ts'
import { openStandIn } from './stand-in.ts'
import { rememberTrust } from './trust.ts'
import { TryOut } from './try-out.ts'
import { tryOutService } from './try-out-service.ts'

/** Who writes where the service names nobody. */
const SOMEBODY: Draft['from'] = { address: 'ada@statistics.example', name: 'Ada Marsh' }

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new TypeError(`the page has no element ${id}`)
  return found
}

rememberTrust(window)
const people = await tryOutService.people()
const first = people.kind === 'had' ? people.value[0] : undefined
const { outlook, sending, standIn } = openStandIn(
  {
    settings: usualSettings(EMBARGO_GUARD),
    from: first ? { address: first.address, name: first.name } : SOMEBODY,
    hidden: element('hidden'),
    world: { textOf, fetchFile: fetchedBase64 },
  },
  () => tryOut.readClock(),
)
const tryOut = new TryOut(outlook, sending, people)
window.standIn = standIn
await tryOut.begin()
createRoot(element('root')).render(
  <FluentProvider theme={webLightTheme} style={{ height: '100%' }}>
    <AriaLiveAnnouncer>
      <DeskContext value={{ outlook, sending, tryOut }}>
        <OutlookPage />
      </DeskContext>
    </AriaLiveAnnouncer>
  </FluentProvider>,
)
