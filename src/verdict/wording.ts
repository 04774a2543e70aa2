import type { Answer, Finding } from '../register/contract.ts'
import { durationText } from '../release/london-time.ts'
import { nameSome, untilWhen } from './because.ts'

/** What Outlook's dialog says, plain and with emphasis. */
export type Dialog = { readonly plain: string; readonly markdown: string }

/** Outlook cuts a dialog's text here. Source: SmartAlertsEventCompletedOptions.errorMessage. */
export const DIALOG_CHARACTERS = 500

/** A file name in the dialog is cut here, so that the time behind it is always seen. */
const NAME_CHARACTERS = 60

/**
 * The dialog of an answer that is not `allow`: the worst finding first, with the
 * file and the time; who lacks access; how many more there are; what to do.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z, for the time that is left
 */
export function dialogOf(answer: Pick<Answer, 'verdict' | 'findings'>, at: number): Dialog {
  return { plain: sentences(answer, at, plainly), markdown: sentences(answer, at, emphasised) }
}

type Emphasis = (name: string) => string
const plainly: Emphasis = (name) => name
/** File names come from people: what Markdown would read is escaped. */
const emphasised: Emphasis = (name) => `**${name.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&')}**`

function sentences(
  { verdict, findings }: Pick<Answer, 'verdict' | 'findings'>,
  at: number,
  emphasis: Emphasis,
): string {
  const telling = findings.filter((finding) => finding.verdict !== 'allow')
  const [worst] = telling
  if (worst === undefined) return 'Embargo Guard holds this message. Open Embargo Guard to see why.'
  const others = othersText(telling.filter((finding) => finding.part !== worst.part))
  const end =
    verdict === 'block'
      ? 'Nothing was sent. Open Embargo Guard for ways out.'
      : 'Open Embargo Guard to look before you send.'
  return fitted([headText(worst, at, emphasis), whoText(worst), others], end)
}

/** Leaves out the least important sentences until the rest fits; the end always stays. */
function fitted(important: readonly string[], end: string): string {
  const kept = important.filter((sentence) => sentence !== '')
  while (kept.length > 1 && [...kept, end].join(' ').length > DIALOG_CHARACTERS) kept.pop()
  const head = kept.join(' ').slice(0, DIALOG_CHARACTERS - end.length - 1)
  return `${head} ${end}`
}

const shortened = (name: string): string =>
  name.length <= NAME_CHARACTERS ? name : `${name.slice(0, NAME_CHARACTERS - 16)}…${name.slice(-15)}`

function headText(finding: Finding, at: number, emphasis: Emphasis): string {
  const name = emphasis(shortened(finding.part))
  const { release } = finding
  if (release === null) return name + finding.because.slice(finding.part.length)
  const left =
    release.state === 'confirmed' && release.at > at ? ` (in ${durationText(release.at - at)})` : ''
  const embargo = `under embargo ${untilWhen(release)}${left}`
  switch (finding.kind) {
    case 'embargoed-file':
      return `${name} is ${embargo}: ${release.title}.`
    case 'possible-figures':
      return `${name} may contain figures ${embargo}: ${release.title}.`
    case 'registered-name':
      return `${name} has the name of a file ${embargo}: ${release.title}.`
    default:
      return `${name} contains figures ${embargo}: ${release.title}.`
  }
}

function whoText(finding: Finding): string {
  if (finding.recipients.length === 0) return ''
  const who = nameSome(finding.recipients)
  switch (finding.reason) {
    case 'pre-release-access':
      return `Pre-release access: confirm that ${who} should have it now.`
    case 'access-not-open':
      return `Access is not open yet: ${who}.`
    case 'access-expired':
      return `Access has ended: ${who}.`
    case 'without-access':
      return `Without access: ${who}.`
    default:
      return ''
  }
}

function othersText(others: readonly Finding[]): string {
  const parts = new Set(others.map((finding) => finding.part)).size
  if (parts === 0) return ''
  return parts === 1
    ? 'One more part of this message is held or unclear.'
    : `${parts} more parts are held or unclear.`
}
