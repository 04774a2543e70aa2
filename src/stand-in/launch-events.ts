import type { Fields } from './fields.ts'
import type { Frame } from './frame.ts'
import type { HandlerCompletion } from './protocol.ts'
import type { Records } from './record.ts'

/** How a handler ended. */
export type HandlerEnd =
  | { readonly kind: 'completed'; readonly options: Fields }
  /** The add-in has no handler of that name. */
  | { readonly kind: 'no-handler' }
  /** The handler threw, hangs, or its page is gone: nobody can tell which. */
  | { readonly kind: 'timed-out'; readonly afterMs: number }
  /** The page with the handlers did not load. */
  | { readonly kind: 'unavailable' }

type Waiting = { readonly handler: string; readonly event: Fields; readonly end: (end: HandlerEnd) => void }

/** `OSF.DDA.ErrorCodeManager.errorCodes.ooeInvalidCallback`: no such handler. */
const NO_SUCH_HANDLER = 11101

/** Raises events in the add-in’s hidden page, and hears how each handler ends. */
export class LaunchEvents {
  readonly #runtime: () => Frame | null
  readonly #records: Records
  readonly #waiting = new Map<string, Waiting>()
  readonly #ended = new Map<string, string>()
  #commands = 0

  /** @param runtime the hidden page as it is now, or `null` while there is none */
  constructor(runtime: () => Frame | null, records: Records) {
    this.#runtime = runtime
    this.#records = records
  }

  /** Calls a handler, and waits for its end. */
  raise(handler: string, event: Fields, withinMs: number): Promise<HandlerEnd> {
    return new Promise((settle) => {
      const giveUp = (): void => this.#drop(waiting, { kind: 'timed-out', afterMs: withinMs })
      const timer = setTimeout(giveUp, withinMs)
      const end = (how: HandlerEnd): void => {
        clearTimeout(timer)
        settle(how)
      }
      const waiting: Waiting = { handler, event, end }
      if (!this.#fire(waiting)) this.#drop(waiting, { kind: 'unavailable' })
    })
  }

  /** The library says that a handler called `completed`, or could not be called. */
  completed({ command, status, options }: HandlerCompletion): void {
    const waiting = this.#waiting.get(command)
    const handler = waiting?.handler ?? this.#ended.get(command) ?? command
    this.#records.note('runtime', 'completed', handler, options)
    if (this.#ended.has(command))
      this.#records.fault('second-completion', `${handler} completed again, with ${JSON.stringify(options)}.`)
    if (!waiting) return
    this.#waiting.delete(command)
    this.#ended.set(command, handler)
    if (status === NO_SUCH_HANDLER)
      this.#records.fault('unknown-handler', `The add-in has no handler ${handler}.`)
    waiting.end(status === 0 ? { kind: 'completed', options: options ?? {} } : { kind: 'no-handler' })
  }

  /** The page was started anew: what had not ended is raised again, as Outlook on the web does. */
  raiseAgain(): void {
    const lost = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const waiting of lost) this.#fire(waiting)
  }

  /** The message is gone, and with it every handler. */
  forget(): void {
    this.#waiting.clear()
  }

  #fire(waiting: Waiting): boolean {
    this.#commands += 1
    const command = `command-${this.#commands}`
    this.#waiting.set(command, waiting)
    const data = [command, waiting.handler, JSON.stringify(waiting.event)]
    const sent = this.#runtime()?.fire('appCommandInvoked', data) ?? false
    this.#records.note('runtime', 'event', waiting.handler, sent ? waiting.event : 'the page takes no events')
    return sent
  }

  /** Ends a handler that has not completed. A completion that comes afterwards is only noted. */
  #drop(dropped: Waiting, how: HandlerEnd): void {
    for (const [command, waiting] of this.#waiting) if (waiting === dropped) this.#waiting.delete(command)
    dropped.end(how)
  }
}
