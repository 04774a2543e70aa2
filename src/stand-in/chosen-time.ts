import { instantFrom } from '../release/london-time.ts'
import { WORDING } from './wording.ts'

/** What a field for date and time, read as London time, means. */
export type ChosenTime =
  | { readonly kind: 'instant'; readonly at: number }
  | { readonly kind: 'wrong'; readonly because: string }

/**
 * Reads such a field.
 *
 * @param repeated which of the two is meant in the hour that London’s clocks
 *   show twice: the field cannot tell them apart
 */
export function chosenTime(typed: string, repeated: 'first' | 'second'): ChosenTime {
  if (typed === '') return { kind: 'wrong', because: WORDING.schedule.empty }
  const time = instantFrom(typed)
  switch (time.kind) {
    case 'instant':
      return { kind: 'instant', at: time.at }
    case 'twice':
      return { kind: 'instant', at: time[repeated] }
    case 'gap':
    case 'unreadable':
      return { kind: 'wrong', because: time.because.en }
  }
}
