import { answerCall, type CallHost, type Reply } from './answering.ts'
import type { Draft } from './draft.ts'
import {
  answerTo,
  completionIn,
  eventMessage,
  HANDLER_COMPLETION,
  type HandlerCompletion,
  ITEM_CALL,
  itemCallIn,
  type LibraryRequest,
  requestIn,
} from './protocol.ts'
import { appContext, frameName, initialData } from './start-up.ts'

/** What a frame needs of the Outlook around it. */
export type FrameHost = CallHost & {
  /** The item as it is when the frame is made: its identity and its sender. */
  readonly item: Draft
  /** Who reads the item; `null` while it is being written. */
  readonly reader: Draft['from'] | null
  completed(completion: HandlerCompletion): void
}

/** As Outlook on the web has it, and modals for the library’s one question (trust.ts). */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals'

/** The event by which the library calls handlers. It asks for it once `Office.onReady` was called. */
const TAKES_COMMANDS = 'appCommandInvoked'

let frames = 0

/** One page of the add-in on this page, with Microsoft’s library in it. */
export class Frame {
  /** Settles when the library takes events. */
  readonly ready: Promise<void>
  readonly #kind: 'runtime' | 'pane'
  readonly #host: FrameHost
  readonly #element = document.createElement('iframe')
  readonly #conversation: string
  readonly #registered = new Set<string>()
  readonly #listen = (event: MessageEvent): void => this.#hear(event)
  #isReady = (): void => undefined

  /** @param page a path on this origin */
  constructor(kind: 'runtime' | 'pane', page: string, parent: HTMLElement, host: FrameHost) {
    frames += 1
    this.#kind = kind
    this.#host = host
    this.#conversation = `${host.item.conversation}-${frames}`
    this.ready = new Promise((settle) => {
      this.#isReady = settle
    })
    this.#element.name = frameName(host.settings(), this.#conversation, location.origin)
    this.#element.setAttribute('sandbox', SANDBOX)
    this.#element.title = host.settings().addIn.name
    this.#element.src = page
    window.addEventListener('message', this.#listen)
    parent.append(this.#element)
    host.records.note(kind, 'start', page)
  }

  /** Sends an event; `false` where the page has not asked for it. */
  fire(event: string, data: readonly unknown[]): boolean {
    if (!this.#registered.has(event)) return false
    this.#post(eventMessage(this.#conversation, event, data, location.origin))
    return true
  }

  /** Ends the page, whatever it is doing. */
  remove(): void {
    window.removeEventListener('message', this.#listen)
    this.#element.remove()
  }

  #post(message: string): void {
    this.#element.contentWindow?.postMessage(message, location.origin)
  }

  #hear(event: MessageEvent): void {
    if (event.source !== this.#element.contentWindow || event.origin !== location.origin) return
    const request = requestIn(event.data)
    if (!request) return
    if (request.kind === 'invoke') this.#answer(request)
    else this.#register(request)
  }

  #register(request: LibraryRequest): void {
    if (request.kind === 'register') this.#registered.add(request.action)
    else this.#registered.delete(request.action)
    this.#post(answerTo(request, { Error: 0 }, location.origin))
    if (this.#registered.has(TAKES_COMMANDS)) this.#isReady()
  }

  #answer(request: LibraryRequest): void {
    const reply: Reply = (data, code) => this.#post(answerTo(request, data, location.origin, code))
    const settings = this.#host.settings()
    switch (request.action) {
      case 'ContextActivationManager_getAppContextAsync':
        reply(appContext(settings, this.#conversation, location.href))
        break
      case 'ContextActivationManager_notifyHost':
        reply(null)
        break
      case 'GetInitialData':
        reply(initialData(settings, this.#host.item, this.#host.reader))
        break
      case ITEM_CALL:
        this.#call(request, reply)
        break
      case HANDLER_COMPLETION:
        this.#complete(request, reply)
        break
      default:
        this.#unknown(request, reply)
    }
  }

  #call(request: LibraryRequest, reply: Reply): void {
    const call = itemCallIn(request)
    if (call) answerCall(call, this.#kind, this.#host, reply)
    else this.#unknown(request, reply)
  }

  #complete(request: LibraryRequest, reply: Reply): void {
    const completion = completionIn(request)
    if (completion) {
      this.#host.completed(completion)
      reply({ Version: 1, Error: 0 })
    } else this.#unknown(request, reply)
  }

  #unknown(request: LibraryRequest, reply: Reply): void {
    const asked = `${request.action} ${JSON.stringify(request.parameters)}`
    this.#host.records.fault(
      'unknown-call',
      `The add-in’s page asked for ${asked}, which this Outlook does not know.`,
    )
    reply(null, -2)
  }
}
