/** What tells the service the time: milliseconds since 1970-01-01T00:00:00Z. */
export type Clock = {
  readonly now: () => number
}

/** The clock of a real service. It has no hand that could be moved. */
export const realClock: Clock = { now: () => Date.now() }

/** A clock of a try-out, which can be set. Set, it stands still. */
export type SettableClock = Clock & {
  /** `null`: the real time again. */
  readonly set: (at: number | null) => void
  /** Whether it was set, and stands. */
  readonly isSet: () => boolean
}

/** A clock for a try-out. */
export function settableClock(real: Clock = realClock): SettableClock {
  let standing: number | null = null
  return {
    now: () => standing ?? real.now(),
    set: (at) => {
      standing = at
    },
    isSet: () => standing !== null,
  }
}
