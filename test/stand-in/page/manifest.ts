import type { AddIn, EventName, SendMode } from '../../../src/stand-in/settings.ts'

/** What a manifest says, or why it says nothing. */
export type ReadManifest =
  | { readonly kind: 'read'; readonly addIn: AddIn }
  | { readonly kind: 'unreadable'; readonly because: string }

const EVENTS: readonly EventName[] = [
  'OnMessageSend',
  'OnAppointmentSend',
  'OnMessageCompose',
  'OnMessageAttachmentsChanged',
  'OnMessageRecipientsChanged',
  'OnNewAppointmentOrganizer',
  'OnAppointmentAttachmentsChanged',
  'OnAppointmentAttendeesChanged',
]
/** Where the buttons of a message and of an appointment being written are. */
const WRITING: readonly string[] = ['MessageComposeCommandSurface', 'AppointmentOrganizerCommandSurface']
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
  const panes = all(overrides, 'ExtensionPoint')
    .filter((each) => WRITING.includes(attribute(each, 'xsi:type')))
    .flatMap((surface) => all(surface, 'Control'))
    .filter((each) => attribute(first(each, 'Action'), 'xsi:type') === 'ShowTaskpane')
  const [pane] = panes
  if (!events || !pane)
    return { kind: 'unreadable', because: 'it has no launch events or no button on a message being written' }
  return { kind: 'read', addIn: described(document, overrides, events, [pane, ...panes.slice(1)]) }
}

function described(
  document: Document,
  overrides: Element,
  events: Element,
  panes: readonly [Element, ...Element[]],
): AddIn {
  const resource = resourcesOf(overrides)
  const named = (name: string): string => resource(attribute(within(panes[0], name), 'resid'))
  const icon = all(panes[0], 'Image').find((each) => attribute(each, 'size') === '32')
  return {
    id: first(document, 'Id')?.textContent?.trim() ?? '',
    name: attribute(first(document, 'DisplayName'), 'DefaultValue'),
    runtimePage: path(resource(attribute(first(overrides, 'Runtime'), 'resid'))),
    panePage: path(named('SourceLocation')),
    paneLabel: named('Label'),
    paneTip: resource(attribute(within(within(panes[0], 'Supertip'), 'Description'), 'resid')),
    icon: path(resource(attribute(icon, 'resid'))),
    paneCommands: panes.map((each) => attribute(each, 'id')),
    handlers: handlersIn(events),
    sendMode: sendModeIn(events),
    permission: permissionIn(document),
  }
}

const within = (under: Element | undefined, name: string): Element | undefined => under && first(under, name)

/** Resources by their id, whatever they are. */
function resourcesOf(overrides: Element): (id: string) => string {
  const found = ['Image', 'Url', 'String']
    .flatMap((name) => all(overrides, name))
    .filter((each) => each.id !== '')
  const values = new Map(found.map((each) => [each.id, attribute(each, 'DefaultValue')]))
  return (id) => values.get(id) ?? ''
}

function permissionIn(document: Document): AddIn['permission'] {
  const named = first(document, 'Permissions')?.textContent?.trim()
  return PERMISSIONS.find((each) => each === named) ?? 'ReadItem'
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
