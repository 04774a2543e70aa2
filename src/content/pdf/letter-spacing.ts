import { type Run, wordGap } from './runs.ts'

/** Letters set apart further than this are not one word set wide. Unit: em. */
const MAX_SPACING = 0.4
/** So many stretches of letters must be set apart alike before two letters alone count as set apart. */
const SEEN_OFTEN = 2
/** Distances are alike within this. Unit: em. */
const ALIKE = 0.04
/** Letters of a run, on average, in text that is drawn letter by letter. */
const LETTER_BY_LETTER = 1.5

/** Runs drawn one after the other in one text object, no further apart than letters can be set. */
type Chain = { readonly runs: Run[]; least: number }

/**
 * Runs in the order they were drawn, with letters that were set apart evenly put
 * together: some programs draw `1 , 2 3 4` letter by letter where the text says
 * 1,234 with wider spacing.
 */
export function withoutLetterSpacing(runs: readonly Run[]): readonly Run[] {
  const chains = chainsOf(runs)
  const seen = new Map<number, number>()
  for (const chain of chains)
    if (chain.runs.length > 2 && isLetterByLetter(chain)) {
      const step = Math.round(chain.least / ALIKE)
      seen.set(step, (seen.get(step) ?? 0) + 1)
    }
  const joined: Run[] = []
  for (const chain of chains) for (const run of joinedChain(chain, seen)) joined.push(run)
  return joined
}

function chainsOf(runs: readonly Run[]): readonly Chain[] {
  const chains: Chain[] = []
  let chain: Chain | null = null
  let before: Run | null = null
  for (const run of runs) {
    const gap = before === null ? Number.NaN : gapBetween(before, run)
    before = run
    if (chain !== null && gap >= 0 && gap < MAX_SPACING) {
      chain.runs.push(run)
      chain.least = Math.min(chain.least, gap)
    } else {
      chain = { runs: [run], least: MAX_SPACING }
      chains.push(chain)
    }
  }
  return chains
}

/** Distance in em; `NaN` between runs that are not drawn in one go. */
function gapBetween(before: Run, run: Run): number {
  const isOneGo = before.object === run.object && before.y === run.y && before.size === run.size
  return isOneGo && run.after === 'nothing' ? (run.x - before.end) / run.size : Number.NaN
}

const isLetterByLetter = ({ runs }: Chain): boolean =>
  runs.reduce((letters, run) => letters + run.text.length, 0) <= LETTER_BY_LETTER * runs.length

function joinedChain(chain: Chain, seen: ReadonlyMap<number, number>): readonly Run[] {
  const { runs, least } = chain
  if (runs.length < 2 || !isLetterByLetter(chain)) return runs
  const step = Math.round(least / ALIKE)
  const often = [step - 1, step, step + 1].reduce((times, near) => times + (seen.get(near) ?? 0), 0)
  if (runs.length === 2 && often < SEEN_OFTEN) return runs
  const joined: Run[] = []
  for (const run of runs) {
    const before = joined[joined.length - 1]
    if (before !== undefined && gapBetween(before, run) < least + wordGap(before, run))
      joined[joined.length - 1] = { ...before, end: run.end, text: before.text + run.text }
    else joined.push(run)
  }
  return joined
}
