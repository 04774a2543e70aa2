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
 * Unit: words, or cells of a sheet. Source: our judgement; of 86 packages in the
 * development data 3 have pictures of their own, and the one that is told so holds
 * nothing but pictures.
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
 * Whether files in a package show pictures in which a person could read figures,
 * and are nothing else: beside an embedded workbook its picture says nothing new.
 * The first bytes of each say so.
 *
 * @param decoration names of files that only decorate
 * @param quiet names of files that hold no content
 */
export function areOnlyPictures(
  opened: Opened,
  files: readonly ZipEntry[],
  decoration: ReadonlySet<string>,
  quiet: RegExp,
): boolean {
  let anyShows = false
  for (const entry of files) {
    const first = readEntry(opened.bytes, entry, opened.budget).next()
    if (first.done || PREVIEW.test(entry.name)) continue
    if (formatOf(first.value) === 'picture')
      anyShows = anyShows || !(decoration.has(fileName(entry.name)) || isTooSmallForFigures(first.value))
    else if (!quiet.test(entry.name)) return false
  }
  return anyShows
}
