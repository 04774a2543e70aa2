/** One thing that went between the add-in and this Outlook. */
export type LogEntry = {
  /** Milliseconds since the page was opened. */
  readonly atMs: number
  readonly frame: 'runtime' | 'pane' | 'outlook'
  readonly what: 'start' | 'call' | 'answer' | 'event' | 'completed' | 'send' | 'note'
  readonly name: string
  /** Parameters, answer or explanation, shortened. */
  readonly text: string
}

/** Something an add-in must not do. Each is a failure. */
export type Defect = {
  readonly kind:
    | 'second-completion'
    | 'unknown-call'
    | 'unknown-handler'
    | 'allow-event-missing'
    | 'message-too-long'
    | 'more-than-three-calls'
  readonly text: string
}

/** Everything that happened, and what should not have. */
export type Records = {
  readonly log: readonly LogEntry[]
  readonly defects: readonly Defect[]
  note(frame: LogEntry['frame'], what: LogEntry['what'], name: string, detail?: unknown): void
  fault(kind: Defect['kind'], text: string): void
}

const SHOWN_CHARACTERS = 500

function shortened(detail: unknown): string {
  const text = typeof detail === 'string' ? detail : (JSON.stringify(detail) ?? '')
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text
}

/** Empty records. */
export function newRecords(): Records {
  const log: LogEntry[] = []
  const defects: Defect[] = []
  return {
    log,
    defects,
    note: (frame, what, name, detail) =>
      log.push({ atMs: Math.round(performance.now()), frame, what, name, text: shortened(detail) }),
    fault: (kind, text) => defects.push({ kind, text }),
  }
}
