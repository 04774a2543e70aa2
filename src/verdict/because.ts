import type { Finding, FindingReason } from '../register/contract.ts'
import { londonSentence } from '../release/london-time.ts'
import type { Release } from '../release/release.ts'

/** Names at most this many recipients; the rest are counted. */
const MOST_NAMES = 3

/** `a@x, b@x and 3 more`. */
export function nameSome(recipients: readonly string[]): string {
  if (recipients.length <= MOST_NAMES) return recipients.join(', ')
  return `${recipients.slice(0, MOST_NAMES).join(', ')} and ${recipients.length - MOST_NAMES} more`
}

/** Until when, as far as anybody knows: a date that is not confirmed is not promised. */
export function untilWhen(release: Pick<Release, 'at' | 'state'>): string {
  switch (release.state) {
    case 'confirmed':
    case 'published':
      return `until ${londonSentence(release.at)}`
    case 'provisional':
      return 'until its release, which has no confirmed date yet'
    case 'postponed':
      return 'until its release, which is postponed'
    case 'cancelled':
      return 'although its release is cancelled'
  }
}

/** Why a part could not be checked, and what to do: what follows its name. */
export const UNREADABLE: Readonly<Partial<Record<FindingReason, string>>> = {
  encrypted:
    'is encrypted, so it could not be checked. Send it without a password, or ask the production team.',
  damaged: 'is damaged or incomplete, so not all of it could be checked. Save it again and attach it again.',
  'too-large': 'is too large to be checked whole. Send a smaller extract.',
  picture: 'is a picture or hardly more, whose figures cannot be checked. Send the table itself.',
  'archive-not-opened': 'is an archive of a kind that is not opened. Attach the files themselves, or a zip.',
  'old-format': 'is in an old format that is not read. Save it as .xlsx and attach it again.',
  'unknown-format': 'is of a kind that is not read, so it could not be checked.',
  'reader-not-loaded':
    'could not be read because a part of Embargo Guard did not load. Save the message, open it anew and send again.',
  'cloud-link': 'is a link to a file elsewhere, which is not checked. Attach the file instead.',
  'refused-by-outlook':
    'could not be read because Outlook refused it. Remove it and attach it again from its folder.',
  'no-answer-from-outlook':
    'could not be read because Outlook did not answer. Wait until it is uploaded, then send again.',
  'empty-although-it-has-a-size': 'came without its content. Remove it and attach it again from its folder.',
}

/** The sentence of a finding: what, until when, who or why, what to do. */
export function becauseOf(
  kind: Finding['kind'],
  reason: FindingReason,
  part: string,
  release: Release | null,
  recipients: readonly string[],
): string {
  if (release === null) return `${part} ${UNREADABLE[reason] ?? 'could not be checked.'}`
  return `${part} ${whatItIs(kind, release)}. ${whatFollows(reason, release, recipients)}`
}

function whatItIs(kind: Finding['kind'], release: Release): string {
  const of = `“${release.title}”, under embargo ${untilWhen(release)}`
  switch (kind) {
    case 'embargoed-file':
      return `is a file of ${of}`
    case 'embargoed-figures':
      return `contains unpublished figures of ${of}`
    case 'possible-figures':
      return `may contain unpublished figures of ${of}`
    case 'registered-name':
      return `has the name of a file of ${of}, but not its figures`
    case 'unreadable':
    case 'cloud-link':
    case 'could-not-check':
      return `could not be checked against ${of}`
  }
}

function whatFollows(reason: FindingReason, release: Release, recipients: readonly string[]): string {
  const who = nameSome(recipients)
  switch (reason) {
    case 'without-access':
      return recipients.length === 0 ? 'The recipients are not known.' : `Without access: ${who}.`
    case 'access-not-open':
      return `Pre-release access is not open yet for ${who}.`
    case 'access-expired':
      return `Pre-release access has ended for ${who}.`
    case 'pre-release-access':
      return `Pre-release access: confirm that ${who} should have it now.`
    case 'production-team':
      return 'Everybody on the message makes the release.'
    case 'delivered-after-release':
      return `It leaves at its delivery time even if the release of ${londonSentence(release.at)} is postponed.`
    case 'weak-evidence':
      return 'Look whether they are the unpublished ones before you send it.'
    case 'name-only':
      return 'Look whether it is the right file before you send it.'
    default:
      return UNREADABLE[reason] ?? 'Check it before you send it.'
  }
}
