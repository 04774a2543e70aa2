import type { FindingKind } from '../../register/contract.ts'
import {
  at,
  because,
  fieldsAt,
  type Line,
  listAt,
  londonAt,
  recipientsAt,
  type Sentences,
  textAt,
} from './journal-entry.ts'

const VERDICTS: Readonly<Record<string, string>> = {
  allow: 'caiff adael',
  warn: 'rhybuddiwyd, gadawyd i’r anfonwr',
  block: 'fe’i daliwyd',
}

/** The journal keeps the sentence for the sender in English; here it is said from its kind. */
const FINDINGS: Readonly<Record<FindingKind, string>> = {
  'embargoed-file': 'ffeil dan embargo',
  'embargoed-figures': 'ffigurau dan embargo',
  'possible-figures': 'ffigurau dan embargo o bosibl',
  'registered-name': 'enw ffeil sydd wedi’i chofrestru',
  unreadable: 'ni ellid ei ddarllen',
  'cloud-link': 'dolen i ffeil yn y cwmwl',
  'could-not-check': 'ni ellid ei wirio',
}

function recipientsOf(entry: unknown): string {
  const { first, more } = recipientsAt(entry)
  if (first === '') return 'neb eto'
  return more === 0 ? first : `${first} a ${more} arall`
}

function findingOf(entry: unknown): string {
  const finding = listAt(entry, 'findings')[0]
  const kind = Object.entries(FINDINGS).find(([known]) => known === textAt(finding, 'kind'))?.[1]
  return kind === undefined ? '' : ` ${textAt(finding, 'part')}: ${kind}.`
}

const READ_VERDICTS: Readonly<Record<string, string>> = {
  allow: 'nid oes dim ynddi a gedwir rhagddynt',
  warn: 'mae rhywbeth ynddi i wneud yn siŵr ohono',
  block: 'ffigurau dan embargo na chânt eu gweld',
}

/** A received message: nothing was held, and nothing could be. */
function readSentence({ who, entry }: Line): string {
  const verdict = READ_VERDICTS[textAt(entry, 'verdict')] ?? textAt(entry, 'verdict')
  return `Mae ${who} yn darllen neges oddi wrth ${textAt(entry, 'from')}: ${verdict}.${findingOf(entry)}`
}

function checkSentence({ kind, who, entry }: Line): string {
  if (textAt(entry, 'moment') === 'read') return readSentence({ kind, who, entry })
  const verdict = VERDICTS[textAt(entry, 'verdict')] ?? textAt(entry, 'verdict')
  const cleared = textAt(entry, 'clearance') === '' ? '' : ', drwy ganiatâd'
  const doing = textAt(entry, 'moment') === 'compose' ? 'ysgrifennu' : 'anfon'
  return `Mae ${who} yn ${doing} neges at ${recipientsOf(entry)}: ${verdict}${cleared}.${findingOf(entry)}`
}

const CHANGES: Readonly<Record<string, string>> = {
  confirmed: 'Cadarnhaodd',
  moved: 'Symudodd',
  postponed: 'Gohiriodd',
  cancelled: 'Canslodd',
  published: 'Cofnododd gyhoeddi',
  'lift-asked': 'Gofynnodd am godi’n gynnar yr embargo ar',
  'lift-withdrawn': 'Tynnodd yn ôl y cais i godi’n gynnar yr embargo ar',
  lifted: 'Cytunodd i godi’n gynnar yr embargo ar',
}

/** Who did it stands first, so that the sentence needs no mutation of a name. */
function changeSentence({ who, entry }: Line): string {
  const kind = textAt(entry, 'change', 'kind')
  const due = londonAt(entry, 'after', 'at')
  const to = due === null || kind === 'lifted' ? '' : ` i ${due.cy}`
  return `${who}: ${CHANGES[kind] ?? 'Newidiodd'} “${textAt(entry, 'title')}”${to}${because(textAt(entry, 'change', 'reason'))}`
}

/** What the journal says in Welsh. */
export const WELSH: Sentences = {
  check: checkSentence,
  'release-added': ({ who, entry }) =>
    `Cofrestrodd ${who} “${textAt(entry, 'release', 'title')}”, i’w gyhoeddi ${textAt(entry, 'release', 'london')} amser Llundain.`,
  'release-edited': ({ who, entry }) =>
    `Newidiodd ${who} ${fieldsAt(entry, 'after') || 'ddim byd'} o “${textAt(entry, 'title')}”.`,
  'release-changed': changeSentence,
  'access-changed': ({ who, entry }) =>
    `Aeth ${who} drwy restr fynediad “${textAt(entry, 'title')}”: nifer y cofnodion yw ${listAt(entry, 'after', 'access').length}.`,
  'file-added': ({ who, entry }) => `Cofrestrodd ${who} y ffeil ${textAt(entry, 'file', 'name')}.`,
  'file-replaced': ({ who, entry }) =>
    `Rhoddodd ${who} ${textAt(entry, 'file', 'name')} yn lle ${textAt(entry, 'before', 'name')}${because(textAt(entry, 'reason'))}`,
  'file-removed': ({ who, entry }) =>
    `Tynnodd ${who} ${textAt(entry, 'file', 'name')} o’r gofrestr${because(textAt(entry, 'reason'))}`,
  'settings-changed': ({ who }) => `Newidiodd ${who} y gosodiadau.`,
  'calendar-imported': ({ who, entry }) =>
    `Mewnforiodd ${who} ${textAt(entry, 'name')}: ychwanegwyd ${String(at(entry, 'added'))}, newidiwyd ${String(at(entry, 'changed'))}, gwrthodwyd ${String(at(entry, 'refused'))}.`,
  'reason-given': ({ who, entry }) => `Rhoddodd ${who} reswm dros anfon${because(textAt(entry, 'reason'))}`,
  'went-out': ({ who, entry }) =>
    `Cofnododd ${who} fod neges wedi mynd allan${because(textAt(entry, 'wentOut', 'note'))}`,
  'clearance-asked': ({ who, entry }) => `Gofynnodd ${who} am ganiatâd${because(textAt(entry, 'reason'))}`,
  'clearance-granted': ({ who, entry }) =>
    `Caniataodd ${who} neges gan ${textAt(entry, 'askedBy')}${because(textAt(entry, 'decision'))}`,
  'clearance-refused': ({ who, entry }) =>
    `Gwrthododd ${who} ganiatáu neges gan ${textAt(entry, 'askedBy')}${because(textAt(entry, 'decision'))}`,
  'clearance-withdrawn': ({ who }) => `Tynnodd ${who} y cais am ganiatâd yn ôl.`,
  'clearance-used': ({ who }) => `Defnyddiodd ${who} ganiatâd: caiff y neges adael unwaith.`,
}
