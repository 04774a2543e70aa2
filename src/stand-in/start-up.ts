import { attachmentDetails } from './attachment-calls.ts'
import type { Draft } from './draft.ts'
import type { Fields } from './fields.ts'
import { wireRecipient } from './message-calls.ts'
import type { Settings } from './settings.ts'

const VERSION = '16.01'
const HOST_VERSION = '20.0.0.0'
const CORRELATION = 'c0c0c0c0-0000-4000-8000-000000000001'

/** The host’s numbering; the library turns it into its own. */
const PERMISSION_LEVELS = { ReadItem: 1, ReadWriteMailbox: 2, ReadWriteItem: 3 } as const
const ITEM_TYPES = { message: 4, appointment: 5 } as const
const MESSAGE_READ = 1

/** What the library finds out about its host before it says a word: the frame’s name. */
export function frameName(settings: Settings, conversation: string, origin: string): string {
  const hostInfo = ['Outlook', 'Web', VERSION, settings.locale, CORRELATION, '', '', '0'].join('$')
  const xdmInfo = [conversation, settings.addIn.id, origin].join('|')
  return JSON.stringify({
    baseFrameName: `frame-${conversation}`,
    hostInfo,
    xdmInfo,
    serializerVersion: 1,
    flights: '[]',
  })
}

/** The answer to the library’s first question. Start-up fails where one of the first nine is missing. */
export function appContext(settings: Settings, conversation: string, address: string): Fields {
  return {
    _id: settings.addIn.id,
    _appName: 64,
    _appVersion: VERSION,
    _appUILocale: settings.locale,
    _dataLocale: settings.locale,
    _docUrl: address,
    _clientMode: 1,
    _settings: {},
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: CORRELATION,
    _appInstanceId: `instance-${conversation}`,
    _appMinorVersion: 1,
    // A JSON text, with texts in it: as a number 1.14 would be read as less than 1.2.
    _requirementMatrix: JSON.stringify({
      Mailbox: settings.mailbox,
      AddinCommands: '1.1',
      DialogApi: '1.2',
      IdentityAPI: '1.3',
    }),
    _hostCustomMessage: '',
    _hostFullVersion: HOST_VERSION,
    _addinName: settings.addIn.name,
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 0,
  }
}

const ALWAYS_UTC = {
  start: { year: 1900, month: 0, date: 1, hours: 0, minutes: 0, seconds: 0, milliseconds: 0 },
  end: { year: 2200, month: 0, date: 1, hours: 0, minutes: 0, seconds: 0, milliseconds: 0 },
  offset: 0,
}

/** Of a message that is being read the library is told everything at once but the body and the contents. */
const received = (draft: Draft): Fields => ({
  id: `received-${draft.conversation}`,
  itemClass: 'IPM.Note',
  subject: draft.subject,
  normalizedSubject: draft.subject,
  from: draft.from,
  sender: draft.from,
  to: draft.to.map(wireRecipient),
  cc: draft.cc.map(wireRecipient),
  bcc: [],
  attachments: draft.attachments.map(attachmentDetails),
  dateTimeCreated: draft.deliverAt,
  dateTimeModified: draft.deliverAt,
})

/**
 * The answer to the library’s second question: the item, the mailbox and the person.
 *
 * @param reader who reads the message; `null` while it is being written
 */
export function initialData(settings: Settings, draft: Draft, reader: Draft['from'] | null): Fields {
  const person = reader ?? draft.from
  return {
    ...(reader === null ? {} : received(draft)),
    permissionLevel: PERMISSION_LEVELS[settings.addIn.permission],
    itemType: reader === null ? ITEM_TYPES[draft.form] : MESSAGE_READ,
    hostVersion: HOST_VERSION,
    owaView: 'ThreeColumns',
    userDisplayName: person.name,
    userEmailAddress: person.address,
    userTimeZone: 'GMT Standard Time',
    userProfileType: 'office365',
    conversationId: draft.conversation,
    isFromSharedFolder: false,
    extensionId: settings.addIn.id,
    ewsUrl: '',
    restUrl: '',
    isRestIdSupported: true,
    timeZoneOffsets: [ALWAYS_UTC],
  }
}
