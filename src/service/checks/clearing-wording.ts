import type { ClearanceState } from '../../register/clearance.ts'
import { londonSaid } from '../../release/london-words.ts'
import type { Said } from '../../release/said.ts'

const STATES: Readonly<Record<ClearanceState, Said>> = {
  asked: { en: 'asked', cy: 'wedi’i ofyn' },
  granted: { en: 'granted', cy: 'wedi’i roi' },
  refused: { en: 'refused', cy: 'wedi’i wrthod' },
  used: { en: 'used', cy: 'wedi’i ddefnyddio' },
  expired: { en: 'expired', cy: 'wedi dod i ben' },
  withdrawn: { en: 'withdrawn', cy: 'wedi’i dynnu’n ôl' },
}

/** There is no check of this id. */
export const noCheck = (id: string): Said => ({
  en: `No check ${id} is in the journal.`,
  cy: `Nid oes gwiriad ${id} yn y cofnod.`,
})

/** Why a clearance was not asked for, decided or withdrawn. */
export const NOT_CLEARED = {
  noClearance: { en: 'There is no such clearance.', cy: 'Nid oes caniatâd o’r fath.' },
  notYours: {
    en: 'Only who wanted to send the message can ask for its clearance.',
    cy: 'Dim ond pwy oedd am anfon y neges gaiff ofyn am ei chaniatâd.',
  },
  nothingToClear: {
    en: 'The message may leave already: there is nothing to clear.',
    cy: 'Caiff y neges adael eisoes: nid oes dim i’w ganiatáu.',
  },
  never: (because: string): Said => ({
    en: `Nobody can clear this, by the organisation’s policy: ${because}`,
    cy: 'Ni all neb ganiatáu hyn, yn ôl polisi’r sefydliad.',
  }),
  tooOld: {
    en: 'This check is too old to be cleared: send again, then ask.',
    cy: 'Mae’r gwiriad hwn yn rhy hen i’w ganiatáu: anfonwch eto, yna gofynnwch.',
  },
  askedAlready: {
    en: 'A clearance was asked for this check already: send again for another.',
    cy: 'Gofynnwyd am ganiatâd i’r gwiriad hwn eisoes: anfonwch eto i gael un arall.',
  },
  samePerson: {
    en: 'You asked for this clearance: another administrator has to decide.',
    cy: 'Chi a ofynnodd am y caniatâd hwn: rhaid i weinyddwr arall benderfynu.',
  },
  nothingToDecide: (state: ClearanceState): Said => ({
    en: `This clearance is ${STATES[state].en}: there is nothing to decide.`,
    cy: `Mae’r caniatâd hwn ${STATES[state].cy}: nid oes dim i’w benderfynu.`,
  }),
  untilTooFar: (latest: number): Said => ({
    en: `A clearance stands at most 24 hours: until ${londonSaid(latest).en} at the latest.`,
    cy: `Mae caniatâd yn sefyll am 24 awr ar y mwyaf: tan ${londonSaid(latest).cy} fan bellaf.`,
  }),
  notYoursToWithdraw: {
    en: 'Only who asked for a clearance can withdraw it.',
    cy: 'Dim ond pwy ofynnodd am ganiatâd gaiff ei dynnu’n ôl.',
  },
  nothingToWithdraw: (state: ClearanceState): Said => ({
    en: `This clearance is ${STATES[state].en}: there is nothing to withdraw.`,
    cy: `Mae’r caniatâd hwn ${STATES[state].cy}: nid oes dim i’w dynnu’n ôl.`,
  }),
} as const
