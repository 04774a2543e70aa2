import type { TimeConcern } from '../../release/time-advice.ts'
import { timeSentence } from '../../release/time-advice.ts'
import { welshTimeConcern } from './welsh-concerns.ts'
import { timeSentenceInWelsh } from './welsh-time.ts'

/** What is said where a time is typed, in English. */
export const TIME_ENGLISH = {
  date: 'Date',
  clock: 'London time',
  which: 'The clocks go back in that hour: which of the two is meant?',
  gap: 'London’s clocks skip that hour: they go forward. Choose an earlier or a later time.',
  unreadable: 'Enter a date and a time.',
  sentence: (due: number, at: number): string => timeSentence(due, at),
  meant: 'That is meant.',
  confirmFirst: 'Look at what is said of the time, and tick it if it is meant.',
  concerns: (concern: TimeConcern): string => concern.because,
  suggested: 'The series’ usual time, on the next working day.',
}

/** What is said where a time is typed, in Welsh. */
export const TIME_WELSH: typeof TIME_ENGLISH = {
  date: 'Dyddiad',
  clock: 'Amser Llundain',
  which: 'Mae’r clociau’n mynd yn ôl yn yr awr honno: pa un o’r ddwy?',
  gap: 'Mae clociau Llundain yn hepgor yr awr honno: maent yn mynd ymlaen. Dewiswch amser cynharach neu hwyrach.',
  unreadable: 'Rhowch ddyddiad ac amser.',
  sentence: timeSentenceInWelsh,
  meant: 'Dyna a olygir.',
  confirmFirst: 'Edrychwch ar yr hyn a ddywedir am yr amser, a thiciwch ef os dyna a olygir.',
  concerns: welshTimeConcern,
  suggested: 'Amser arferol y gyfres, ar y diwrnod gwaith nesaf.',
}
