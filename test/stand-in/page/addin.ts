import { EMBARGO_GUARD } from '../../../src/stand-in/settings.ts'
/**
 * An add-in of the test’s own, which does what it is told: its handlers take
 * their orders from the item’s session data, under the handler’s name.
 */

/** What a handler is to do with its event. */
export type Order =
  | { readonly complete: readonly Office.SmartAlertsEventCompletedOptions[] }
  | { readonly throw: string }
  | { readonly hang: true }

type Reply = (result: Office.AsyncResult<unknown>) => void

/** What a test finds in the add-in’s frames. */
export type AddInPage = {
  /** The events that handlers were called with. */
  readonly seen: object[]
  /** What arrived of the events that `listen` registered for. */
  readonly heard: object[]
  /** Calls a method of the item, as `to.getAsync`, and tells what became of it. */
  ask(method: string, ...parameters: unknown[]): Promise<unknown>
  /** Registers for an event of the item. */
  listen(event: string): Promise<unknown>
}

declare global {
  interface Window {
    addIn: AddInPage
  }
}

/** The method at a path such as `to.getAsync`, bound to what it hangs on. */
function methodAt(path: string): (...parameters: unknown[]) => void {
  const names = path.split('.')
  const last = names.pop() ?? ''
  let owner: unknown = Office.context.mailbox.item
  for (const name of names) owner = Reflect.get(Object(owner), name)
  const method: unknown = Reflect.get(Object(owner), last)
  if (typeof method !== 'function') throw new TypeError(`there is no ${path}`)
  return (...parameters) => Reflect.apply(method, owner, parameters)
}

function ask(method: string, ...parameters: unknown[]): Promise<unknown> {
  return new Promise((settle) => {
    const reply: Reply = (result) =>
      settle(result.error ? { refused: result.error.code, name: result.error.name } : { value: result.value })
    try {
      methodAt(method)(...parameters, reply)
    } catch (fault) {
      settle({ threw: String(fault) })
    }
  })
}

window.addIn = {
  seen: [],
  heard: [],
  ask,
  listen: (event) =>
    ask('addHandlerAsync', event, (heard: object) => {
      window.addIn.heard.push(
        Object.fromEntries(fieldNames(heard).map((name) => [name, Reflect.get(heard, name)])),
      )
    }),
}

const fieldNames = (heard: object): string[] =>
  ['type', 'attachmentStatus', 'attachmentDetails', 'changedRecipientFields'].filter((name) => name in heard)

async function orderFor(handler: string): Promise<Order> {
  const told = await ask('sessionData.getAsync', handler)
  const value: unknown = Reflect.get(Object(told), 'value')
  return typeof value === 'string' ? JSON.parse(value) : { complete: [{ allowEvent: true }] }
}

function obey(handler: string) {
  return async (event: Office.MailboxEvent): Promise<void> => {
    window.addIn.seen.push({ ...event, completed: undefined })
    const order = await orderFor(handler)
    if ('throw' in order) throw new Error(order.throw)
    if ('hang' in order) return
    for (const options of order.complete) event.completed(options)
  }
}

for (const name of Object.values(EMBARGO_GUARD.handlers)) Office.actions.associate(name, obey(name))

void Office.onReady()
