import type { FalseDigit } from './false-figure.ts'
import {
  hasPart,
  kindOf,
  type PackageIn,
  type Relationship,
  relationshipsOf,
  walkPart,
} from './package-in.ts'
import { packageOut } from './package-out.ts'
import { editedPieces, textOfPieces } from './text-piece.ts'
import { isOwnAttribute, walkDocument } from './word-document.ts'
import { paragraphEdits, tablePeriods } from './word-text.ts'
import { type Made, writeContentTypes } from './workbook-copy.ts'
import { copyPart } from './workbook-copying.ts'
import { writeRelationships } from './worksheet-copy.ts'
import { copyingInto } from './xml-copy.ts'
import { xmlOut } from './xml-out.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const THEME = 'application/vnd.openxmlformats-officedocument.theme+xml'

/** Parts that say how a document looks, by the kind of their relationship. */
const LOOKS = [
  { kind: 'styles', name: 'word/styles.xml', type: `${WORD}.styles+xml` },
  { kind: 'numbering', name: 'word/numbering.xml', type: `${WORD}.numbering+xml` },
  { kind: 'theme', name: 'word/theme/theme1.xml', type: THEME },
] as const

/**
 * Copies a Word document with false figures. Its text, tables, styles and numbering
 * come along; a sentence that told figures or where they went becomes a test
 * sentence. Properties, comments, revisions, notes, headers and footers, pictures,
 * charts, embedded files, fields, links and data bindings do not.
 * Source: ECMA-376 part 1, §11 and §17.
 */
export function* copyWordDocument(opened: PackageIn, digit: FalseDigit): Generator<void, Made> {
  const root = (yield* relationshipsOf(opened, '')).find((each) => kindOf(each) === 'officeDocument')
  const source = root?.target ?? 'word/document.xml'
  const relationships = yield* relationshipsOf(opened, source)
  const copying = { opened, out: packageOut(), types: new Map<string, string>() }
  const periods = tablePeriods()
  const unwritten = xmlOut()
  const looking = walkDocument(unwritten, (pieces, place) => {
    if (place !== null) periods.take(place, textOfPieces(pieces))
    return []
  })
  for (const _step of walkPart(opened, source, looking)) {
    unwritten.take()
    yield
  }
  let replaced = 0
  yield* copyPart(copying, 'word/document.xml', `${WORD}.document.main+xml`, source, (out) =>
    walkDocument(out, (pieces, place) => {
      const edits = paragraphEdits(textOfPieces(pieces), place, periods, digit)
      replaced += edits.length
      return editedPieces(pieces, edits)
    }),
  )
  const base = (root?.type ?? OFFICE_DOCUMENT).replace(/\/[^/]*$/, '')
  yield* copyLooks(copying, relationships, base)
  writeRelationships(copying, '_rels/.rels', [
    { Id: 'rId1', Type: `${base}/officeDocument`, Target: 'word/document.xml' },
  ])
  writeContentTypes(copying)
  return { bytes: copying.out.done(), replaced }
}

const OFFICE_DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'

function* copyLooks(
  copying: Parameters<typeof copyPart>[0],
  relationships: readonly Relationship[],
  base: string,
): Generator<void, void> {
  const links: { Id: string; Type: string; Target: string }[] = []
  for (const { kind, name, type } of LOOKS) {
    const source = relationships.find((each) => kindOf(each) === kind)?.target
    if (source === undefined || !hasPart(copying.opened, source)) continue
    links.push({ Id: `rId${links.length + 1}`, Type: `${base}/${kind}`, Target: name.replace('word/', '') })
    yield* copyPart(copying, name, type, source, (out) =>
      copyingInto(out, {
        namespace: null,
        dropped: ['numPicBullet', 'lvlPicBulletId', 'rsid', 'rsids'],
        keeps: isOwnAttribute,
      }),
    )
  }
  writeRelationships(copying, 'word/_rels/document.xml.rels', links)
}
