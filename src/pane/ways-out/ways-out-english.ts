import type { Change } from '../../outlook/change-draft.ts'
import type { WaysOutWording } from './ways-out-wording.ts'

function notChanged(change: Exclude<Change, { kind: 'done' }>, name: string): string {
  switch (change.kind) {
    case 'still-listed':
      return `Outlook still lists ${name}. Wait until nothing is being uploaded, then try again; or remove it yourself.`
    case 'not-there':
      return `${name} is not in this message any more.`
    case 'refused':
      return `Outlook refused (${change.because}). Remove ${name} yourself, with the × beside it.`
    case 'silent':
      return `Outlook did not answer. Wait until nothing is being uploaded, then try again.`
    case 'not-here':
      return `This Outlook does not let Embargo Guard change the message. Remove ${name} yourself, with the × beside it.`
  }
}

export const WAYS_OUT_ENGLISH: WaysOutWording = {
  heading: 'Ways out',
  sendAgain: 'Press Send again.',
  remove: 'Remove',
  removing: (name) => `Removing ${name}.`,
  removed: (name) => `${name} was removed.`,
  testCopy: 'Replace by a blank test copy',
  steps: {
    making: (name) => `Making a blank copy of ${name}.`,
    checking: () => 'Checking the copy.',
    attaching: () => 'Attaching the copy.',
    removing: (name) => `Removing ${name}.`,
  },
  replaced: (name, copy) =>
    `${name} was replaced by ${copy}: the same tables, with false figures. The check found nothing in it.`,
  copyNotPossible: (name) => `No test copy of ${name}.`,
  copyNotClean: (name) =>
    `The check still found something in a copy of ${name}, so nothing was changed. Make an empty file for the test yourself.`,
  copyNotChecked:
    'The copy could not be checked, because the service cannot be reached. Nothing was changed. Try again.',
  copyBesideOriginal: (copy, name) => `${copy} is attached, but ${name} is still there too.`,
  notChanged,
  atRelease: {
    heading: 'Send it at release',
    button: (when) => `Deliver it ${when}`,
    warning:
      'It then leaves at that time all the same, even if the release is postponed. Until then you can stop it in Drafts; in classic Outlook nothing stops it once you have pressed Send.',
    setting: 'Setting the delivery time.',
    set: (when) => `It will be delivered ${when}, a minute after the release.`,
    notSet: (change) =>
      change.kind === 'refused'
        ? `Outlook did not take the delivery time (${change.because}). Set it yourself: Schedule send.`
        : 'Outlook did not take the delivery time. Set it yourself: Schedule send.',
    scheduled: (when) =>
      `Set to be delivered ${when}. It leaves then all the same, even if the release is postponed. This pane keeps watching while it is open.`,
    tooEarly: (delivery, release) =>
      `Set to be delivered ${delivery}, which is before the release: ${release}. Set it again, or it will be held.`,
  },
  clearance: {
    heading: 'Ask for a clearance',
    what: 'An administrator can clear this message: these files, for these recipients, once.',
    reason: 'Why it has to go before the release',
    reasonMissing: 'Say why.',
    ask: 'Ask for a clearance',
    asking: 'Asking.',
    states: {
      asked: () => 'You have asked for a clearance. This pane will say when it is decided.',
      granted: ({ by, until }) =>
        `Cleared by ${by} until ${until}, once, for the message as it was when you asked. Press Send again.`,
      refused: ({ by, decision }) => `${by} refused: ${decision}`,
      used: () => 'The clearance was used. It works once.',
      expired: ({ until }) => `The clearance ended ${until} and was not used. Ask again if you need it.`,
      withdrawn: () => 'The clearance was withdrawn.',
    },
    notAsked: (because) => `The clearance was not asked for: ${because}`,
    unreachable: 'The service cannot be reached. Check your connection, then try again.',
  },
  approvals: {
    heading: (count) => `Waiting for your decision (${count})`,
    asks: (who) => `${who} asks for a clearance`,
    forMessage: (parts, recipients) => `${parts} to ${recipients}`,
    because: (reason) => `Reason: ${reason}`,
    reason: 'Your reason',
    reasonMissing: 'Say why.',
    grant: 'Grant',
    refuse: 'Refuse',
    own: 'You asked for this yourself, so somebody else decides.',
    granted: (who) => `Granted to ${who}.`,
    refused: (who) => `Refused to ${who}.`,
    notDecided: (because) => `Not decided: ${because}`,
  },
  reason: {
    heading: 'If you send it nevertheless',
    what: 'Say why. The reason is kept with the check; Outlook then asks you once more.',
    choices: [
      'The recipients have pre-release access and need it now.',
      'The figures are already public.',
      'These are not the figures of this release.',
      'It leaves after the release.',
    ],
    other: 'Another reason',
    missing: 'Choose or type a reason.',
    keep: 'Keep this reason',
    keeping: 'Keeping the reason.',
    kept: 'The reason is kept. Press Send again, and then Send Anyway.',
    notKept: (because) => `The reason was not kept: ${because}`,
  },
}
