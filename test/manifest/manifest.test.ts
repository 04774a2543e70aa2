import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { OfficeAddinManifest } from 'office-addin-manifest'
import { beforeAll, describe, expect, it } from 'vitest'
import { SERVED_FROM } from '../../src/outlook/build.ts'
import {
  APPOINTMENT_PANE_COMMAND,
  COMPOSE_PANE_COMMAND,
  NOTIFICATION_ICON,
  READ_PANE_COMMAND,
} from '../../src/outlook/commands.ts'
import { allowedScripts } from '../../src/service/deployment/allowed-scripts.ts'
import { manifestFor, PLACEHOLDER_ORIGIN } from '../../src/service/deployment/manifest-for.ts'
import { associatedIn, builtBundle } from '../outlook/built-bundle.ts'
import { manifestFaults, type Surrounding } from './check-manifest.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MANIFEST = readFileSync(resolve(ROOT, 'manifest.xml'), 'utf8')
const OFFICE = 'https://guard.office.example:8443'

/** Width and height stand at fixed places in a PNG. Source: RFC 2083 §3.2 and §4.1.1. */
function pixels(file: string): { width: number; height: number } | null {
  try {
    const png = readFileSync(file)
    if (png.readUInt32BE(0) !== 0x89504e47) return null
    return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
  } catch {
    return null
  }
}

/** Pictures are served from assets/ under /addin/assets/. */
const pictureAt = (origin: string) => (url: string) => {
  const place = `${origin}/addin/assets/`
  return url.startsWith(place) ? pixels(resolve(ROOT, 'assets', url.slice(place.length))) : null
}

let around: Surrounding
const surroundingAt = (origin: string): Surrounding => ({
  commands: [COMPOSE_PANE_COMMAND, APPOINTMENT_PANE_COMMAND, READ_PANE_COMMAND],
  associated: around?.associated ?? associatedIn(builtBundle().code),
  allowed: allowedScripts(origin).allowed,
  pictureSize: pictureAt(origin),
})

beforeAll(() => {
  around = surroundingAt(PLACEHOLDER_ORIGIN)
})

describe('our manifest', () => {
  it('has no fault that our checker knows of', () => {
    expect(manifestFaults(MANIFEST, around)).toEqual([])
  })

  it('is read by Microsoft’s own tool as what it is', async () => {
    const manifest = await OfficeAddinManifest.readManifestFile(resolve(ROOT, 'manifest.xml'))
    expect(manifest).toMatchObject({
      id: '6f0d3c1e-5b0a-4c59-9f1d-2c8f1a7e4b90',
      displayName: 'Embargo Guard',
      defaultLocale: 'en-GB',
      hosts: ['Mailbox'],
      officeAppType: 'MailApp',
      permissions: 'ReadWriteItem',
    })
  })

  it('holds messages when the check cannot run, and works in shared mailboxes', () => {
    expect(MANIFEST).toContain('FunctionName="onMessageSendHandler" SendMode="Block"')
    expect(MANIFEST).toContain('FunctionName="onAppointmentSendHandler" SendMode="Block"')
    expect(MANIFEST).toContain('<SupportsSharedFolders>true</SupportsSharedFolders>')
  })

  it('has the icon that the notifications name', () => {
    expect(MANIFEST).toContain(`<bt:Image id="${NOTIFICATION_ICON}"`)
  })
})

describe('the manifest for one office', () => {
  it('names the office’s origin everywhere, and has no fault there', () => {
    const made = manifestFor(MANIFEST, OFFICE, 'Block')
    expect(made.kind === 'manifest' && made.xml).not.toContain(PLACEHOLDER_ORIGIN)
    expect(made.kind === 'manifest' && manifestFaults(made.xml, surroundingAt(OFFICE))).toEqual([])
  })

  it('goes with a bundle in which the service finds the place for that origin', () => {
    expect(SERVED_FROM).toBe(PLACEHOLDER_ORIGIN)
    expect(builtBundle().code).toContain(SERVED_FROM)
  })

  it('asks instead of holding where an office wants that, and differs in nothing else', () => {
    const made = manifestFor(MANIFEST, PLACEHOLDER_ORIGIN, 'SoftBlock')
    expect(made.kind === 'manifest' && manifestFaults(made.xml, around)).toEqual([])
    expect(made.kind === 'manifest' && made.xml.replaceAll('"SoftBlock"', '"Block"')).toBe(MANIFEST)
  })

  it.each([
    'http://guard.office.example',
    'https://guard.office.example/',
    'https://guard.office.example/addin',
    'guard.office.example',
    'https://"><x',
    '',
  ])('is refused with a sentence for an origin that is none: %s', (origin) => {
    expect(manifestFor(MANIFEST, origin, 'Block')).toMatchObject({
      kind: 'not-an-origin',
      because: expect.stringContaining(`“${origin}”`),
    })
  })
})

describe('a broken manifest is caught', () => {
  const broken = (from: string | RegExp, to: string): readonly string[] => {
    const xml = MANIFEST.replace(from, to)
    expect(xml).not.toBe(MANIFEST)
    return manifestFaults(xml, around)
  }

  it.each<[string, string | RegExp, string, string]>([
    ['an event misspelt', 'OnMessageRecipientsChanged"', 'OnMessageRecipientChanged"', 'no event is called'],
    ['a send mode that does not exist', '"Block"', '"HardBlock"', 'no SendMode is called HardBlock'],
    ['a send mode left unsaid', ' SendMode="Block"', '', 'leaves its SendMode unsaid'],
    [
      'a send mode on an event that sends nothing',
      'onMessageComposeHandler"',
      'onMessageComposeHandler" SendMode="Block"',
      'sends nothing',
    ],
    ['an event handled twice', 'Type="OnMessageCompose"', 'Type="OnMessageSend"', 'is handled twice'],
    ['a handler that the bundle does not know', 'onMessageSendHandler', 'onSendHandler', 'the bundle knows'],
    ['a button that the code does not open', 'messageComposeOpenPane', 'openPane', 'the code opens'],
    ['two buttons of one name', 'messageReadOpenPane', 'messageComposeOpenPane', 'two controls'],
    ['two groups of one name', 'messageReadGroup', 'messageComposeGroup', 'two groups'],
    ['a resid that nothing has', 'Label resid="Group.Label"', 'Label resid="Group.Name"', 'does not have'],
    [
      'a resid of the wrong kind',
      'Label resid="Group.Label"',
      'Label resid="Pane.Compose.Tip"',
      'bt:ShortStrings does not have',
    ],
    ['a resource that nothing uses', 'resid="Pane.Read.Tip"', 'resid="Pane.Compose.Tip"', 'nothing uses'],
    ['a resid too long', /Pane\.Compose\.Tip/g, 'Pane.Compose.Tip.For.The.Message.Button', 'longer than 32'],
    ['two resources of one name', '<bt:Image id="Icon.32"', '<bt:Image id="Icon.16"', 'two resources'],
    [
      'events from another page than the runtime’s',
      '<SourceLocation resid="Launch.Page"/>',
      '<SourceLocation resid="Pane.Page"/>',
      'is not the Runtime’s page',
    ],
    ['a runtime without a script', 'type="javascript"', 'type="page"', 'no script for classic Outlook'],
    ['a script that the well-known list lacks', 'launch.js', 'launch.2.js', 'the well-known list'],
    [
      'an address without https',
      'https://embargo-guard.example/addin/pane',
      'http://localhost/pane',
      'https',
    ],
    ['an icon that is not there', 'icon-32.png', 'icon-31.png', 'there is no picture'],
    ['an icon of the wrong size', 'icon-80.png', 'icon-64.png', 'is not 80 pixels'],
    ['a button without its large icon', '<bt:Image size="80" resid="Icon.80"/>', '', 'of 80 pixels'],
    [
      'children in the wrong order',
      /(<Runtimes>[\s\S]*<\/Runtimes>)([\s\S]*<\/DesktopFormFactor>)/,
      '$2$1',
      'late',
    ],
    ['an element that is left out', /<Permissions>.*<\/Permissions>/, '', 'lacks Permissions'],
    ['an element that does not belong there', /<(\/?)Hosts>/g, '<$1Hostels>', 'may not contain Hostels'],
    [
      'no support for shared mailboxes',
      /<SupportsSharedFolders>.*<\/Supp.*>/,
      '',
      'lacks SupportsSharedFolders',
    ],
    ['a requirement too low', 'DefaultMinVersion="1.14"', 'DefaultMinVersion="1.12"', 'Mailbox 1.14'],
    ['a permission too high', 'ReadWriteItem', 'ReadWriteMailbox', 'Permissions'],
    ['an id that is none', '6f0d3c1e', '6f0d3c1', 'no GUID'],
    ['a version of three numbers', '0.1.0.0', '0.1.0', 'Version'],
    [
      'a description too long',
      'Stops a message',
      `Stops ${'very '.repeat(60)}message`,
      'Description is longer',
    ],
    ['a tip too long', 'Shows what', `Shows ${'very '.repeat(60)}what`, 'longer than 250'],
    ['a label too long', 'bt:String id="Group.Label" DefaultValue="', '$&'.padEnd(140, 'x'), 'than 125'],
    [
      'an override of a version without events',
      'VersionOverridesV1_1"',
      'VersionOverridesV1_0"',
      'VersionOverridesV1_1',
    ],
  ])('%s', (_what, from, to, said) => {
    expect(broken(from, to)).toContainEqual(expect.stringContaining(said))
  })

  it('a document that ends too early', () => {
    expect(() => manifestFaults(MANIFEST.slice(0, -20), around)).toThrow()
  })
})
