import type { AddIn, EventName, SendMode } from './settings.ts'

/** What a manifest says, or why it says nothing. */
export type ReadManifest =
  | { readonly kind: 'read'; readonly addIn: AddIn }
  | { readonly kind: 'unreadable'; readonly because: string }

const EVENTS: readonly EventName[] = [
  'OnMessageSend',
  'OnMessageCompose',
  'OnMessageAttachmentsChanged',
  'OnMessageRecipientsChanged',
]
const SEND_MODES: readonly SendMode[] = ['PromptUser', 'SoftBlock', 'Block']
const PERMISSIONS: readonly AddIn['permission'][] = ['ReadItem', 'ReadWriteItem', 'ReadWriteMailbox']

const all = (under: Element | Document, name: string): readonly Element[] => [
  ...under.getElementsByTagNameNS('*', name),
]
const first = (under: Element | Document, name: string): Element | undefined => all(under, name)[0]
const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name) ?? ''

/**
 * Reads what this Outlook needs from an add-in-only manifest. Of the addresses
 * only the paths are taken: the pages come from this machine.
 */
export function addInFrom(xml: string): ReadManifest {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  if (first(document, 'parsererror')) return { kind: 'unreadable', because: 'it is not well-formed XML' }
  const overrides = all(document, 'VersionOverrides').at(-1)
  if (!overrides) return { kind: 'unreadable', because: 'it has no VersionOverrides' }
  const events = first(overrides, 'LaunchEvents')
  const surface = all(overrides, 'ExtensionPoint').find(
    (each) => attribute(each, 'xsi:type') === 'MessageComposeCommandSurface',
  )
  if (!events || !surface)
    return { kind: 'unreadable', because: 'it has no launch events or no button on a message being written' }
  return { kind: 'read', addIn: described(document, overrides, events, surface) }
}

function described(document: Document, overrides: Element, events: Element, surface: Element): AddIn {
  const resource = (id: string): string =>
    attribute(
      ['Url', 'String'].flatMap((name) => all(overrides, name)).find((each) => attribute(each, 'id') === id),
      'DefaultValue',
    )
  const panes = all(surface, 'Control').filter(
    (each) => attribute(first(each, 'Action'), 'xsi:type') === 'ShowTaskpane',
  )
  const source = (under: Element | undefined): string =>
    path(resource(attribute(under && first(under, 'SourceLocation'), 'resid')))
  const permission = first(document, 'Permissions')?.textContent ?? ''
  return {
    id: first(document, 'Id')?.textContent?.trim() ?? '',
    name: attribute(first(document, 'DisplayName'), 'DefaultValue'),
    runtimePage: path(resource(attribute(first(overrides, 'Runtime'), 'resid'))),
    panePage: source(panes[0]),
    paneLabel: resource(attribute(panes[0] && first(panes[0], 'Label'), 'resid')),
    paneCommands: panes.map((each) => attribute(each, 'id')),
    handlers: handlersIn(events),
    sendMode: sendModeIn(events),
    permission: PERMISSIONS.find((each) => each === permission.trim()) ?? 'ReadItem',
  }
}

/** Only the path counts; a manifest may be made for another machine. */
function path(address: string): string {
  return address === '' ? '' : new URL(address, 'https://localhost').pathname
}

function handlersIn(events: Element): AddIn['handlers'] {
  const named = all(events, 'LaunchEvent').flatMap((each) => {
    const event = EVENTS.find((name) => name === attribute(each, 'Type'))
    return event ? [[event, attribute(each, 'FunctionName')] as const] : []
  })
  return Object.fromEntries(named)
}

/** Without the attribute it is SoftBlock. */
function sendModeIn(events: Element): SendMode {
  const send = all(events, 'LaunchEvent').find((each) => attribute(each, 'Type') === 'OnMessageSend')
  return SEND_MODES.find((mode) => mode === attribute(send, 'SendMode')) ?? 'SoftBlock'
}
