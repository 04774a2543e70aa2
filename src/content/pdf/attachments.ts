import type { Reading } from '../content.ts'
import { INSIDE, type Opened, unreadable } from '../inside.ts'
import { MAX_DEPTH } from '../limits.ts'
import type { PdfDocument } from './document.ts'
import { documentText } from './encodings.ts'
import { dictionaryOf, isReference, isStream, itemsOf, type PdfDictionary, type PdfValue } from './values.ts'

/**
 * Reads the files that a PDF carries with it. Source: ISO 32000-1, §7.11.4.
 *
 * @param pinned file specifications of pages' own attachments
 */
export function* readAttachments(
  opened: Opened,
  document: PdfDocument,
  pinned: readonly PdfValue[],
): Generator<Reading, void> {
  const { path, budget, depth, read } = opened
  const seen = new Set<PdfValue>()
  for (const value of [...listed(document), ...pinned]) {
    const specification = dictionaryOf(document.resolve(value))
    const files = dictionaryOf(document.entry(specification, 'EF'))
    const file = files.entries.get('UF') ?? files.entries.get('F') ?? null
    const key = isReference(file) ? file.number : file
    const stream = document.resolve(file)
    if (!isStream(stream) || seen.has(key)) continue
    seen.add(key)
    budget.entries--
    if (depth >= MAX_DEPTH || budget.entries < 0) return yield unreadable(path, 'too-large')
    const { bytes, end } = document.contentOf(stream)
    const inside = path + INSIDE + fileName(document, specification)
    yield* read(inside, bytes, budget, depth + 1)
    if (end !== 'whole') yield unreadable(inside, end === 'too-large' ? end : 'damaged')
    if (end === 'too-large') return
  }
}

function fileName(document: PdfDocument, specification: PdfDictionary): string {
  const name = document.entry(specification, 'UF') ?? document.entry(specification, 'F')
  return typeof name === 'string' ? documentText(name) : 'attachment'
}

/** Names looked through; a tree that holds itself has no end. */
const MAX_NAMES = 20_000

/** The values of the tree of names, in order. Source: ISO 32000-1, §7.9.6. */
function listed(document: PdfDocument): readonly PdfValue[] {
  const names = dictionaryOf(document.entry(document.root, 'Names'))
  const waiting: PdfValue[] = [names.entries.get('EmbeddedFiles') ?? null]
  const found: PdfValue[] = []
  for (let visits = 0; waiting.length > 0 && visits < MAX_NAMES; visits++) {
    const node = dictionaryOf(document.resolve(waiting.pop()))
    itemsOf(document.entry(node, 'Names')).forEach((value, at) => {
      if (at % 2 === 1 && found.length < MAX_NAMES) found.push(value)
    })
    for (const kid of [...itemsOf(document.entry(node, 'Kids'))].reverse()) waiting.push(kid)
  }
  return found
}
