import type { Answer, Finding } from '../register/contract.ts'
import {
  DIALOG_ENGLISH,
  DIALOG_WELSH,
  type DialogLanguage,
  type DialogWording,
  type Found,
} from './dialog-wording.ts'

/** What Outlook's dialog says, plain and with emphasis. */
export type Dialog = { readonly plain: string; readonly markdown: string }

/** Outlook cuts a dialog's text here. Source: SmartAlertsEventCompletedOptions.errorMessage. */
export const DIALOG_CHARACTERS = 500

/** A name in the dialog is cut here, so that the time behind it is always seen, and who lacks access. */
const NAME_CHARACTERS = 60

const WORDINGS: Readonly<Record<DialogLanguage, DialogWording>> = { en: DIALOG_ENGLISH, cy: DIALOG_WELSH }

/**
 * The dialog of an answer that is not `allow`: the worst finding first, with the
 * file and the time; who lacks access; how many more there are; what to do.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z, for the time that is left
 */
export function dialogOf(
  answer: Pick<Answer, 'verdict' | 'findings'>,
  at: number,
  language: DialogLanguage = 'en',
): Dialog {
  const wording = WORDINGS[language]
  return {
    plain: sentences(answer, at, PLAIN, wording),
    markdown: sentences(answer, at, MARKDOWN, wording),
  }
}

/** How a file is named, and how other words are said that come from people. */
type Marks = { readonly name: (name: string) => string; readonly word: (word: string) => string }

const PLAIN: Marks = { name: (name) => name, word: (word) => word }

/** What Markdown would read is escaped: file names, titles and addresses come from people. */
const escaped = (word: string): string => word.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&')
const MARKDOWN: Marks = { name: (name) => `**${escaped(name)}**`, word: escaped }

function sentences(
  { verdict, findings }: Pick<Answer, 'verdict' | 'findings'>,
  at: number,
  marks: Marks,
  wording: DialogWording,
): string {
  const telling = findings.filter((finding) => finding.verdict !== 'allow')
  const [worst] = telling
  if (worst === undefined) return wording.nothing
  const others = new Set(telling.map(({ part }) => part).filter((part) => part !== worst.part)).size
  const end = verdict === 'block' ? wording.held : wording.warned
  return fitted(
    [
      headText(worst, at, marks, wording),
      unreadText(worst, telling, wording),
      whoText(worst, marks, wording),
      others === 0 ? '' : wording.others(others),
    ],
    end,
  )
}

/** Leaves out the least important sentences until the rest fits; the end always stays. */
function fitted(important: readonly string[], end: string): string {
  const kept = important.filter((sentence) => sentence !== '')
  while (kept.length > 1 && [...kept, end].join(' ').length > DIALOG_CHARACTERS) kept.pop()
  const head = kept.join(' ').slice(0, DIALOG_CHARACTERS - end.length - 1)
  return `${head} ${end}`
}

/** Half a character, where a name was cut. */
const HALF_BEFORE = /[\ud800-\udbff]$/
const HALF_AFTER = /^[\udc00-\udfff]/

const shortened = (name: string): string =>
  name.length <= NAME_CHARACTERS
    ? name
    : `${name.slice(0, NAME_CHARACTERS - 16).replace(HALF_BEFORE, '')}…${name.slice(-15).replace(HALF_AFTER, '')}`

const FOUND: Readonly<Partial<Record<Finding['kind'], Found>>> = {
  'embargoed-file': 'file',
  'possible-figures': 'possible-figures',
  'registered-name': 'name',
}

function headText(finding: Finding, at: number, marks: Marks, wording: DialogWording): string {
  const name = marks.name(shortened(finding.part))
  const { release } = finding
  if (release === null) return wording.unreadable(name, finding.reason)
  const title = marks.word(shortened(release.title))
  return wording.found[FOUND[finding.kind] ?? 'figures'](name, wording.embargo(release, at), title)
}

/** A file that has an embargoed name may be so named because it could not be read: both are said. */
function unreadText(worst: Finding, telling: readonly Finding[], wording: DialogWording): string {
  const unread = telling.filter(({ part, release }) => part === worst.part && release === null)[0]
  return unread && worst.release ? wording.unreadable(wording.it, unread.reason) : ''
}

const whoText = ({ recipients, reason }: Finding, { word }: Marks, { who }: DialogWording): string =>
  recipients.length === 0 ? '' : (who[reason]?.(recipients.map((each) => word(shortened(each)))) ?? '')
