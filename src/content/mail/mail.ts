import { distinctNames } from '../archive/distinct-names.ts'
import type { Reading } from '../content.ts'
import { readHtml } from '../document/html.ts'
import { formatOf } from '../format-of.ts'
import { INSIDE, type Opened, pausing, unreadable, withinBudget } from '../inside.ts'
import { MAX_DEPTH } from '../limits.ts'
import { readText } from '../text/delimited.ts'
import { cellsOfLine, stretchesOf } from '../text/lines.ts'
import { decoding, textOf } from '../text/text-encoding.ts'
import { mailsIn } from './mailbox.ts'
import { decodedPart, type MimePart, type MimeTree, mimeTreeOf } from './mime.ts'
import {
  decodedWords,
  fieldOf,
  type Header,
  type HeaderField,
  headerAt,
  parametersOf,
} from './mime-header.ts'

/**
 * Header fields that machines write or that hold addresses. The others, the
 * subject above all, are lines of the message.
 */
const QUIET_FIELDS =
  /^(?:x-.*|arc-.*|dkim-.*|domainkey-.*|authentication-.*|received.*|resent-.*|list-.*|from|to|cc|bcc|sender|reply-to|date|message-id|in-reply-to|references|return-path|delivered-to|mime-version|content-(?:type|transfer-encoding|disposition|id|location|language|class|md5|length)|thread-index|autosubmitted|auto-submitted|importance|priority|sensitivity|precedence|feedback-id|user-agent|accept-language|msip_labels|expires|status|lines|path|xref)$/

/** Fields of a person's that are quiet as long as they hold an address or a time. */
const OF_PERSONS = /^(?:from|to|cc|bcc|sender|reply-to|date)$/

const isQuietField = ({ name, value }: HeaderField): boolean =>
  QUIET_FIELDS.test(name) && (!OF_PERSONS.test(name) || /@|\d:\d\d|^[^\d]*$/.test(value))

/** Signatures of who signed; they hold nothing else. */
const SIGNATURE = /^application\/(?:x-)?(?:pkcs7|pgp)-signature$/

/**
 * Reads a mail as mail programs save it (.eml), a page with its pictures (.mht) or a
 * mailbox file: texts and attachments, each as a file of its own, told by their bytes.
 */
export function* readMail(opened: Opened): Generator<Reading, void> {
  const { path, bytes, depth } = opened
  const mails = mailsIn(bytes)
  const [only] = mails
  if (mails.length === 1 && only !== undefined) return yield* readOne({ ...opened, bytes: only })
  const distinct = distinctNames()
  for (const mail of mails) {
    const inside = path + INSIDE + distinct('message')
    yield { kind: 'part', path: inside, bytes: mail }
    yield* readOne({ ...opened, path: inside, bytes: mail, depth: depth + 1 })
  }
}

function* readOne(opened: Opened): Generator<Reading, void> {
  const { path, bytes, budget } = opened
  const header = headerAt(bytes, textBegin(bytes), bytes.length)
  const tree = mimeTreeOf(bytes, header, bytes.length)
  if (!(yield* withinBudget(ownLines(header, tree), path, budget))) return
  if (!tree.whole) yield unreadable(path, 'too-large')
  const distinct = distinctNames()
  for (const part of tree.parts) {
    budget.entries--
    if (budget.entries < 0) return yield unreadable(path, 'too-large')
    yield* readPart(opened, part, path + INSIDE + distinct(nameOf(part)))
  }
}

/** Some mails begin with a byte order mark or empty lines. */
function textBegin(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 32 || bytes[at] === 9) at++
  return at
}

function* ownLines(header: Header, tree: MimeTree): Generator<Reading, void> {
  const lines = header.fields.filter((field) => !isQuietField(field)).map(({ value }) => decodedWords(value))
  for (const loose of tree.loose) lines.push(...textOf(loose).split(/\r\n|\r|\n/))
  yield { kind: 'table', name: '' }
  let row = 0
  for (const line of lines)
    for (const stretch of stretchesOf(line)) {
      const cells = cellsOfLine(stretch)
      if (cells.length > 0) yield { kind: 'row', row: row++, cells }
    }
}

function* readPart(opened: Opened, part: MimePart, inside: string): Generator<Reading, void> {
  const { budget, depth, read } = opened
  const bytes = decodedPart(part)
  if (bytes === null) return yield unreadable(inside, 'unknown-format')
  budget.expandedBytes -= bytes.length
  if (budget.expandedBytes < 0 || depth >= MAX_DEPTH) return yield unreadable(inside, 'too-large')
  const format = formatOf(bytes)
  if (format === 'nothing' || isQuiet(part, format)) return
  const { value: type } = part.type
  if (type === 'message/rfc822' && format !== 'compound') {
    yield { kind: 'part', path: inside, bytes }
    yield* readMail({ ...opened, path: inside, bytes, depth: depth + 1 })
  } else if (type === 'text/html' && (format === 'text' || format === 'xml' || format === 'mail')) {
    yield { kind: 'part', path: inside, bytes }
    yield* readHtml(inside, yield* pausing(decoding(bytes)), budget)
  } else if (type === 'text/plain' && format === 'mail') {
    yield { kind: 'part', path: inside, bytes }
    yield* readText(inside, yield* pausing(decoding(bytes)), budget)
  } else yield* read(inside, bytes, budget, depth + 1)
}

/** Pictures that belong to a text, and signatures, are passed over. */
function isQuiet({ header, type }: MimePart, format: ReturnType<typeof formatOf>): boolean {
  const disposition = fieldOf(header, 'content-disposition') ?? ''
  const belongs = fieldOf(header, 'content-id') ?? fieldOf(header, 'content-location')
  if (format === 'picture') return belongs !== undefined && !/^\s*attachment/i.test(disposition)
  return SIGNATURE.test(type.value) && (format === 'unknown' || format === 'text')
}

/** What a part is called: its file name, where it came from, or what it is. */
function nameOf({ header, type }: MimePart): string {
  const disposition = parametersOf(fieldOf(header, 'content-disposition') ?? '')
  const location = (fieldOf(header, 'content-location') ?? '').split(/[/\\]/).pop() ?? ''
  const named = disposition.named.get('filename') ?? type.named.get('name') ?? location
  if (named !== '') return named.slice(0, 1024)
  if (type.value === 'text/html') return 'HTML text'
  if (type.value === 'message/rfc822') return 'message'
  return type.value.startsWith('text/') ? 'text' : 'attachment'
}
