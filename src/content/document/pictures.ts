import { readEntry, type ZipEntry } from '../archive/zip.ts'
import { formatOf } from '../format-of.ts'
import type { Opened } from '../inside.ts'
import { isTooSmallForFigures } from '../picture.ts'
import { attributeOf, type XmlHandler } from '../xml/xml.ts'

/**
 * Fewer words or cells are a caption and a date: what such a document says is in
 * its pictures, as when a screenshot of a table is put into an empty one. Pictures
 * beside more text are passed over: logos, photographs and backgrounds are in
 * nearly every document, and who is warned of each stops reading warnings.
 *
 * Unit: words, or cells of a sheet. Source: our judgement; of 86 documents in the
 * development data 10 have pictures of their own.
 */
export const FEW_WORDS = 20

/** Parts whose text and pictures come with every document of a kind: letterheads, the looks of slides. */
const DECORATION =
  /^(?:word\/(?:_rels\/)?(?:header|footer)\d*\.xml|ppt\/(?:slideMasters|slideLayouts|notesMasters|handoutMasters)\/)/i

export const isDecoration = (part: string): boolean => DECORATION.test(part)

/** Previews of a document's first page, too small to be read. */
const PREVIEW = /^(?:docProps\/thumbnail|Thumbnails\/|ObjectReplacements\/)/i

/** Takes the names of files that a part refers to, without their folders. */
export const targetsInto = (names: Set<string>): XmlHandler => ({
  open(name, attributes) {
    if (name === 'Relationship') names.add(fileName(attributeOf(attributes(), 'Target') ?? ''))
  },
  close: () => undefined,
  text: () => undefined,
})

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase()

/**
 * Whether a part of a package is a picture in which a person could read figures.
 * Its first bytes say so.
 *
 * @param decoration names of files that only decorate
 */
export function showsFigures(opened: Opened, entry: ZipEntry, decoration: ReadonlySet<string>): boolean {
  if (PREVIEW.test(entry.name) || decoration.has(fileName(entry.name))) return false
  const first = readEntry(opened.bytes, entry, opened.budget).next()
  return !first.done && formatOf(first.value) === 'picture' && !isTooSmallForFigures(first.value)
}
