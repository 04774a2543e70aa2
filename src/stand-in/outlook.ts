import { attachmentChanges, recipientChanges } from './attachment-calls.ts'
import type { World } from './call.ts'
import { type Draft, type DraftAttachment, emptyDraft } from './draft.ts'
import type { Fields } from './fields.ts'
import { Frame, type FrameHost } from './frame.ts'
import { type Kept, kept } from './kept.ts'
import { type HandlerEnd, LaunchEvents } from './launch-events.ts'
import { newRecords, type Records } from './record.ts'
import type { EventName, Settings } from './settings.ts'

/** How the add-in’s hidden page does. */
export type RuntimeState = 'starting' | 'ready' | 'unavailable' | 'gone'

/** What this Outlook is given to stand on. */
export type OutlookGround = {
  readonly settings: Settings
  readonly from: Draft['from']
  /** Where the hidden page is put. */
  readonly hidden: HTMLElement
  readonly world: World
}

/** Outlook with one message being written, and one add-in in it. */
export class Outlook {
  readonly draft: Kept<Draft>
  readonly settings: Kept<Settings>
  readonly runtime: Kept<RuntimeState> = kept<RuntimeState>('starting')
  readonly records: Records = newRecords()
  /** The message that is being read instead of the one being written. */
  readonly reading: Kept<Draft | null> = kept<Draft | null>(null)
  readonly #ground: OutlookGround
  readonly #events: LaunchEvents
  #hidden: Frame | null = null
  #pane: Frame | null = null
  #ready: Promise<boolean> = Promise.resolve(false)
  #before: Draft
  #removed: readonly DraftAttachment[] = []

  constructor(ground: OutlookGround) {
    this.#ground = ground
    this.settings = kept(ground.settings)
    this.draft = kept(emptyDraft(ground.from, crypto.randomUUID()))
    this.#events = new LaunchEvents(() => this.#hidden, this.records)
    this.#before = this.draft.now()
    this.draft.watch(() => this.#tellChanges())
    this.#beginItem()
  }

  /** Settles with whether the add-in’s handlers are there, within the time that the settings give. */
  ready(): Promise<boolean> {
    return this.#ready
  }

  /** Raises an event in the add-in and waits for its handler to end; `null` where it has none. */
  async raise(event: EventName, detail: Fields = {}): Promise<HandlerEnd | null> {
    const { addIn, handlerWithinMs } = this.settings.now()
    const handler = addIn.handlers[event]
    if (handler === undefined) return null
    if (!(await this.#ready)) return { kind: 'unavailable' }
    return this.#events.raise(handler, { type: event, source: { id: handler }, ...detail }, handlerWithinMs)
  }

  /** Shows the pane’s page in an element. Returns what takes it away. */
  showPane(home: HTMLElement): () => void {
    const read = this.reading.now()
    const host = read === null ? this.#host() : this.#hostOf(kept(read), this.draft.now().from)
    const frame = new Frame('pane', this.settings.now().addIn.panePage, home, host)
    this.#pane = frame
    return () => {
      frame.remove()
      if (this.#pane === frame) this.#pane = null
    }
  }

  /** A new, empty message of this sender, with the add-in started afresh. */
  newMessage(): void {
    this.#events.forget()
    this.draft.change((now) => emptyDraft(now.from, crypto.randomUUID()))
    this.#beginItem()
  }

  /** The same message, written by somebody else. */
  signIn(from: Draft['from']): void {
    this.#events.forget()
    this.draft.change((now) => ({ ...now, from }))
    this.#beginItem()
  }

  /** The hidden page goes away, as when the browser ends it. */
  removeRuntime(): void {
    this.#hidden?.remove()
    this.#hidden = null
    this.runtime.change(() => 'gone')
  }

  /** Another hidden page; what its handlers had not ended is raised again. */
  async restartRuntime(): Promise<void> {
    this.#startRuntime()
    if (await this.#ready) this.#events.raiseAgain()
  }

  #beginItem(): void {
    this.#startRuntime()
    void this.raise(
      this.draft.now().form === 'appointment' ? 'OnNewAppointmentOrganizer' : 'OnMessageCompose',
    )
  }

  #startRuntime(): void {
    this.#hidden?.remove()
    const { addIn, readyWithinMs } = this.settings.now()
    const frame = new Frame('runtime', addIn.runtimePage, this.#ground.hidden, this.#host())
    this.#hidden = frame
    this.runtime.change(() => 'starting')
    this.#ready = within(frame.ready, readyWithinMs)
    void this.#ready.then((isReady) => {
      if (this.#hidden === frame) this.runtime.change(() => (isReady ? 'ready' : 'unavailable'))
    })
  }

  #host(): FrameHost {
    return this.#hostOf(this.draft, null)
  }

  #hostOf(draft: Kept<Draft>, reader: Draft['from'] | null): FrameHost {
    return {
      item: draft.now(),
      reader,
      draft,
      world: this.#ground.world,
      records: this.records,
      settings: this.settings.now,
      removed: () => (draft === this.draft ? this.#removed : []),
      open: { count: 0 },
      completed: (completion) => this.#events.completed(completion),
    }
  }

  /** Tells the frames that registered, and the add-in’s handlers, what changed in the message. */
  #tellChanges(): void {
    const before = this.#before
    const after = this.draft.now()
    this.#before = after
    if (before.conversation !== after.conversation) {
      this.#removed = []
      return
    }
    const gone = before.attachments.filter(({ id }) => !after.attachments.some((each) => each.id === id))
    this.#removed = [...this.#removed, ...gone]
    const isAppointment = after.form === 'appointment'
    for (const change of attachmentChanges(before, after)) {
      this.#tellFrames('olkAttachmentsChanged', change)
      void this.raise(
        isAppointment ? 'OnAppointmentAttachmentsChanged' : 'OnMessageAttachmentsChanged',
        change,
      )
    }
    const lines = recipientChanges(before, after)
    if (!lines) return
    this.#tellFrames('olkRecipientsChanged', lines)
    void this.raise(isAppointment ? 'OnAppointmentAttendeesChanged' : 'OnMessageRecipientsChanged', {
      changedRecipientFields: lines,
    })
  }

  #tellFrames(event: string, detail: Fields): void {
    for (const frame of [this.#hidden, this.#pane]) frame?.fire(event, [JSON.stringify(detail)])
  }
}

/** Whether something settles within so many milliseconds. */
function within(promise: Promise<unknown>, ms: number): Promise<boolean> {
  return new Promise((settle) => {
    const timer = setTimeout(() => settle(false), ms)
    void promise.then(() => {
      clearTimeout(timer)
      settle(true)
    })
  })
}
