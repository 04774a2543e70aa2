import { addressed } from './addresses.ts'
import { MAX_MESSAGE_BYTES } from './attachment-calls.ts'
import { withFile } from './draft.ts'
import { base64Of } from './files.ts'
import { type Kept, kept } from './kept.ts'
import type { Outlook } from './outlook.ts'
import type { Sending } from './sending.ts'
import { STORY } from './story.ts'
import { type Had, type Person, type Sample, type TryOutClock, tryOutService } from './try-out-service.ts'
import { WORDING } from './wording.ts'

/** What the page knows of the try-out. */
export type TryOutState = {
  /** The try-out’s time when it was last asked for; `null`: the service did not say. */
  readonly at: number | null
  readonly people: readonly Person[]
  readonly samples: readonly Sample[]
  readonly replaying: boolean
  /** Whether another window has set the clock since this one did. */
  readonly isMovedElsewhere: boolean
  /** Why the service did not do what it was asked for. */
  readonly complaint: string | null
}

/** How often the clock is read again. */
const CLOCK_EVERY_MS = 500

/** The try-out around the Outlook: its clock, its people, its sample files, its story. */
export class TryOut {
  readonly state: Kept<TryOutState>
  readonly #outlook: Outlook
  readonly #sending: Sending
  /** What the clock was set to when this window last set it or first read it; `null`: the real time. */
  #known: number | null | undefined
  /** Counts what this window sets, so that an answer from before tells it nothing. */
  #settings = 0

  constructor(outlook: Outlook, sending: Sending, people: Had<readonly Person[]>) {
    this.#outlook = outlook
    this.#sending = sending
    this.state = kept<TryOutState>({
      at: null,
      people: people.kind === 'had' ? people.value : [],
      samples: [],
      replaying: false,
      isMovedElsewhere: false,
      complaint: people.kind === 'had' ? null : WORDING.service[people.because],
    })
  }

  /** Reads the clock and the list of samples, and the clock again and again. */
  async begin(): Promise<void> {
    const samples = await tryOutService.samples()
    if (samples.kind === 'had') this.#change({ samples: samples.value })
    await this.readClock()
    setInterval(() => document.hidden || void this.readClock(), CLOCK_EVERY_MS)
  }

  /**
   * The try-out’s time now. Where the service does not say, the page’s own.
   *
   * There is one clock, the service’s; all windows follow it, whichever set it. Set,
   * it stands still: 09:29:59 would be over before anybody has reached for Send.
   */
  async readClock(): Promise<number> {
    const settings = this.#settings
    const clock = await tryOutService.clock()
    const at = clock.kind === 'had' ? clock.value.at : null
    this.#change({ at })
    if (clock.kind === 'had' && settings === this.#settings) this.#follow(clock.value)
    return at ?? Date.now()
  }

  #follow({ at, isSet }: TryOutClock): void {
    const set = isSet ? at : null
    if (this.#known === undefined) this.#known = set
    this.#change({ isMovedElsewhere: set !== this.#known })
  }

  /** Sets the clock; `null` is the real time. */
  async goTo(at: number | null): Promise<void> {
    this.#settings++
    const set = await tryOutService.setClock(at)
    this.#settings++
    if (set.kind === 'had') this.#known = at
    this.#change({ complaint: set.kind === 'had' ? null : WORDING.service[set.because] })
    await this.readClock()
  }

  /** Presses Send, at the time that was chosen. */
  async send(): Promise<void> {
    await this.readClock()
    await this.#sending.send()
  }

  /** Somebody else writes the message. */
  signIn(address: string): void {
    const person = this.state.now().people.find((each) => each.address === address)
    if (person) this.#outlook.signIn({ address: person.address, name: person.name })
    this.#sending.closePane()
  }

  /** Attaches files of the person’s own, as many as a message takes. */
  async attachFiles(files: readonly File[]): Promise<void> {
    if (this.#sending.state.now().sending) return
    this.#sending.complain(null)
    for (const file of files) await this.#attach(file.name, file)
  }

  /** Attaches a file that the service makes. */
  async attachSample(name: string): Promise<void> {
    if (this.#sending.state.now().sending) return
    const sample = await tryOutService.sample(name)
    if (sample.kind === 'had') await this.#attach(name, sample.value)
    else this.#change({ complaint: WORDING.service.noSample(name) })
  }

  /** The message of 14:42, as it was about to leave. */
  async replay(): Promise<void> {
    if (this.state.now().replaying || this.#sending.state.now().sending) return
    this.#change({ replaying: true, complaint: null })
    this.#sending.closePane()
    await this.goTo(STORY.monday)
    this.#outlook.newMessage()
    this.#outlook.draft.change((draft) => {
      const written = { ...draft, subject: STORY.subject, html: STORY.html }
      return addressed(addressed(written, 'to', STORY.to.join(';')), 'cc', STORY.cc.join(';'))
    })
    const samples = this.state.now().samples.filter((each) => each.name.includes(STORY.sample))
    for (const sample of samples) await this.attachSample(sample.name)
    if (samples.length === 0)
      this.#change({ complaint: WORDING.service.noSample('pse-2020-03-embargoed.xlsx') })
    this.#change({ replaying: false })
  }

  #change(fields: Partial<TryOutState>): void {
    this.state.change((now) => ({ ...now, ...fields }))
  }

  async #attach(name: string, bytes: Blob): Promise<void> {
    const attached = this.#outlook.draft.now().attachments.reduce((sum, each) => sum + each.size, 0)
    if (attached + bytes.size > MAX_MESSAGE_BYTES) {
      this.#sending.complain(WORDING.attach.tooLarge(name))
      return
    }
    const base64 = await base64Of(bytes).catch(() => null)
    if (base64 === null) this.#sending.complain(WORDING.attach.unreadable(name))
    else this.#outlook.draft.change((draft) => withFile(draft, { name, base64, contentType: bytes.type }))
  }
}
