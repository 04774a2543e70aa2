import { recipientFrom, withRecipients } from './addresses.ts'
import { answered, type Calls, changed, ERRORS, refused } from './call.ts'
import { type Draft, type DraftRecipient, RECIPIENT_LINES, type RecipientLine } from './draft.ts'
import { type Fields, isFields, listAt, numberAt, textAt } from './fields.ts'

const HTML = 3
/** `Office.MailboxEnums.RecipientType` as the library numbers it: 0 other, 1 list, 2 user, 3 external user. */
const RECIPIENT_TYPES = { other: 0, 'distribution-list': 1, user: 2, external: 3 } as const

const lineOf = (parameters: Fields): RecipientLine =>
  RECIPIENT_LINES[numberAt(parameters, 'recipientField') ?? 0] ?? 'to'

/** Somebody as Outlook describes them to add-ins. */
export const wireRecipient = (recipient: DraftRecipient): Fields => ({
  address: recipient.address,
  name: recipient.name,
  recipientType: RECIPIENT_TYPES[recipient.kind],
  appointmentResponse: 0,
})

function recipientsIn(parameters: Fields, draft: Draft): readonly DraftRecipient[] {
  return listAt(parameters, 'recipientArray')
    .filter(isFields)
    .map((each) => {
      const address = textAt(each, 'address')
      const recipient = recipientFrom(address, draft.from.address)
      return { ...recipient, name: textAt(each, 'name') || recipient.name }
    })
}

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<div>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;') || '<br>'}</div>`)
    .join('')

const htmlIn = (parameters: Fields): string => {
  const data = textAt(parameters, 'data')
  return numberAt(parameters, 'coercionType') === HTML ? data : paragraphs(data)
}

/** Recipients, sender, subject, body, delivery time and saving. */
export const MESSAGE_CALLS: Calls = {
  15: {
    method: (parameters) => `${lineOf(parameters)}.getAsync`,
    answer: (draft, parameters) =>
      answered(draft[lineOf(parameters)].filter((each) => each.resolved).map(wireRecipient)),
  },
  21: {
    method: (parameters) => `${lineOf(parameters)}.setAsync`,
    answer: (_draft, parameters) =>
      changed((draft) => ({ ...draft, [lineOf(parameters)]: recipientsIn(parameters, draft) })),
  },
  22: {
    method: (parameters) => `${lineOf(parameters)}.addAsync`,
    answer: (_draft, parameters) =>
      changed((draft) => {
        const line = lineOf(parameters)
        return { ...draft, [line]: withRecipients(draft[line], recipientsIn(parameters, draft)) }
      }),
  },
  107: {
    method: 'from.getAsync',
    answer: (draft) => answered({ address: draft.from.address, name: draft.from.name }),
  },
  154: {
    method: 'enhancedLocation.getAsync',
    answer: (draft) =>
      answered(
        draft.rooms.map(({ address, name }) => ({
          locationIdentifier: { id: address, type: 'room' },
          displayName: name,
          emailAddress: address,
        })),
      ),
  },
  18: { method: 'subject.getAsync', answer: (draft) => answered(draft.subject) },
  17: {
    method: 'subject.setAsync',
    answer: (_draft, parameters) =>
      changed((draft) => ({ ...draft, subject: textAt(parameters, 'subject') })),
  },
  37: {
    method: 'body.getAsync',
    answer: (draft, parameters, world) =>
      answered(numberAt(parameters, 'coercionType') === HTML ? draft.html : world.textOf(draft.html)),
  },
  38: {
    method: 'body.setAsync',
    answer: (_draft, parameters) => changed((draft) => ({ ...draft, html: htmlIn(parameters) })),
  },
  14: { method: 'body.getTypeAsync', answer: () => answered('html') },
  23: {
    method: 'body.prependAsync',
    answer: (_draft, parameters) => changed((draft) => ({ ...draft, html: htmlIn(parameters) + draft.html })),
  },
  100: {
    method: 'body.appendOnSendAsync',
    answer: (_draft, parameters) => changed((draft) => ({ ...draft, appendOnSend: appendedIn(parameters) })),
  },
  173: {
    method: 'body.setSignatureAsync',
    answer: (_draft, parameters) => changed((draft) => ({ ...draft, html: draft.html + htmlIn(parameters) })),
  },
  174: {
    method: 'getComposeTypeAsync',
    answer: () => answered({ composeType: 'newMail', coercionType: 'html' }),
  },
  175: { method: 'isClientSignatureEnabledAsync', answer: () => answered(false) },
  176: { method: 'disableClientSignatureAsync', answer: () => answered() },
  166: { method: 'delayDeliveryTime.getAsync', answer: (draft) => answered(draft.deliverAt ?? 0) },
  167: {
    method: 'delayDeliveryTime.setAsync',
    answer: (_draft, parameters) => changed((draft) => ({ ...draft, deliverAt: instantOf(parameters.time) })),
  },
  32: {
    method: 'saveAsync',
    answer: (draft) => {
      const id = draft.savedAs ?? `saved-${draft.conversation}`
      return changed((now) => ({ ...now, savedAs: id }), id)
    },
  },
  164: {
    method: 'getItemIdAsync',
    answer: (draft) => (draft.savedAs === null ? refused(ERRORS.itemNotSaved) : answered(draft.savedAs)),
  },
  99: { method: 'getInitializationContextAsync', answer: (draft) => answered(draft.context) },
}

/** The library sends milliseconds here; Microsoft documents a Date, which JSON turns into a text. */
function instantOf(time: unknown): number | null {
  if (typeof time === 'number') return time === 0 ? null : time
  if (typeof time !== 'string') return null
  const at = Date.parse(time)
  return Number.isNaN(at) ? null : at
}

const appendedIn = (parameters: Fields): string => {
  const text = textAt(parameters, 'appendTxt')
  return text === '' ? htmlIn(parameters) : text
}
