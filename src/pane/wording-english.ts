import { enGB } from 'date-fns/locale/en-GB'
import { RECEIVED_ENGLISH } from './received/received-wording.ts'
import { timeLeftWords } from './time-left.ts'
import { WAYS_OUT_ENGLISH } from './ways-out/ways-out-english.ts'
import { WENT_OUT_ENGLISH } from './went-out/went-out-wording.ts'
import type { PaneWording } from './wording.ts'

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

export const ENGLISH: PaneWording = {
  language: 'en',
  checking: {
    title: 'Checking this message',
    text: 'Attachments and text are read here, on your computer. They are not uploaded.',
  },
  reading: (name, number, of) => (of === 1 ? `Reading ${name}` : `Reading ${name} (${number} of ${of})`),
  checkAgain: 'Check again',
  checkingAgain: 'Checking again',
  checkedAt: (time) => `Checked at ${time}`,
  verdicts: {
    allow: {
      title: 'Nothing under embargo',
      text: 'Nothing in this message belongs to a release that is still to come.',
    },
    warn: { title: 'Look before you send', text: 'Outlook will show you why, and you decide.' },
    block: {
      title: 'This message will be held',
      text: 'Outlook will not send it as it is. Take out what is marked below, or whoever may not have it.',
    },
  },
  allowedUnderEmbargo: {
    title: 'May be sent',
    text: 'It carries figures under embargo, and everybody on it makes the release.',
  },
  figuresRead: (figures) =>
    figures === 0
      ? 'No figures were found in it.'
      : `${counted(figures, 'figure was', 'figures were')} read.`,
  unfinished: {
    'no-message': () => ({
      title: 'No message to check',
      text: 'Open this pane from a message that you are writing.',
    }),
    'service-unreachable': () => ({
      title: 'Could not check',
      text: 'This message was read, but the Embargo Guard service cannot be reached, so it is not known what is under embargo. Check your connection, then check again. Until then a message with attachments or figures cannot be sent.',
    }),
    'service-refused': (detail) => ({
      title: 'Could not check',
      text: `The Embargo Guard service did not take the check: ${detail} If checking again does not help, tell the people who run Embargo Guard.`,
    }),
    'too-slow': () => ({
      title: 'Could not check',
      text: 'Outlook did not hand over the message in time. Wait until every attachment is uploaded, then check again.',
    }),
    fault: () => ({
      title: 'Could not check',
      text: 'Embargo Guard itself failed. Check again; if that does not help, tell the people who run Embargo Guard.',
    }),
  },
  outside: {
    title: 'Every message is checked before it is sent',
    text: 'Open this pane beside a message that you are writing to see what in it is under embargo.',
    points: [
      'Attachments and text are compared with the figures that are still to be published.',
      'A message with such figures is held until their release, unless everybody on it may have them.',
      'Files and text stay on your computer; only fingerprints of the figures are compared.',
    ],
  },
  releasesHeading: 'Under embargo',
  underEmbargoUntil: (when) => `Until ${when}`,
  underEmbargo: 'Its release has no confirmed time',
  timeLeft: (left) => `${timeLeftWords(left, enGB)} left`,
  partsHeading: 'In this message',
  partVerdicts: { allow: 'May go', warn: 'Look first', block: 'Held' },
  notRead: 'Not read',
  body: 'Text of the message',
  kinds: {
    'embargoed-file': 'This is a file of the release itself.',
    'embargoed-figures': 'Contains unpublished figures.',
    'possible-figures': 'May contain unpublished figures.',
    'registered-name': 'Has the name of a file under embargo, but not its figures.',
    unreadable: 'Could not be read.',
    'cloud-link': 'A link to a file that was not read.',
    'could-not-check': 'Could not be checked.',
  },
  evidenceHeading: (places) => `Where: ${counted(places, 'place', 'places')}`,
  recipientsHeading: 'Who receives it',
  leaves: {
    'may-not': (count) => `May not have it (${count})`,
    'look-first': (count) => `Make sure of (${count})`,
    may: (count) => `May have it (${count})`,
  },
  reasons: {
    'without-access': 'Not on the access list of this release.',
    'access-not-open': 'Has pre-release access, but it is not open yet.',
    'access-expired': 'Had pre-release access, which has ended.',
    'pre-release-access': 'Has pre-release access. Make sure it should be used now.',
    'production-team': 'Everybody on the message makes the release.',
    'delivered-after-release': 'Leaves at its delivery time, even if the release is postponed.',
    'weak-evidence': 'Look whether the figures are the unpublished ones.',
    'name-only': 'Look whether it is the right file.',
    'check-not-finished': 'The check was not finished.',
    encrypted: 'It is encrypted. Send it without a password, or ask the production team.',
    damaged: 'It is damaged or incomplete. Save it again and attach it again.',
    'too-large': 'It is too large to be read whole. Send a smaller extract.',
    picture: 'It is a picture or hardly more, whose figures cannot be read.',
    'archive-not-opened': 'It is an archive that is not opened. Attach the files themselves, or a zip.',
    'old-format': 'It is in an old format. Save it as .xlsx and attach it again.',
    'unknown-format': 'It is of a kind that is not read.',
    'reader-not-loaded':
      'The part of Embargo Guard that reads it did not load. Check again; if that does not help, close this pane and open it again.',
    'cloud-link': 'It is a link to a file elsewhere. Attach the file instead.',
    'refused-by-outlook': 'Outlook did not hand it over. Remove it and attach it again from its folder.',
    'no-answer-from-outlook': 'Outlook did not answer. Wait until it is uploaded, then check again.',
    'empty-although-it-has-a-size': 'It came without its content. Remove it and attach it again.',
  },
  nobodyYet: 'Nobody is named yet.',
  waysOut: WAYS_OUT_ENGLISH,
  wentOut: WENT_OUT_ENGLISH,
  received: RECEIVED_ENGLISH,
  fault: {
    title: 'This pane has failed',
    text: 'Close it and open it again. Messages are still checked when they are sent.',
  },
}
