import { londonWords, whenSaid } from './london-words.ts'
import { type DetailedRelease, whenOf } from './release-details.ts'
import type { Said } from './said.ts'
import { STATE_WORDS } from './state-words.ts'

/** Why a release's state or time was left as it is. */
export type RefusalKind =
  | 'published'
  | 'cancelled'
  | 'not-from-this-state'
  | 'reason-missing'
  | 'nothing-changes'
  | 'not-exact'
  | 'not-an-instant'
  | 'in-the-past'
  | 'too-soon'
  | 'before-its-time'
  | 'public-already'
  | 'lift-asked-already'
  | 'lift-not-asked'
  | 'same-person'

/** A wish that cannot be granted, with a sentence for the administrator. */
export type Refusal = {
  readonly kind: 'refused'
  readonly refusal: RefusalKind
  readonly because: Said
}

/** The refusal of a wish about a release. */
export const refusal = (kind: RefusalKind, release: DetailedRelease): Refusal => ({
  kind: 'refused',
  refusal: kind,
  because: {
    en: ENGLISH[kind](`“${release.title}”`, release),
    cy: WELSH[kind](`“${release.title}”`, release),
  },
})

type Sentences = Readonly<Record<RefusalKind, (title: string, release: DetailedRelease) => string>>

const ENGLISH: Sentences = {
  published: (title) => `${title} is published: that is final.`,
  cancelled: (title) => `${title} is cancelled: that is final. Register it anew if it comes after all.`,
  'not-from-this-state': (title, { state }) => `${title} is ${state}: from there this cannot be done.`,
  'reason-missing': () => 'Say why: the reason is kept with the change.',
  'nothing-changes': (title, release) => `${title} is due then already: ${whenSaid(whenOf(release)).en}.`,
  'not-exact': (title) => `${title} is confirmed: its time has to be exact, with day, hour and minute.`,
  'not-an-instant': () => 'There is no such time.',
  'in-the-past': (title) => `That time is over: ${title} would be public at once.`,
  'too-soon': (title) =>
    `That is less than an hour away: ${title} would be public before anybody could notice a mistake. Choose a later time, or ask a second administrator to lift the embargo.`,
  'before-its-time': (title, { at }) =>
    `${title} is under embargo until ${londonWords(at, 'en')}. To publish it now, ask a second administrator to lift the embargo.`,
  'public-already': (title, { at }) =>
    `${title} is public since ${londonWords(at, 'en')}: there is nothing to lift.`,
  'lift-asked-already': (title, { lift }) =>
    `${lift?.by ?? 'Somebody'} asked for the embargo on ${title} to be lifted already.`,
  'lift-not-asked': (title) =>
    `Nobody has asked for the embargo on ${title} to be lifted, or the release was changed since.`,
  'same-person': (title) =>
    `You asked for the embargo on ${title} to be lifted: another administrator has to agree.`,
}

const WELSH: Sentences = {
  published: (title) => `Mae ${title} wedi’i gyhoeddi: mae hynny’n derfynol.`,
  cancelled: (title) =>
    `Mae ${title} wedi’i ganslo: mae hynny’n derfynol. Cofrestrwch ef o’r newydd os daw wedi’r cyfan.`,
  'not-from-this-state': (title, { state }) =>
    `Cyflwr ${title} yw “${STATE_WORDS[state].cy}”: ni ellir gwneud hyn o’r cyflwr hwnnw.`,
  'reason-missing': () => 'Dywedwch pam: cedwir y rheswm gyda’r newid.',
  'nothing-changes': (title, release) =>
    `Mae ${title} i’w gyhoeddi bryd hynny eisoes: ${whenSaid(whenOf(release)).cy}.`,
  'not-exact': (title) =>
    `Mae ${title} wedi’i gadarnhau: rhaid i’w amser fod yn union, gyda diwrnod, awr a munud.`,
  'not-an-instant': () => 'Nid oes amser o’r fath.',
  'in-the-past': (title) => `Mae’r amser hwnnw wedi mynd heibio: byddai ${title} yn gyhoeddus ar unwaith.`,
  'too-soon': (title) =>
    `Mae hynny lai nag awr i ffwrdd: byddai ${title} yn gyhoeddus cyn i neb sylwi ar gamgymeriad. Dewiswch amser hwyrach, neu gofynnwch i ail weinyddwr godi’r embargo.`,
  'before-its-time': (title, { at }) =>
    `Mae ${title} dan embargo tan ${londonWords(at, 'cy')}. I’w gyhoeddi nawr, gofynnwch i ail weinyddwr godi’r embargo.`,
  'public-already': (title, { at }) =>
    `Mae ${title} yn gyhoeddus ers ${londonWords(at, 'cy')}: nid oes dim i’w godi.`,
  'lift-asked-already': (title, { lift }) =>
    `Mae ${lift?.by ?? 'rhywun'} wedi gofyn eisoes am godi’r embargo ar ${title}.`,
  'lift-not-asked': (title) =>
    `Nid oes neb wedi gofyn am godi’r embargo ar ${title}, neu fe newidiwyd y datganiad wedyn.`,
  'same-person': (title) => `Chi a ofynnodd am godi’r embargo ar ${title}: rhaid i weinyddwr arall gytuno.`,
}
