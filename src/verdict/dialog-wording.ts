import type { FindingReason } from '../register/contract.ts'
import { durationText } from '../release/london-time.ts'
import { londonWords } from '../release/london-words.ts'
import type { Release } from '../release/release.ts'
import { nameSome, UNREADABLE, untilWhen } from './because.ts'

/** The languages of Outlook’s dialog. */
export type DialogLanguage = 'en' | 'cy'

/** What is said of a file, by how it was found. */
export type Found = 'file' | 'figures' | 'possible-figures' | 'name'

/** Everything that Outlook’s dialog is put together from. */
export type DialogWording = {
  /** Where nothing was found that explains itself. */
  readonly nothing: string
  readonly held: string
  readonly warned: string
  readonly found: Readonly<Record<Found, (name: string, embargo: string, title: string) => string>>
  /** `under embargo until …`, with how long it still is where that is known. */
  readonly embargo: (release: Pick<Release, 'at' | 'state'>, at: number) => string
  /** The file that was just named, where another sentence begins. */
  readonly it: string
  readonly unreadable: (name: string, reason: FindingReason) => string
  readonly who: Readonly<Partial<Record<FindingReason, (recipients: readonly string[]) => string>>>
  readonly others: (parts: number) => string
}

const isDated = (release: Pick<Release, 'at' | 'state'>, at: number): boolean =>
  release.state === 'confirmed' && release.at > at

export const DIALOG_ENGLISH: DialogWording = {
  nothing: 'Embargo Guard holds this message. Open Embargo Guard to see why.',
  held: 'Nothing was sent. Open Embargo Guard for ways out.',
  warned: 'Open Embargo Guard to look before you send.',
  found: {
    file: (name, embargo, title) => `${name} is ${embargo}: ${title}.`,
    figures: (name, embargo, title) => `${name} contains figures ${embargo}: ${title}.`,
    'possible-figures': (name, embargo, title) => `${name} may contain figures ${embargo}: ${title}.`,
    name: (name, embargo, title) => `${name} has the name of a file ${embargo}: ${title}.`,
  },
  embargo: (release, at) =>
    `under embargo ${untilWhen(release)}${isDated(release, at) ? ` (in ${durationText(release.at - at)})` : ''}`,
  it: 'It',
  unreadable: (name, reason) => `${name} ${UNREADABLE[reason] ?? 'could not be checked.'}`,
  who: {
    'pre-release-access': (all) => `Pre-release access: confirm that ${nameSome(all)} should have it now.`,
    'access-not-open': (all) => `Access is not open yet: ${nameSome(all)}.`,
    'access-expired': (all) => `Access has ended: ${nameSome(all)}.`,
    'without-access': (all) => `Without access: ${nameSome(all)}.`,
  },
  others: (parts) =>
    parts === 1
      ? 'One more part of this message is held or unclear.'
      : `${parts} more parts are held or unclear.`,
}

/** `18 awr 48 munud`: Welsh keeps the noun in the singular after a number, and softens it after 2. */
function welshDuration(ms: number): string {
  const noun = (count: number, name: string, afterTwo: string) => `${count} ${count === 2 ? afterTwo : name}`
  const minutes = Math.max(0, Math.ceil(ms / 60_000))
  if (minutes < 60) return noun(minutes, 'munud', 'funud')
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return noun(Math.floor(hours / 24), 'diwrnod', 'ddiwrnod')
  const rest = minutes % 60 === 0 ? '' : ` ${noun(minutes % 60, 'munud', 'funud')}`
  return `${noun(hours, 'awr', 'awr')}${rest}`
}

/** “Tan” softens what follows: dydd, tan ddydd. */
function welshUntil(release: Pick<Release, 'at' | 'state'>): string {
  switch (release.state) {
    case 'confirmed':
    case 'published':
      return `tan d${londonWords(release.at, 'cy')}`
    case 'provisional':
      return 'tan ei chyhoeddi, heb ddyddiad wedi’i gadarnhau eto'
    case 'postponed':
      return 'tan ei chyhoeddi, sydd wedi’i ohirio'
    case 'cancelled':
      return 'er bod y cyhoeddi wedi’i ganslo'
  }
}

const WELSH_UNREADABLE: Readonly<Partial<Record<FindingReason, string>>> = {
  encrypted: 'wedi’i hamgryptio, felly nid oedd modd ei gwirio. Anfonwch hi heb gyfrinair.',
  damaged: 'wedi’i difrodi, felly nid oedd modd gwirio’r cyfan. Cadwch hi eto a’i hatodi eto.',
  'too-large': 'yn rhy fawr i’w gwirio’n gyfan. Anfonwch ddarn llai.',
  picture: 'yn llun neu ddim llawer mwy, ac ni ellir gwirio ei ffigurau. Anfonwch y tabl ei hun.',
  'archive-not-opened': 'yn archif nad yw’n cael ei hagor. Atodwch y ffeiliau eu hunain, neu zip.',
  'old-format': 'mewn hen fformat nad yw’n cael ei ddarllen. Cadwch hi fel .xlsx.',
  'unknown-format': 'o fath nad yw’n cael ei ddarllen, felly nid oedd modd ei gwirio.',
  'reader-not-loaded':
    'heb ei darllen, am na lwythodd rhan o Embargo Guard. Cadwch y neges, agorwch hi eto ac anfonwch eto.',
  'cloud-link': 'yn ddolen i ffeil mewn man arall, nad yw’n cael ei gwirio. Atodwch y ffeil yn lle hynny.',
  'refused-by-outlook': 'heb ei darllen, am i Outlook ei gwrthod. Tynnwch hi a’i hatodi eto o’i ffolder.',
  'no-answer-from-outlook':
    'heb ei darllen, am nad atebodd Outlook. Arhoswch nes ei bod wedi’i llwytho i fyny, yna anfonwch eto.',
  'empty-although-it-has-a-size': 'wedi dod heb ei chynnwys. Tynnwch hi a’i hatodi eto o’i ffolder.',
}

const welshSome = (all: readonly string[]): string =>
  all.length <= 3 ? all.join(', ') : `${all.slice(0, 3).join(', ')} a ${all.length - 3} arall`

export const DIALOG_WELSH: DialogWording = {
  nothing: 'Mae Embargo Guard yn dal y neges hon yn ôl. Agorwch Embargo Guard i weld pam.',
  held: 'Ni anfonwyd dim. Agorwch Embargo Guard i weld y ffyrdd ymlaen.',
  warned: 'Agorwch Embargo Guard i edrych cyn anfon.',
  found: {
    file: (name, embargo, title) => `Mae ${name} ${embargo}: ${title}.`,
    figures: (name, embargo, title) => `Mae ${name} yn cynnwys ffigurau ${embargo}: ${title}.`,
    'possible-figures': (name, embargo, title) => `Gall ${name} gynnwys ffigurau ${embargo}: ${title}.`,
    name: (name, embargo, title) => `Mae gan ${name} enw ffeil ${embargo}: ${title}.`,
  },
  embargo: (release, at) =>
    `dan embargo ${welshUntil(release)}${isDated(release, at) ? ` (ymhen ${welshDuration(release.at - at)})` : ''}`,
  it: 'hi',
  unreadable: (name, reason) => `Mae ${name} ${WELSH_UNREADABLE[reason] ?? 'heb ei gwirio.'}`,
  who: {
    'pre-release-access': (all) =>
      `Mynediad cyn cyhoeddi: cadarnhewch y dylai ${welshSome(all)} ei gael nawr.`,
    'access-not-open': (all) => `Nid yw’r mynediad wedi agor eto: ${welshSome(all)}.`,
    'access-expired': (all) => `Mae’r mynediad wedi dod i ben: ${welshSome(all)}.`,
    'without-access': (all) => `Heb fynediad: ${welshSome(all)}.`,
  },
  others: (parts) =>
    parts === 1
      ? 'Mae un rhan arall o’r neges hon wedi’i dal yn ôl neu’n aneglur.'
      : `Mae ${parts} rhan arall wedi’u dal yn ôl neu’n aneglur.`,
}
