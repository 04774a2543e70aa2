import type { VerdictKind } from '../register/contract.ts'

/** Exit codes. 64 and 70 are sysexits.h's EX_USAGE and EX_SOFTWARE. */
export const EXIT = { allow: 0, warn: 10, block: 20, wrongUsage: 64, couldNotCheck: 70 } as const

export const exitCodeOf = (verdict: VerdictKind): number => EXIT[verdict]

/** Something went wrong: a sentence for the person at the terminal, and the code to end with. */
export type Failure = { readonly kind: 'failure'; readonly code: 64 | 70; readonly sentence: string }

export const wrongUsage = (sentence: string): Failure => ({
  kind: 'failure',
  code: EXIT.wrongUsage,
  sentence,
})
export const couldNot = (sentence: string): Failure => ({
  kind: 'failure',
  code: EXIT.couldNotCheck,
  sentence,
})
