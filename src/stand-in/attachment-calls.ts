import { answered, type CallReply, type Calls, changed, ERRORS, refused } from './call.ts'
import { type Draft, type DraftAttachment, fileAttachment, freshId, RECIPIENT_LINES } from './draft.ts'
import { type Fields, textAt } from './fields.ts'

/** `Office.MailboxEnums.AttachmentType` as the library numbers it. */
const ATTACHMENT_TYPES = { file: 0, item: 1, cloud: 2 } as const
const FORMATS = { file: 'base64', item: 'eml', cloud: 'url' } as const

/** Outlook on the web and new Outlook. Source: learn.microsoft.com, “Limits for Outlook add-ins”: 25 MB in all. */
export const MAX_MESSAGE_BYTES = 25 * 1024 * 1024

/** An attachment as Outlook describes it to add-ins: everything but its bytes. */
export function attachmentDetails(attachment: DraftAttachment): Fields {
  return {
    id: attachment.id,
    name: attachment.name,
    size: attachment.size,
    attachmentType: ATTACHMENT_TYPES[attachment.kind],
    isInline: attachment.inline,
    contentType: attachment.contentType,
    ...(attachment.kind === 'cloud' ? { url: attachment.content } : {}),
  }
}

const found = (draft: Draft, id: string): DraftAttachment | undefined =>
  draft.attachments.find((each) => each.id === id)

function attach(draft: Draft, attachment: DraftAttachment): CallReply {
  const size = [...draft.attachments, attachment].reduce((sum, each) => sum + each.size, 0)
  if (size > MAX_MESSAGE_BYTES) return refused(ERRORS.attachmentSizeExceeded)
  return changed((now) => ({ ...now, attachments: [...now.attachments, attachment] }), attachment.id)
}

/** Attachments: listing, contents, adding and removing. */
export const ATTACHMENT_CALLS: Calls = {
  149: {
    method: 'getAttachmentsAsync',
    answer: (draft) => answered(draft.attachments.map(attachmentDetails)),
  },
  150: {
    method: 'getAttachmentContentAsync',
    answer: (draft, parameters) => {
      const attachment = found(draft, textAt(parameters, 'id'))
      if (!attachment) return refused(ERRORS.invalidAttachmentId)
      return answered({ format: FORMATS[attachment.kind], content: attachment.content })
    },
  },
  148: {
    method: 'addFileAttachmentFromBase64Async',
    answer: (draft, parameters) =>
      attach(
        draft,
        fileAttachment({
          name: textAt(parameters, 'name'),
          base64: textAt(parameters, 'base64String'),
          inline: parameters.isInline === true,
        }),
      ),
  },
  16: {
    method: 'addFileAttachmentAsync',
    answer: async (draft, parameters, world) => {
      const base64 = await world.fetchFile(textAt(parameters, 'uri'))
      if (base64 === null) return refused(ERRORS.attachmentUploadFailed)
      const name = textAt(parameters, 'name')
      const file = {
        name,
        contentType: 'application/octet-stream',
        base64,
        inline: parameters.isInline === true,
      }
      return attach(draft, fileAttachment(file))
    },
  },
  19: {
    method: 'addItemAttachmentAsync',
    answer: (draft, parameters) => {
      const content = `Subject: ${textAt(parameters, 'name')}\r\n\r\n`
      return attach(draft, {
        id: freshId(),
        name: textAt(parameters, 'name'),
        size: content.length,
        kind: 'item',
        inline: false,
        contentType: 'message/rfc822',
        content,
      })
    },
  },
  20: {
    method: 'removeAttachmentAsync',
    answer: (draft, parameters) => {
      const id = textAt(parameters, 'attachmentIndex')
      if (!found(draft, id)) return refused(ERRORS.attachmentToDeleteDoesNotExist)
      return changed((now) => ({ ...now, attachments: now.attachments.filter((each) => each.id !== id) }))
    },
  },
}

/** What `OnMessageAttachmentsChanged` tells of each attachment that came or went. */
export function attachmentChanges(before: Draft, after: Draft): readonly Fields[] {
  if (before.attachments === after.attachments) return []
  const gone = before.attachments.filter((each) => !found(after, each.id))
  const come = after.attachments.filter((each) => !found(before, each.id))
  const told = (attachmentStatus: string) => (attachment: DraftAttachment) => ({
    attachmentStatus,
    attachmentDetails: attachmentDetails(attachment),
  })
  return [...gone.map(told('removed')), ...come.map(told('added'))]
}

/** What `OnMessageRecipientsChanged` tells: which lines changed; `null` where none did. */
export function recipientChanges(before: Draft, after: Draft): Fields | null {
  const resolved = (draft: Draft, line: (typeof RECIPIENT_LINES)[number]): string =>
    JSON.stringify(draft[line].filter((each) => each.resolved))
  const lines = RECIPIENT_LINES.filter((line) => resolved(before, line) !== resolved(after, line))
  if (lines.length === 0) return null
  return Object.fromEntries(RECIPIENT_LINES.map((line) => [line, lines.includes(line)]))
}
