import { CHILD_ORDER, orderFaults } from './manifest-order.ts'
import { allIn, attribute, childrenOf, type Element, everyIn, parseXml } from './xml-tree.ts'

/** What a manifest has to agree with. */
export type Surrounding = {
  /** Names of the controls that the code opens the pane by. */
  readonly commands: readonly string[]
  /** Names under which the built bundle makes its handlers known. */
  readonly associated: readonly string[]
  /** Addresses that the well-known list allows. */
  readonly allowed: readonly string[]
  /** Width and height of the picture behind an address in pixels, or `null` where there is none. */
  pictureSize(url: string): { readonly width: number; readonly height: number } | null
}

/** Events that exist, spelt as Outlook spells them. Source: learn.microsoft.com, “Activate add-ins with events”. */
const EVENTS: readonly string[] = [
  'OnMessageSend',
  'OnAppointmentSend',
  'OnNewMessageCompose',
  'OnMessageCompose',
  'OnNewAppointmentOrganizer',
  'OnMessageAttachmentsChanged',
  'OnAppointmentAttachmentsChanged',
  'OnMessageRecipientsChanged',
  'OnAppointmentAttendeesChanged',
  'OnMessageFromChanged',
  'OnSensitivityLabelChanged',
  'OnInfoBarDismissClicked',
]
const SEND_EVENTS: readonly string[] = ['OnMessageSend', 'OnAppointmentSend']
const SEND_MODES: readonly string[] = ['Block', 'SoftBlock', 'PromptUser']
const BUTTON_SIZES: readonly string[] = ['16', '32', '80']
/** Unit: characters. Source: references of the elements. */
const RESID_CHARACTERS = 32
const STRING_LIMITS: Readonly<Record<string, number>> = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 }
const URL_CHARACTERS = 2_048
/** Unit: bytes. */
const MANIFEST_BYTES = 256 * 1_024
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const VERSION = /^\d{1,5}\.\d{1,5}\.\d{1,5}\.\d{1,5}$/

const twice = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join('\n') === [...other].sort().join('\n')

const kindOf = (element: Element): string =>
  ['VersionOverrides', 'Host', 'ExtensionPoint'].includes(element.name)
    ? attribute(element, 'xsi:type')
    : element.name

function checkOrder(root: Element): readonly string[] {
  return allIn(root).flatMap((element) => {
    // A LaunchEvent is an extension point with children, and a single event without.
    const rules = element.name === 'LaunchEvent' ? undefined : CHILD_ORDER[kindOf(element)]
    const names = element.children.map(({ name }) => name)
    return rules ? orderFaults(kindOf(element), names, rules) : []
  })
}

function checkHead(root: Element, xml: string): readonly string[] {
  const faults: string[] = []
  const text = (name: string): string => childrenOf(root, name)[0]?.text ?? ''
  if (attribute(root, 'xsi:type') !== 'MailApp') faults.push('OfficeApp is not a MailApp')
  if (!GUID.test(text('Id'))) faults.push(`Id ${text('Id')} is no GUID`)
  if (!VERSION.test(text('Version'))) faults.push(`Version ${text('Version')} is not of four numbers`)
  if (text('Permissions') !== 'ReadWriteItem') faults.push('Permissions are not ReadWriteItem')
  if (Buffer.byteLength(xml) > MANIFEST_BYTES) faults.push('the manifest is larger than 256 KB')
  const lengths = [
    ['DisplayName', 125],
    ['Description', 250],
  ] as const
  for (const [name, limit] of lengths)
    for (const { attributes } of childrenOf(root, name).flatMap((one) => [one, ...one.children]))
      if ((attributes.DefaultValue ?? attributes.Value ?? '').length > limit)
        faults.push(`${name} is longer than ${limit} characters`)
  return faults
}

function checkRequirements(overrides: Element): readonly string[] {
  const sets = everyIn(overrides, 'bt:Sets')[0]
  const named = sets && childrenOf(sets, 'bt:Set').map((set) => attribute(set, 'Name'))
  return sets && attribute(sets, 'DefaultMinVersion') === '1.14' && named?.join() === 'Mailbox'
    ? []
    : ['VersionOverrides does not require Mailbox 1.14']
}

function checkEvents(overrides: Element, around: Surrounding): readonly string[] {
  const faults: string[] = []
  const events = everyIn(overrides, 'LaunchEvent')
  for (const event of events) {
    const type = attribute(event, 'Type')
    const mode = attribute(event, 'SendMode')
    if (!EVENTS.includes(type)) faults.push(`no event is called ${type}`)
    if (SEND_EVENTS.includes(type) && mode === '') faults.push(`${type} leaves its SendMode unsaid`)
    if (mode !== '' && !SEND_MODES.includes(mode)) faults.push(`no SendMode is called ${mode}`)
    if (mode !== '' && !SEND_EVENTS.includes(type)) faults.push(`${type} has a SendMode and sends nothing`)
  }
  for (const type of twice(events.map((event) => attribute(event, 'Type'))))
    faults.push(`${type} is handled twice`)
  const functions = events.map((event) => attribute(event, 'FunctionName'))
  if (!sameSet(functions, around.associated))
    faults.push(`the manifest starts ${functions.join()}, the bundle knows ${around.associated.join()}`)
  return faults
}

function checkRuntime(
  overrides: Element,
  urls: ReadonlyMap<string, string>,
  around: Surrounding,
): readonly string[] {
  const faults: string[] = []
  const runtime = everyIn(overrides, 'Runtime')[0]
  const override = runtime?.children[0]
  const point = everyIn(overrides, 'ExtensionPoint').find(
    (one) => attribute(one, 'xsi:type') === 'LaunchEvent',
  )
  const source = point && childrenOf(point, 'SourceLocation')[0]
  if (!runtime || !override || !source) return ['there is no runtime for events']
  if (attribute(source, 'resid') !== attribute(runtime, 'resid'))
    faults.push('the events’ SourceLocation is not the Runtime’s page')
  if (attribute(override, 'type') !== 'javascript')
    faults.push('the Runtime has no script for classic Outlook')
  const script = urls.get(attribute(override, 'resid')) ?? ''
  if (!around.allowed.includes(script)) faults.push(`the well-known list does not allow ${script}`)
  return faults
}

function checkCommands(overrides: Element, around: Surrounding): readonly string[] {
  const faults: string[] = []
  const ids = everyIn(overrides, 'Control').map((control) => attribute(control, 'id'))
  for (const id of twice(ids)) faults.push(`two controls are called ${id}`)
  if (!sameSet(ids, around.commands))
    faults.push(`the manifest has the controls ${ids.join()}, the code opens ${around.commands.join()}`)
  for (const group of everyIn(overrides, 'Group'))
    if (attribute(group, 'id').length > 125) faults.push('the id of a group is longer than 125 characters')
  for (const id of twice(everyIn(overrides, 'Group').map((group) => attribute(group, 'id'))))
    faults.push(`two groups are called ${id}`)
  for (const tab of everyIn(overrides, 'OfficeTab'))
    if (attribute(tab, 'id') !== 'TabDefault') faults.push('a tab is not TabDefault')
  for (const icon of everyIn(overrides, 'Icon')) {
    const sizes = icon.children.map((image) => attribute(image, 'size'))
    for (const size of BUTTON_SIZES)
      if (!sizes.includes(size)) faults.push(`a button lacks its icon of ${size} pixels`)
  }
  return faults
}

/** Where each element looks its resid up. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(Runtime|Override|FunctionFile|SourceLocation)$/, 'bt:Urls'],
  [/^bt:Image$/, 'bt:Images'],
  [/^(Label|Title)$/, 'bt:ShortStrings'],
  [/^Description$/, 'bt:LongStrings'],
]

function checkResources(overrides: Element): readonly string[] {
  const faults: string[] = []
  const lists = everyIn(overrides, 'Resources')[0]?.children ?? []
  const all = lists.flatMap((list) => list.children.map((one) => attribute(one, 'id')))
  for (const id of twice(all)) faults.push(`two resources are called ${id}`)
  for (const id of all) if (id.length > RESID_CHARACTERS) faults.push(`the resid ${id} is longer than 32`)
  const used = allIn(overrides).filter((element) => 'resid' in element.attributes)
  for (const element of used) {
    const resid = attribute(element, 'resid')
    const listName = KINDS.find(([name]) => name.test(element.name))?.[1]
    const list = lists.find(({ name }) => name === listName)
    if (!list?.children.some((one) => attribute(one, 'id') === resid))
      faults.push(`${element.name} refers to ${resid}, which ${listName ?? 'no list'} does not have`)
  }
  for (const id of all)
    if (!used.some((element) => attribute(element, 'resid') === id))
      faults.push(`nothing uses the resource ${id}`)
  return faults.concat(lists.flatMap(checkLengths))
}

function checkLengths(list: Element): readonly string[] {
  const limit = STRING_LIMITS[list.name]
  if (limit === undefined) return []
  return list.children
    .flatMap((one) => [
      attribute(one, 'DefaultValue'),
      ...one.children.map((other) => attribute(other, 'Value')),
    ])
    .filter((text) => text.length > limit)
    .map((text) => `“${text.slice(0, 20)}…” is longer than ${limit} characters`)
}

/** An element whose value is an address. */
const holdsUrl = (element: Element): boolean =>
  /^(bt:Url|bt:Image|IconUrl|HighResolutionIconUrl|SupportUrl|SourceLocation)$/.test(element.name) &&
  'DefaultValue' in element.attributes

function checkUrls(root: Element): readonly string[] {
  return allIn(root)
    .filter(holdsUrl)
    .map((element) => attribute(element, 'DefaultValue'))
    .flatMap((url) => [
      ...(url.startsWith('https://') ? [] : [`${url} is not https`]),
      ...(url.length > URL_CHARACTERS
        ? [`${url.slice(0, 40)}… is longer than ${URL_CHARACTERS} characters`]
        : []),
    ])
}

function checkPictures(root: Element, overrides: Element, around: Surrounding): readonly string[] {
  const images = new Map(
    everyIn(overrides, 'bt:Images')
      .flatMap(({ children }) => children)
      .map((image) => [attribute(image, 'id'), attribute(image, 'DefaultValue')]),
  )
  const top = (name: string): string => attribute(childrenOf(root, name)[0] ?? root, 'DefaultValue')
  const wanted: (readonly [string, number])[] = [
    [top('IconUrl'), 64],
    [top('HighResolutionIconUrl'), 128],
    ...everyIn(overrides, 'Icon')
      .flatMap(({ children }) => children)
      .map(
        (image) => [images.get(attribute(image, 'resid')) ?? '', Number(attribute(image, 'size'))] as const,
      ),
  ]
  return wanted.flatMap(([url, pixels]) => {
    const size = around.pictureSize(url)
    if (!size) return [`there is no picture behind ${url}`]
    return size.width === pixels && size.height === pixels
      ? []
      : [`${url} is not ${pixels} pixels wide and high`]
  })
}

/**
 * What no schema catches about our manifest, one sentence for each fault.
 *
 * Source of the rules: the references of the elements at learn.microsoft.com.
 */
export function manifestFaults(xml: string, around: Surrounding): readonly string[] {
  const root = parseXml(xml)
  const outer = childrenOf(root, 'VersionOverrides')[0]
  const overrides = outer && childrenOf(outer, 'VersionOverrides')[0]
  if (!overrides || attribute(overrides, 'xsi:type') !== 'VersionOverridesV1_1')
    return ['there is no VersionOverridesV1_1']
  const urls = new Map(
    everyIn(overrides, 'bt:Url').map((url) => [attribute(url, 'id'), attribute(url, 'DefaultValue')]),
  )
  return [
    ...checkHead(root, xml),
    ...checkOrder(root),
    ...checkRequirements(overrides),
    ...checkRuntime(overrides, urls, around),
    ...checkEvents(overrides, around),
    ...checkCommands(overrides, around),
    ...checkResources(overrides),
    ...checkUrls(root),
    ...checkPictures(root, overrides, around),
  ]
}
