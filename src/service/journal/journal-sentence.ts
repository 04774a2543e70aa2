import { londonSentence } from '../../release/london-time.ts'
import type { JournalKind } from '../tables/journal-table.ts'

/** A line of the journal as far as its sentence needs it. */
type Line = { readonly kind: JournalKind; readonly who: string; readonly entry: unknown }

/** What an entry holds at a path; `undefined` where it holds nothing there. */
function at(entry: unknown, ...path: readonly string[]): unknown {
  let value = entry
  for (const name of path)
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([key]) => key === name)?.[1]
        : undefined
  return value
}

const textAt = (entry: unknown, ...path: readonly string[]): string => {
  const value = at(entry, ...path)
  return typeof value === 'string' ? value : ''
}

const listAt = (entry: unknown, ...path: readonly string[]): readonly unknown[] => {
  const value = at(entry, ...path)
  return Array.isArray(value) ? value : []
}

const because = (reason: string): string => (reason === '' ? '.' : `: ${reason}`)

const VERDICTS: Readonly<Record<string, string>> = {
  allow: 'it may leave',
  warn: 'warned, left to the sender',
  block: 'held',
}

/** `a@x`, or `a@x and 4 more`. */
function recipientsOf(entry: unknown): string {
  const [first, ...more] = listAt(entry, 'recipients').map((recipient) => textAt(recipient, 'address'))
  if (first === undefined) return 'nobody yet'
  return more.length === 0 ? first : `${first} and ${more.length} more`
}

function checkSentence({ who, entry }: Line): string {
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
  const due = at(entry, 'after', 'at')
  const to = typeof due === 'number' ? ` to ${londonSentence(due)}` : ''
  return `${who} ${CHANGES[kind] ?? 'changed'} “${textAt(entry, 'title')}”${kind === 'lifted' ? '' : to}${because(textAt(entry, 'change', 'reason'))}`
}

const SENTENCES: Readonly<Record<JournalKind, (line: Line) => string>> = {
  check: checkSentence,
  'release-added': ({ who, entry }) =>
    `${who} registered “${textAt(entry, 'release', 'title')}”, due ${textAt(entry, 'release', 'london')} London time.`,
  'release-edited': ({ who, entry }) =>
    `${who} changed ${Object.keys({ ...asObject(at(entry, 'after')) }).join(', ') || 'nothing'} of “${textAt(entry, 'title')}”.`,
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

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

/** A line of the journal in a sentence for a person. */
export const sentenceOf = (line: Line): string => SENTENCES[line.kind](line)
