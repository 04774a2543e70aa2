import type { PdfDocument } from './document.ts'
import {
  dictionaryOf,
  isDictionary,
  isReference,
  itemsOf,
  type PdfDictionary,
  type PdfValue,
} from './values.ts'

export type PdfPage = { readonly page: PdfDictionary; readonly resources: PdfDictionary }

type Node = { readonly value: PdfValue; readonly resources: PdfValue }

/**
 * The pages in order; returns whether none seems to be missing. A tree that
 * holds itself is walked once, and what it says of its size is not believed.
 * Source: ISO 32000-1, §7.7.3.
 */
export function* pagesOf(document: PdfDocument): Generator<PdfPage, boolean> {
  const seen = new Set<number>()
  const waiting: Node[] = [{ value: document.root.entries.get('Pages') ?? null, resources: null }]
  let count = 0
  let isWhole = true
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isReference(node.value)) {
      if (seen.has(node.value.number)) continue
      seen.add(node.value.number)
    }
    const page = document.resolve(node.value)
    if (!isDictionary(page)) {
      isWhole = false
      continue
    }
    const resources = document.entry(page, 'Resources') ?? node.resources
    const kids = document.entry(page, 'Kids')
    if (kids === null) {
      count++
      yield { page, resources: dictionaryOf(resources) }
    } else for (const kid of [...itemsOf(kids)].reverse()) waiting.push({ value: kid, resources })
  }
  if (count > 0) return isWhole
  yield* loosePages(document)
  return false
}

/** Without a tree, whatever says that it is a page. */
function* loosePages(document: PdfDocument): Generator<PdfPage, void> {
  for (const reference of document.ofType('Page')) {
    const page = dictionaryOf(document.resolve(reference))
    yield { page, resources: dictionaryOf(document.entry(page, 'Resources')) }
  }
}
