import type { AccessConcern } from '../../release/pre-release-access.ts'
import type { Holder } from '../../release/release-details.ts'
import { countedInEnglish, countedInWelsh } from '../counted.ts'
import { welshAccessConcern } from '../time/welsh-concerns.ts'

/** What the access list says, in English. */
export const ACCESS_ENGLISH = {
  none: 'Nobody outside the production team has access before publication.',
  people: (count: number): string => countedInEnglish(count, 'entry', 'entries'),
  add: 'Add an entry',
  address: 'Address',
  addressMissing: 'Give an address, as perm.sec@department.example.',
  post: 'Post',
  holder: 'Who that is',
  holders: {
    person: 'One person',
    'team-inbox': 'A team inbox',
    'distribution-list': 'A distribution list',
  } satisfies Record<Holder, string>,
  notOnePerson: 'Everybody who reads it has the figures.',
  opens: 'Opens',
  expires: 'Ends',
  untilRelease: 'With publication',
  why: 'Why before publication',
  confirmed: (when: string, who: string): string => `Confirmed ${when}, ${who}`,
  notYetConfirmed: 'Not saved yet',
  concerns: (concern: AccessConcern): string => concern.because,
  keep: 'Put it in the list',
  edit: (address: string): string => `Change ${address}`,
  takeOut: (address: string): string => `Remove ${address}`,
  copy: 'Copy from the last release',
  copied: (title: string, missing: number, all: number): string => {
    if (all === 0) return `There was nothing to copy: nobody is on the access list of “${title}”.`
    if (missing === 0) return `There was nothing to copy: everybody of “${title}” is on this list already.`
    return `Copied from “${title}”: ${countedInEnglish(missing, 'entry', 'entries')}. Look at each, then confirm the list.`
  },
  noLast: 'There is no earlier release of this series.',
  save: 'Confirm and save the list',
  saveText: 'By saving you confirm that every entry is the right person in the right post.',
  unsaved: 'The list is changed and not saved yet.',
}

/** What the access list says, in Welsh. */
export const ACCESS_WELSH: typeof ACCESS_ENGLISH = {
  none: 'Nid oes gan neb y tu allan i’r tîm cynhyrchu fynediad cyn cyhoeddi.',
  people: (count) => countedInWelsh(count, 'cofnod', 'gofnod'),
  add: 'Ychwanegu cofnod',
  address: 'Cyfeiriad',
  addressMissing: 'Rhowch gyfeiriad, fel perm.sec@department.example.',
  post: 'Swydd',
  holder: 'Pwy yw hynny',
  holders: { person: 'Un person', 'team-inbox': 'Mewnflwch tîm', 'distribution-list': 'Rhestr ddosbarthu' },
  notOnePerson: 'Mae’r ffigurau gan bawb sy’n ei ddarllen.',
  opens: 'Yn agor',
  expires: 'Yn dod i ben',
  untilRelease: 'Wrth gyhoeddi',
  why: 'Pam cyn cyhoeddi',
  confirmed: (when, who) => `Cadarnhawyd ${when}, ${who}`,
  notYetConfirmed: 'Heb ei gadw eto',
  concerns: welshAccessConcern,
  keep: 'Ei roi yn y rhestr',
  edit: (address) => `Newid ${address}`,
  takeOut: (address) => `Tynnu ${address}`,
  copy: 'Copïo o’r datganiad diwethaf',
  copied: (title, missing, all) => {
    if (all === 0) return `Nid oedd dim i’w gopïo: nid oes neb ar restr fynediad “${title}”.`
    if (missing === 0) return `Nid oedd dim i’w gopïo: mae pawb o “${title}” ar y rhestr hon yn barod.`
    return `Copïwyd o “${title}”: ${countedInWelsh(missing, 'cofnod', 'gofnod')}. Edrychwch ar bob un, yna cadarnhewch y rhestr.`
  },
  noLast: 'Nid oes datganiad cynharach yn y gyfres hon.',
  save: 'Cadarnhau a chadw’r rhestr',
  saveText: 'Wrth gadw rydych yn cadarnhau mai’r person cywir yn y swydd gywir yw pob cofnod.',
  unsaved: 'Mae’r rhestr wedi newid a heb ei chadw eto.',
}
