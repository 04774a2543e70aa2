import { addressed } from './addresses.ts'
import { type Draft, type FileToAttach, type RecipientLine, withFile } from './draft.ts'
import type { Faults } from './faults.ts'
import { Outlook, type OutlookGround, type RuntimeState } from './outlook.ts'
import type { Defect, LogEntry } from './record.ts'
import { type SendEnd, Sending, type SentMessage } from './sending.ts'
import type { Settings } from './settings.ts'
import type { Alert, AlertAnswer } from './smart-alert.ts'

/** Outlook as a test gets hold of it: `window.standIn`. Every value is plain JSON. */
export type StandIn = {
  draft(): Draft
  /** Changes parts of the message, as its writer would. */
  write(fields: Partial<Draft>): void
  /** Adds what is typed in one of the lines of addresses. */
  address(line: RecipientLine, typed: string): void
  attach(files: readonly FileToAttach[]): void
  settings(): Settings
  set(fields: Partial<Settings>): void
  /** What goes wrong from now on, by method; `{}` is nothing. */
  fail(faults: Faults): void
  /** Settles when the add-in’s handlers are there, or will not be. */
  ready(): Promise<boolean>
  runtime(): RuntimeState
  /** The add-in’s hidden page goes away, as when the browser ends it. */
  removeRuntime(): void
  restartRuntime(): Promise<void>
  send(): Promise<SendEnd>
  alert(): Alert | null
  press(answer: AlertAnswer): boolean
  sent(): readonly SentMessage[]
  /** Opens a message that was sent in reading; the last one is 0, `null` closes it. */
  read(message: number | null): void
  openPane(context?: string): void
  closePane(): void
  newMessage(): void
  log(): readonly LogEntry[]
  /** What the add-in must not have done. A test that leaves any has failed. */
  defects(): readonly Defect[]
}

declare global {
  interface Window {
    standIn: StandIn
  }
}

/** Opens an Outlook, and what a test may do with it. */
export function openStandIn(
  ground: OutlookGround,
  clock: () => Promise<number>,
): { readonly outlook: Outlook; readonly sending: Sending; readonly standIn: StandIn } {
  const outlook = new Outlook(ground)
  const sending = new Sending(outlook, clock)
  return { outlook, sending, standIn: standInFor(outlook, sending) }
}

function standInFor(outlook: Outlook, sending: Sending): StandIn {
  return {
    ...writing(outlook),
    settings: () => outlook.settings.now(),
    set: (fields) => outlook.settings.change((now) => ({ ...now, ...fields })),
    fail: (faults) => outlook.settings.change((now) => ({ ...now, faults })),
    ready: () => outlook.ready(),
    runtime: () => outlook.runtime.now(),
    removeRuntime: () => outlook.removeRuntime(),
    restartRuntime: () => outlook.restartRuntime(),
    send: () => sending.send(),
    alert: () => sending.state.now().alert,
    press: (answer) => sending.press(answer),
    sent: () => sending.state.now().sent,
    read: (message) => sending.read(message === null ? null : (sending.state.now().sent[message] ?? null)),
    openPane: (context) => sending.openPane(context),
    closePane: () => sending.closePane(),
    newMessage: () => outlook.newMessage(),
    log: () => outlook.records.log,
    defects: () => outlook.records.defects,
  }
}

function writing(outlook: Outlook): Pick<StandIn, 'draft' | 'write' | 'address' | 'attach'> {
  return {
    draft: () => outlook.draft.now(),
    write: (fields) => outlook.draft.change((draft) => ({ ...draft, ...fields })),
    address: (line, typed) => outlook.draft.change((draft) => addressed(draft, line, typed)),
    attach: (files) => {
      for (const file of files) outlook.draft.change((draft) => withFile(draft, file))
    },
  }
}
