import { fetchedBase64 } from '../../../src/stand-in/files.ts'
import { textOf } from '../../../src/stand-in/html-text.ts'
import { EMBARGO_GUARD, usualSettings } from '../../../src/stand-in/settings.ts'
import { openStandIn } from '../../../src/stand-in/stand-in.ts'
import { rememberTrust } from '../../../src/stand-in/trust.ts'

/** Monday 16 March 2020, 14:42 in London, which is UTC until 29 March. */
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)

const wished = new URLSearchParams(location.search)
if (!wished.has('ask')) rememberTrust(window)

const settings = {
  ...usualSettings({
    ...EMBARGO_GUARD,
    name: 'Test Add-in',
    runtimePage: wished.get('runtime') ?? '/test/stand-in/page/addin.html',
    panePage: '/test/stand-in/page/addin.html?pane',
    permission: wished.get('permission') === 'ReadItem' ? 'ReadItem' : 'ReadWriteItem',
  }),
  mailbox: wished.get('mailbox') ?? '1.14',
  readyWithinMs: Number(wished.get('ready-within') ?? 30_000),
}

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (!found) throw new TypeError(`no ${id}`)
  return found
}

const { outlook, sending, standIn } = openStandIn(
  {
    settings,
    from: { address: 'ada.sender@statistics.example', name: 'Ada Sender' },
    hidden: element('hidden'),
    world: { textOf, fetchFile: fetchedBase64 },
  },
  () => Promise.resolve(MONDAY_14_42),
)

let closePane = (): void => undefined
let shown: number | null = null
sending.state.watch(() => {
  const { pane } = sending.state.now()
  if (pane === shown) return
  shown = pane
  closePane()
  closePane = pane === null ? () => undefined : outlook.showPane(element('pane'))
})

window.standIn = standIn
