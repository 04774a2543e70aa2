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
  allow: 'it may leave',
  warn: 'warned, left to the sender',
  block: 'held',
}

function recipientsOf(entry: unknown): string {
  const { first, more } = recipientsAt(entry)
  if (first === '') return 'nobody yet'
  return more === 0 ? first : `${first} and ${more} more`
}

const READ_VERDICTS: Readonly<Record<string, string>> = {
  allow: 'nothing in it is kept from them',
  warn: 'something in it is to be made sure of',
  block: 'figures under embargo that they may not have',
}

/** A received message: nothing was held, and nothing could be. */
function readSentence({ who, entry }: Line): string {
  const finding = textAt(listAt(entry, 'findings')[0], 'because')
  const verdict = READ_VERDICTS[textAt(entry, 'verdict')] ?? textAt(entry, 'verdict')
  return `${who} reads a message from ${textAt(entry, 'from')}: ${verdict}.${finding === '' ? '' : ` ${finding}`}`
}

function checkSentence({ kind, who, entry }: Line): string {
  if (textAt(entry, 'moment') === 'read') return readSentence({ kind, who, entry })
  const finding = textAt(listAt(entry, 'findings')[0], 'because')
  const verdict = VERDICTS[textAt(entry, 'verdict')] ?? textAt(entry, 'verdict')
  const cleared = textAt(entry, 'clearance') === '' ? '' : ', by clearance'
  const doing = textAt(entry, 'moment') === 'compose' ? 'is writing' : 'sends'
  return `${who} ${doing} a message to ${recipientsOf(entry)}: ${verdict}${cleared}.${finding === '' ? '' : ` ${finding}`}`
}

const CHANGES: Readonly<Record<string, string>> = {
  confirmed: 'confirmed',
  moved: 'moved',
  postponed: 'postponed',
  cancelled: 'cancelled',
  published: 'recorded as published',
  'lift-asked': 'asked to lift early the embargo on',
  'lift-withdrawn': 'withdrew the request to lift early the embargo on',
  lifted: 'agreed to lift early the embargo on',
}

function changeSentence({ who, entry }: Line): string {
  const kind = textAt(entry, 'change', 'kind')
  const due = londonAt(entry, 'after', 'at')
  const to = due === null || kind === 'lifted' ? '' : ` to ${due.en}`
  return `${who} ${CHANGES[kind] ?? 'changed'} “${textAt(entry, 'title')}”${to}${because(textAt(entry, 'change', 'reason'))}`
}

/** What the journal says in English. */
export const ENGLISH: Sentences = {
  check: checkSentence,
  'release-added': ({ who, entry }) =>
    `${who} registered “${textAt(entry, 'release', 'title')}”, due ${textAt(entry, 'release', 'london')} London time.`,
  'release-edited': ({ who, entry }) =>
    `${who} changed ${fieldsAt(entry, 'after') || 'nothing'} of “${textAt(entry, 'title')}”.`,
  'release-changed': changeSentence,
  'access-changed': ({ who, entry }) =>
    `${who} went through the access list of “${textAt(entry, 'title')}”: ${listAt(entry, 'after', 'access').length} entries.`,
  'file-added': ({ who, entry }) => `${who} registered the file ${textAt(entry, 'file', 'name')}.`,
  'file-replaced': ({ who, entry }) =>
    `${who} put ${textAt(entry, 'file', 'name')} in the place of ${textAt(entry, 'before', 'name')}${because(textAt(entry, 'reason'))}`,
  'file-removed': ({ who, entry }) =>
    `${who} took ${textAt(entry, 'file', 'name')} out of the register${because(textAt(entry, 'reason'))}`,
  'settings-changed': ({ who }) => `${who} changed the settings.`,
  'calendar-imported': ({ who, entry }) =>
    `${who} imported ${textAt(entry, 'name')}: ${String(at(entry, 'added'))} added, ${String(at(entry, 'changed'))} changed, ${String(at(entry, 'refused'))} refused.`,
  'reason-given': ({ who, entry }) => `${who} gave a reason for sending${because(textAt(entry, 'reason'))}`,
  'went-out': ({ who, entry }) =>
    `${who} recorded that a message went out${because(textAt(entry, 'wentOut', 'note'))}`,
  'clearance-asked': ({ who, entry }) => `${who} asked for a clearance${because(textAt(entry, 'reason'))}`,
  'clearance-granted': ({ who, entry }) =>
    `${who} cleared a message of ${textAt(entry, 'askedBy')}${because(textAt(entry, 'decision'))}`,
  'clearance-refused': ({ who, entry }) =>
    `${who} refused to clear a message of ${textAt(entry, 'askedBy')}${because(textAt(entry, 'decision'))}`,
  'clearance-withdrawn': ({ who }) => `${who} withdrew the request for a clearance.`,
  'clearance-used': ({ who }) => `${who} used a clearance: the message may leave once.`,
}
