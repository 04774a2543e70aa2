import { type Draft, emptyDraft, everybodyOn } from './draft.ts'
import { type Kept, kept } from './kept.ts'
import type { HandlerEnd } from './launch-events.ts'
import type { Outlook } from './outlook.ts'
import { type Alert, type AlertAnswer, alertAfter, alertWhileWaiting, defectsIn } from './smart-alert.ts'
import { WORDING } from './wording.ts'

/** A message that left. */
export type SentMessage = Omit<
  Draft,
  'session' | 'notifications' | 'context' | 'savedAs' | 'customProperties'
> & {
  /** When it was sent, milliseconds since 1970-01-01T00:00:00Z, by the try-out’s clock. */
  readonly sentAt: number
  readonly check: SendCheck
}

/** What the message left on: the add-in’s leave, the person’s word, or nothing, as there is no add-in. */
export type SendCheck = 'allowed' | 'sent-anyway' | 'no-add-in'

/** What the person sees of sending. */
export type SendState = {
  readonly sending: boolean
  readonly alert: Alert | null
  /** Why Outlook itself does not send. */
  readonly complaint: string | null
  /** Which opening of the pane this is; `null` while it is closed. */
  readonly pane: number | null
  readonly sent: readonly SentMessage[]
}

/** How pressing Send ended. */
export type SendEnd =
  | { readonly kind: 'sent'; readonly message: SentMessage }
  | { readonly kind: 'kept'; readonly because: string }

/** The Send button, and what follows. */
export class Sending {
  readonly state: Kept<SendState> = kept<SendState>({
    sending: false,
    alert: null,
    complaint: null,
    pane: null,
    sent: [],
  })
  readonly #outlook: Outlook
  readonly #clock: () => Promise<number>
  #pressed: (answer: AlertAnswer) => void = () => undefined
  #openings = 0

  /** @param clock the time that messages are sent at, milliseconds since 1970-01-01T00:00:00Z */
  constructor(outlook: Outlook, clock: () => Promise<number>) {
    this.#outlook = outlook
    this.#clock = clock
  }

  /** Presses Send. Settles when the message has left, or is to stay. */
  async send(): Promise<SendEnd> {
    if (this.state.now().sending) return { kind: 'kept', because: WORDING.send.busy }
    const complaint = whyNot(this.#outlook.draft.now())
    this.complain(complaint)
    if (complaint !== null) return { kind: 'kept', because: complaint }
    this.#change({ sending: true })
    const check = await this.#check()
    const because = this.state.now().alert?.text ?? ''
    this.#change({ sending: false, alert: null })
    return check === null ? { kind: 'kept', because } : { kind: 'sent', message: await this.#depart(check) }
  }

  /** Presses a button of the dialog; `false` where no dialog shows such a button. */
  press(answer: AlertAnswer): boolean {
    const offered = this.state.now().alert?.buttons.some((button) => button.answer === answer) ?? false
    if (offered) this.#pressed(answer)
    return offered
  }

  /** Opens the pane, or opens it anew, so that it sees what is handed over. */
  openPane(context = ''): void {
    if (this.#outlook.reading.now() === null) this.#outlook.draft.change((draft) => ({ ...draft, context }))
    this.#openings += 1
    this.#change({ pane: this.#openings })
  }

  /** Opens a message that was sent, as one of its recipients would; `null` closes it. */
  read(message: SentMessage | null): void {
    if (message === null && this.#outlook.reading.now() === null) return
    this.closePane()
    this.#outlook.reading.change(() => message && receivedDraft(message))
  }

  closePane(): void {
    this.#change({ pane: null })
  }

  /** Shows why Outlook itself does not do something; `null` takes it away. */
  complain(complaint: string | null): void {
    this.#change({ complaint })
  }

  #change(fields: Partial<SendState>): void {
    this.state.change((now) => ({ ...now, ...fields }))
  }

  /** What the message may leave on, or `null`: it stays. */
  async #check(): Promise<SendCheck | null> {
    const settings = this.#outlook.settings.now()
    const { form } = this.#outlook.draft.now()
    const end = this.#outlook.raise(form === 'appointment' ? 'OnAppointmentSend' : 'OnMessageSend')
    const inTime = await Promise.race([end, pause(settings.longerAfterMs)])
    if (inTime !== LONGER) return this.#judge(inTime)
    const answer = await Promise.race([end, this.#ask(alertWhileWaiting(settings))])
    if (typeof answer === 'string') return answer === 'send-anyway' ? 'sent-anyway' : null
    return this.#judge(answer)
  }

  async #judge(end: HandlerEnd | null): Promise<SendCheck | null> {
    if (end === null) return 'no-add-in'
    if (end.kind === 'completed')
      for (const defect of defectsIn(end.options)) this.#outlook.records.fault(defect.kind, defect.text)
    const alert = alertAfter(end, this.#outlook.settings.now())
    if (alert === null) return 'allowed'
    const answer = await this.#ask(alert)
    if (answer === 'act') this.openPane(alert.context)
    return answer === 'send-anyway' ? 'sent-anyway' : null
  }

  #ask(alert: Alert): Promise<AlertAnswer> {
    this.#outlook.records.note('outlook', 'note', `dialog: ${alert.kind}`, alert.text)
    this.#change({ alert })
    return new Promise((settle) => {
      this.#pressed = settle
    })
  }

  async #depart(check: SendCheck): Promise<SentMessage> {
    const message = sentMessage(this.#outlook.draft.now(), await this.#clock(), check)
    this.#outlook.records.note('outlook', 'send', message.subject, { check })
    this.#change({ sent: [message, ...this.state.now().sent], pane: null })
    this.#outlook.newMessage()
    return message
  }
}

const LONGER = 'longer'

function pause(ms: number): Promise<typeof LONGER> {
  return new Promise((settle) => setTimeout(() => settle(LONGER), ms))
}

/** Why Outlook does not send this, whatever an add-in says. */
export function whyNot(draft: Draft): string | null {
  const everybody = everybodyOn(draft)
  if (everybody.length === 0) return WORDING.send.nobody
  const unresolved = everybody.filter((each) => !each.resolved).map((each) => each.address)
  return unresolved.length === 0 ? null : WORDING.send.unresolved(unresolved)
}

/** What its recipients have of a message; it came when it was sent or delivered. */
function receivedDraft({ sentAt, check: _check, ...message }: SentMessage): Draft {
  const empty = emptyDraft(message.from, message.conversation)
  return { ...empty, ...message, bcc: [], deliverAt: Math.max(sentAt, message.deliverAt ?? 0) }
}

function sentMessage(draft: Draft, sentAt: number, check: SendCheck): SentMessage {
  const { session: _s, notifications: _n, context: _c, savedAs: _i, customProperties: _p, ...leaving } = draft
  return { ...leaving, html: draft.html + draft.appendOnSend, sentAt, check }
}
