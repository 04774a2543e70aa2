import { londonSentence } from './london-time.ts'
import { type DetailedRelease, whenOf } from './release-details.ts'
import { whenText } from './when.ts'

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
  readonly because: string
}

/** The refusal of a wish about a release. */
export const refusal = (kind: RefusalKind, release: DetailedRelease): Refusal => ({
  kind: 'refused',
  refusal: kind,
  because: sentenceOf(kind, release),
})

const SENTENCES: Readonly<Record<RefusalKind, (title: string, release: DetailedRelease) => string>> = {
  published: (title) => `${title} is published: that is final.`,
  cancelled: (title) => `${title} is cancelled: that is final. Register it anew if it comes after all.`,
  'not-from-this-state': (title, { state }) => `${title} is ${state}: from there this cannot be done.`,
  'reason-missing': () => 'Say why: the reason is kept with the change.',
  'nothing-changes': (title, release) => `${title} is due then already: ${whenText(whenOf(release))}.`,
  'not-exact': (title) => `${title} is confirmed: its time has to be exact, with day, hour and minute.`,
  'not-an-instant': () => 'There is no such time.',
  'in-the-past': (title) => `That time is over: ${title} would be public at once.`,
  'too-soon': (title) =>
    `That is less than an hour away: ${title} would be public before anybody could notice a mistake. Choose a later time, or ask a second administrator to lift the embargo.`,
  'before-its-time': (title, { at }) =>
    `${title} is under embargo until ${londonSentence(at)}. To publish it now, ask a second administrator to lift the embargo.`,
  'public-already': (title, { at }) =>
    `${title} is public since ${londonSentence(at)}: there is nothing to lift.`,
  'lift-asked-already': (title, { lift }) =>
    `${lift?.by ?? 'Somebody'} asked for the embargo on ${title} to be lifted already.`,
  'lift-not-asked': (title) =>
    `Nobody has asked for the embargo on ${title} to be lifted, or the release was changed since.`,
  'same-person': (title) =>
    `You asked for the embargo on ${title} to be lifted: another administrator has to agree.`,
}

const sentenceOf = (kind: RefusalKind, release: DetailedRelease): string =>
  SENTENCES[kind](`“${release.title}”`, release)
