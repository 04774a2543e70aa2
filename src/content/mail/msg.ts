import { type Storage, streamNamed } from '../compound/compound.ts'
import { type OpenStorage, type ReadStorage, readInside, takesPart } from '../compound/open-storage.ts'
import type { Reading } from '../content.ts'
import { readHtml } from '../document/html.ts'
import { INSIDE } from '../inside.ts'
import { holdsHtml, htmlOfRtf } from '../rtf/html.ts'
import { readText } from '../text/delimited.ts'
import { cellsOfLine } from '../text/lines.ts'
import { textOf, windows1252Text } from '../text/text-encoding.ts'
import { expandedRtf } from './compressed-rtf.ts'
import {
  ATTACHED,
  ATTACHED_HOW,
  ATTACHED_LONG_NAME,
  ATTACHED_SHORT_NAME,
  ATTACHED_WHERE,
  BODY_HTML,
  BODY_PLAIN,
  BODY_RTF,
  DISPLAY_NAME,
  PROPERTY_STREAM,
  type Properties,
  propertiesOf,
  SUBJECT,
} from './msg-properties.ts'

/** How something is attached. Source: [MS-OXCMSG] 2.2.2.9. */
const BY_VALUE = 1
const EMBEDDED_MESSAGE = 5
const OLE_OBJECT = 6
const NOT_ATTACHED = 0

const ATTACHMENT = /^__attach_version1\.0_/i
const RECIPIENT_OR_ATTACHMENT = /^__(?:attach|recip)_version1\.0_/i

export const isMessage = (storage: Storage): boolean =>
  streamNamed(storage, PROPERTY_STREAM) !== undefined && !RECIPIENT_OR_ATTACHMENT.test(storage.name)

/**
 * Reads a message that Outlook saved: subject, body and what is attached. Source: [MS-OXMSG].
 *
 * @param readObject reads a storage that is attached: a message or an object
 */
export function* readMessage(opened: OpenStorage, readObject: ReadStorage): Generator<Reading, void> {
  const { file, storage, budget } = opened
  const properties = propertiesOf(file, storage, budget)
  yield { kind: 'table', name: '' }
  const subject = cellsOfLine(properties.text(SUBJECT) ?? '')
  if (subject.length > 0) yield { kind: 'row', row: 0, cells: subject }
  yield* readBody(opened, properties)
  for (const attachment of storage.storages)
    if (ATTACHMENT.test(attachment.name)) yield* readAttachment(opened, attachment, readObject)
}

/** The body as HTML where there is such; else as text, and as RTF where it is kept as that. */
function* readBody(opened: OpenStorage, properties: Properties): Generator<Reading, void> {
  const { path, budget } = opened
  const html = properties.bytes(BODY_HTML)
  const htmlText = html === null ? properties.text(BODY_HTML) : textOf(html)
  if (htmlText !== null && htmlText.trim() !== '') return yield* readHtml(path, htmlText, budget)
  const compressed = properties.bytes(BODY_RTF)
  const rtf = compressed === null ? null : expandedRtf(compressed, budget)
  const rtfText = rtf === null ? '' : windows1252Text(rtf)
  if (holdsHtml(rtfText)) return yield* readHtml(path, htmlOfRtf(rtfText), budget)
  yield* readText(path, properties.text(BODY_PLAIN) ?? '', budget)
  if (compressed !== null && rtf === null) yield { kind: 'unreadable', path, because: 'damaged' }
  if (rtf !== null && rtf.length > 0) yield* readInside(opened, 'body', rtf)
}

function* readAttachment(
  opened: OpenStorage,
  storage: Storage,
  readObject: ReadStorage,
): Generator<Reading, void> {
  const { file, budget, depth } = opened
  const properties = propertiesOf(file, storage, budget)
  const name = nameOf(properties) ?? 'attachment'
  const path = opened.path + INSIDE + name
  const how = properties.number(ATTACHED_HOW) ?? BY_VALUE
  const bytes = properties.bytes(ATTACHED)
  if (bytes !== null) return yield* readInside(opened, name, bytes)
  const object = storage.storages.find((inner) => inner.name.toUpperCase() === `__SUBSTG1.0_${ATTACHED}000D`)
  if (object !== undefined) {
    if (!takesPart(opened)) return yield { kind: 'unreadable', path, because: 'too-large' }
    const known = yield* readObject(Object.assign({}, opened, { path, storage: object, depth: depth + 1 }))
    if (!known) yield { kind: 'unreadable', path, because: 'unknown-format' }
    return
  }
  if (how === NOT_ATTACHED) return
  if (how === BY_VALUE || how === EMBEDDED_MESSAGE || how === OLE_OBJECT)
    return yield { kind: 'unreadable', path, because: 'damaged' }
  yield { kind: 'cloud-link', path, url: properties.text(ATTACHED_WHERE) ?? name }
}

const nameOf = (properties: Properties): string | null =>
  ([ATTACHED_LONG_NAME, ATTACHED_SHORT_NAME, DISPLAY_NAME] as const)
    .map((property) => properties.text(property))
    .find((name) => name !== null && name !== '') ?? null
