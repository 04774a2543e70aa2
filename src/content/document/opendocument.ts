import { type EntryEnd, faultOf, type Zip, type ZipEntry } from '../archive/zip.ts'
import { isFolder } from '../archive/zip-archive.ts'
import type { Reading, Unreadable } from '../content.ts'
import { type Opened, unreadable } from '../inside.ts'
import { byRoot, type HandlerOf, QUIET, readXmlEntry } from '../xml/part.ts'
import { recordsInto } from '../xml/records.ts'
import { readBinaryPart, readEnclosed } from './office-package.ts'
import type { Enclosed } from './office-text.ts'
import { openDocumentInto } from './opendocument-text.ts'
import { areOnlyPictures, FEW_WORDS } from './pictures.ts'

const MANIFEST = 'META-INF/manifest.xml'

/** LibreOffice's, and others' since: .odt, .ods, .odp, .odg and their templates. Source: OpenDocument 1.3 part 2. */
export const isOpenDocument = (zip: Zip): boolean =>
  zip.entries.some(({ name }) => name === MANIFEST || name === 'mimetype') &&
  zip.entries.some(({ name }) => /(?:^|\/)content\.xml$|^encrypted-package$/.test(name))

/**
 * Reads the content of an OpenDocument package, of the objects in it, and its headers
 * and footers. A document that has hardly a word and a picture is a picture.
 */
export function* readOpenDocument(opened: Opened, zip: Zip): Generator<Reading, void> {
  const { path, budget } = opened
  const faults: Unreadable[] = zip.sound ? [] : ['damaged']
  const enclosed: Enclosed[] = []
  const parts = zip.entries.filter((entry) => !isFolder(entry) && entry.name !== 'mimetype')
  budget.entries -= parts.length
  if (budget.entries < 0) return yield unreadable(path, 'too-large')
  if (isEncrypted(opened, zip)) return yield unreadable(path, 'encrypted')
  const before = budget.cells
  for (const entry of parts.filter(isXml).sort(contentFirst)) {
    const fault = faultOf(yield* contentInto(enclosed, (handlerOf) => readXmlEntry(opened, entry, handlerOf)))
    if (fault !== null) faults.push(fault)
  }
  const files = parts.filter((entry) => !isXml(entry))
  const isFew = before - budget.cells < FEW_WORDS
  if (isFew && areOnlyPictures(opened, files, NO_DECORATION, QUIET_BINARY)) faults.push('picture')
  const [worst] = faults
  if (worst !== undefined) yield unreadable(path, worst)
  for (const entry of files) yield* readBinaryPart(opened, entry, QUIET_BINARY)
  yield* readEnclosed(opened, enclosed)
}

/** Which pictures stand in headers, no part of its own says. */
const NO_DECORATION: ReadonlySet<string> = new Set()

const isXml = ({ name }: ZipEntry): boolean => /\.(?:xml|rdf)$/i.test(name)

const CONTENT_ROOTS = /^document(?:-content|-styles)?$/
const QUIET_ROOTS =
  /^(?:document-settings|document-meta|manifest|RDF|library|libraries|module|script-module|menubar|toolbar)$/

/** Previews and what a program remembers of its windows. */
const QUIET_BINARY = /^(?:ObjectReplacements|Thumbnails|Configurations2)\/|^layout-cache$/

const contentFirst = (one: ZipEntry, other: ZipEntry): number =>
  Number(/content\.xml$/.test(other.name)) - Number(/content\.xml$/.test(one.name))

/** The manifest lists what is encrypted. */
function isEncrypted(opened: Opened, zip: Zip): boolean {
  let encrypted = zip.entries.some(({ name }) => name === 'encrypted-package')
  const manifest = zip.entries.find(({ name }) => name === MANIFEST)
  if (manifest === undefined) return encrypted
  const reading = readXmlEntry(opened, manifest, () => ({
    open(name) {
      if (name === 'encryption-data') encrypted = true
    },
    close: () => undefined,
    text: () => undefined,
  }))
  let next = reading.next()
  while (!next.done) next = reading.next()
  return encrypted
}

function* contentInto(
  enclosed: Enclosed[],
  readWith: (handlerOf: HandlerOf) => Generator<Reading, EntryEnd>,
): Generator<Reading, EntryEnd> {
  let repeatsTooMuch = false
  const tooMuch = () => {
    repeatsTooMuch = true
  }
  const end = yield* readWith((page, tell) =>
    byRoot((root) => {
      if (CONTENT_ROOTS.test(root)) return openDocumentInto(page, (file) => enclosed.push(file), tooMuch)
      return QUIET_ROOTS.test(root) ? QUIET : recordsInto(tell)
    }),
  )
  return repeatsTooMuch ? 'too-large' : end
}
