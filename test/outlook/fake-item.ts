import type { OfficeReply } from '../../src/outlook/ask-outlook.ts'
import type {
  OutlookAddress,
  OutlookAttachment,
  OutlookContent,
  OutlookItem,
  OutlookNotification,
} from '../../src/outlook/outlook-item.ts'

/** How a fake Outlook meets one question. */
export type Manner<T> =
  | { readonly kind: 'tells'; readonly value: T }
  | { readonly kind: 'refuses'; readonly message: string }
  | { readonly kind: 'says-nothing' }
  | { readonly kind: 'throws'; readonly message: string }
  | { readonly kind: 'calls-back-with-nothing' }

export const tells = <T>(value: T): Manner<T> => ({ kind: 'tells', value })
export const refuses = (message = 'no'): Manner<never> => ({ kind: 'refuses', message })
export const SAYS_NOTHING: Manner<never> = { kind: 'says-nothing' }
export const throws = (message = 'boom'): Manner<never> => ({ kind: 'throws', message })
export const CALLS_BACK_WITH_NOTHING: Manner<never> = { kind: 'calls-back-with-nothing' }

/** Calls back as Outlook does: later, and with a status in words. */
export function meet<T>(manner: Manner<T>, reply: (result: OfficeReply<T>) => void): void {
  switch (manner.kind) {
    case 'tells':
      setTimeout(() => reply({ status: 'succeeded', value: manner.value, error: null }), 0)
      return
    case 'refuses': {
      const nothing: unknown = undefined
      // @ts-expect-error Outlook leaves the value out where it refuses.
      setTimeout(() => reply({ status: 'failed', value: nothing, error: { message: manner.message } }), 0)
      return
    }
    case 'calls-back-with-nothing':
      // @ts-expect-error What no type allows and a broken host does.
      setTimeout(() => reply(undefined), 0)
      return
    case 'throws':
      throw new Error(manner.message)
    case 'says-nothing':
      return
  }
}

/** What the fake says to each question. */
export type FakeMessage = {
  readonly from: Manner<OutlookAddress>
  readonly to: Manner<readonly OutlookAddress[]>
  readonly cc: Manner<readonly OutlookAddress[]>
  readonly bcc: Manner<readonly OutlookAddress[]>
  readonly body: Manner<string>
  readonly delivery: Manner<unknown>
  readonly attachments: Manner<readonly OutlookAttachment[]>
  readonly contents: Readonly<Record<string, Manner<OutlookContent>>>
  readonly notes: Manner<void>
}

export const person = (emailAddress: string, recipientType = 'user'): OutlookAddress => ({
  displayName: emailAddress.replace(/@.*/, ''),
  emailAddress,
  recipientType,
})

export const file = (id: string, name: string, size: number): OutlookAttachment => ({
  id,
  name,
  size,
  attachmentType: 'file',
  isInline: false,
})

const ORDINARY: FakeMessage = {
  from: tells(person('ada@statistics.example')),
  to: tells([person('bea@department.example')]),
  cc: tells([]),
  bcc: tells([]),
  body: tells('<p>Hello</p>'),
  delivery: tells(0),
  attachments: tells([]),
  contents: {},
  notes: tells(undefined),
}

/** What a fake Outlook saw. */
export type Seen = {
  readonly notes: Map<string, OutlookNotification>
  readonly calls: string[]
  mostAtOnce: number
}

/** An Outlook of a message being written, that answers as it is told to. */
export function fakeItem(different: Partial<FakeMessage> = {}): { item: OutlookItem; seen: Seen } {
  const message = { ...ORDINARY, ...different }
  const seen: Seen = { notes: new Map(), calls: [], mostAtOnce: 0 }
  let atOnce = 0
  const answer = <T>(call: string, manner: Manner<T>, reply: (result: OfficeReply<T>) => void): void => {
    seen.calls.push(call)
    atOnce += 1
    seen.mostAtOnce = Math.max(seen.mostAtOnce, atOnce)
    meet(manner, (result) => {
      atOnce -= 1
      reply(result)
    })
  }
  const note = (call: string, key: string, what: OutlookNotification | null): void => {
    seen.calls.push(call)
    if (message.notes.kind !== 'tells') return
    if (what) seen.notes.set(key, what)
    else seen.notes.delete(key)
  }
  const item: OutlookItem = {
    from: { getAsync: (reply) => answer('from', message.from, reply) },
    to: { getAsync: (reply) => answer('to', message.to, reply) },
    cc: { getAsync: (reply) => answer('cc', message.cc, reply) },
    bcc: { getAsync: (reply) => answer('bcc', message.bcc, reply) },
    body: { getAsync: (_type, reply) => answer('body', message.body, reply) },
    delayDeliveryTime: { getAsync: (reply) => answer('delivery', message.delivery, reply) },
    getAttachmentsAsync: (reply) => answer('attachments', message.attachments, reply),
    getAttachmentContentAsync: (id, reply) =>
      answer(`content ${id}`, message.contents[id] ?? refuses('InvalidAttachmentId'), reply),
    notificationMessages: {
      addAsync(key, what, reply) {
        note(`add ${what.type}`, key, what)
        meet(message.notes, reply)
      },
      replaceAsync(key, what, reply) {
        note(`replace ${what.type}`, key, what)
        meet(message.notes, reply)
      },
      removeAsync(key, reply) {
        note('remove', key, null)
        meet(message.notes, reply)
      },
    },
  }
  return { item, seen }
}
