import type { BreachWording } from './wording.ts'

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const figures = (count: number | null, rest: string): string =>
  count === null
    ? `unpublished figures${rest}`
    : `${counted(count, 'unpublished figure', 'unpublished figures')}${rest}`

export const ENGLISH: BreachWording = {
  language: 'en',
  locale: 'en-GB',
  title: (output) => `Breach of the Code of Practice for Statistics: ${output}`,
  draft:
    'Draft made from the record of Embargo Guard. Times are London time. What is marked “to fill in” is not in the record.',
  sections: {
    core: 'Core information',
    circumstances: 'Circumstances of the breach',
    impact: 'Impact of the breach',
    corrective: 'Corrective action',
  },
  tableHeadings: ['Information needed', 'Response'],
  fields: {
    output: { label: 'Title and link to statistical output', hint: 'the link to the output' },
    producer: { label: 'Name of producer organisation', hint: 'the organisation' },
    division: { label: 'Division', hint: 'the division or branch' },
    reporter: {
      label: 'Name and contact details of person dealing with report',
      hint: 'name, address and telephone',
    },
    headOfProfession: {
      label: 'Name and contact details of Head of Profession for Statistics or Lead Official',
      hint: 'name, address and telephone',
    },
    statement: {
      label: 'Link to published statement about the breach (if relevant)',
      hint: 'the link, or “none”',
    },
    reportDate: { label: 'Date of breach report', hint: 'the date on which the report is sent' },
    practices: {
      label: 'Relevant principle(s) and practice(s)',
      hint: 'other practices that apply, as T3.4 where the figures went to people without pre-release access',
    },
    breachDate: { label: 'Date of occurrence of breach', hint: 'the date' },
    account: {
      label: 'What happened, with the roles of the people involved, dates and times',
      hint: 'how it came to this, the roles of the people involved, and what else was done when',
    },
    impactInside: {
      label: 'Impact inside the producer organisation',
      hint: 'what it meant for the organisation and for the release',
    },
    impactOutside: {
      label: 'Impact outside',
      hint: 'who opened, used or passed on the figures, and whether they became public',
    },
    corrected: {
      label: 'What was done at once',
      hint: 'what else was done at once',
    },
    prevented: {
      label: 'What is done so that it does not happen again',
      hint: 'changes to procedures, with dates and who is responsible',
    },
  },
  toFillIn: (hint) => `[To fill in: ${hint}]`,
  practice:
    'Principle T3, Orderly release. Practice T3.6: statistics are released to all users at 9.30am on a weekday.',
  series: (series) => `Series: ${series}`,
  due: (when) => `Due: ${when}`,
  account: {
    checked: {
      allow: 'Embargo Guard had checked the message and found nothing to hold it for.',
      warn: 'Embargo Guard had checked the message and warned; the decision was left to the sender.',
      block: 'Embargo Guard had checked the message and held it.',
    },
    notChecked: 'There is no check of this message in the record of Embargo Guard.',
    sent: (sender, recipients) =>
      `${sender} sent a message to ${counted(recipients.length, 'recipient', 'recipients')}: ${recipients.join(', ')}.`,
    found: (part, what) => `${part} contained ${what}.`,
    kinds: {
      'embargoed-file': (count) => figures(count, ', being a file of the release itself'),
      'embargoed-figures': (count) => figures(count, ''),
      'possible-figures': (count) => `what may be ${figures(count, '')}`,
      'registered-name': () => 'something under the name of a file of the release',
      unreadable: () => 'something that could not be read',
      'cloud-link': () => 'a link to a file that was not read',
      'could-not-check': () => 'something that could not be checked',
    },
    body: 'The text of the message',
    withoutAccess: (recipients) =>
      recipients.length === 0
        ? 'All of the recipients had pre-release access at that time.'
        : `Without pre-release access at that time: ${recipients.join(', ')}.`,
    delivered: 'The message was delivered.',
    noticed: 'The mistake was noticed.',
    recalled: 'The message was recalled.',
    deletionRequested: 'The recipients were asked to delete it.',
    informed: 'The Head of Profession was informed.',
    deleted: (address) => `${address} confirmed having deleted it.`,
    dueThen: (output) => `${output} was due for release.`,
  },
  received: (without, deleted) =>
    without === 0
      ? 'Nobody received it who had no pre-release access at that time.'
      : `${counted(without, 'recipient', 'recipients')} without pre-release access received it; ${deleted} of them confirmed having deleted it.`,
  steps: {
    recall: {
      title: 'Recall the message',
      text: 'In Sent Items, open the message and choose Recall Message. Outlook recalls only what is still unread in the same organisation, so go on in any case.',
    },
    'request-deletion': {
      title: 'Ask those without access to delete it',
      text: 'Send the prepared request. It names the message and no figure.',
    },
    inform: {
      title: 'Inform the Head of Profession and the production team',
      text: 'Say what left, to whom and when. They decide whether the release is brought forward.',
    },
    'collect-confirmations': {
      title: 'Collect the answers',
      text: 'Note who has deleted it and when, who opened it, and whether it was passed on.',
    },
    report: {
      title: 'Send the breach report',
      text: 'Fill in what is marked, and send it to the Head of Profession the same day.',
    },
  },
  afterSending: (duration) => `${duration} after it was sent`,
  request: {
    subject: (output) => `Please delete a message sent to you in error: ${output}`,
    body: ({ day, clock, parts, output, due, sender }) =>
      [
        'Dear colleague,',
        `At ${clock} on ${day} I sent you a message in error. ${partsSentence(parts)} statistics that are not published yet: ${output}${due === null ? '' : `, due on ${due}`}.`,
        'Until they are published, nobody but those on the pre-release access list may have them. I ask you, whether or not a recall reached you:',
        [
          '1. Delete the message and whatever came with it, from your deleted items too, and any copy that was saved or printed.',
          '2. Do not open, use, mention or pass on what is in it.',
          '3. If it was passed on already, tell me to whom.',
          '4. Answer this message when it is done: when you deleted it, and whether it had been opened.',
        ].join('\n'),
        'I am sorry for the trouble, and thank you for your help.',
        sender,
      ].join('\n\n'),
  },
}

const partsSentence = (parts: readonly string[]): string =>
  parts.length === 0 ? 'It contains' : `It contains, in ${parts.map((part) => `“${part}”`).join(', ')},`
