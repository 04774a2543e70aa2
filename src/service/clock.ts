/** What tells the service the time: milliseconds since 1970-01-01T00:00:00Z. */
export type Clock = {
  readonly now: () => number
}

/** The clock of a real service. It has no hand that could be moved. */
export const realClock: Clock = { now: () => Date.now() }

/** A clock of a try-out, which can be set. It goes on from where it was set. */
export type SettableClock = Clock & {
  /** `null`: the real time again. */
  readonly set: (at: number | null) => void
}

/** A clock for a try-out. */
export function settableClock(real: Clock = realClock): SettableClock {
  let ahead = 0
  return {
    now: () => real.now() + ahead,
    set: (at) => {
      ahead = at === null ? 0 : at - real.now()
    },
  }
}
