import { faultOf } from '../archive/zip.ts'
import type { Reading } from '../content.ts'
import { readEnclosed } from '../document/office-package.ts'
import { type Enclosed, officeTextInto } from '../document/office-text.ts'
import { openDocumentInto } from '../document/opendocument-text.ts'
import { type Opened, unreadable } from '../inside.ts'
import { spreadsheet2003Into } from '../workbook/spreadsheet-2003.ts'
import { byRoot, piecesOf, readXmlPieces } from './part.ts'
import { recordsInto } from './records.ts'

/**
 * Reads a file that is a single XML document: Excel's and Word's of 2003, Word's
 * "flat OPC", OpenDocument's flat files; any other as records, SDMX among them.
 */
export function* readXmlDocument(opened: Opened): Generator<Reading, void> {
  const enclosed: Enclosed[] = []
  const enclose = (file: Enclosed) => {
    enclosed.push(file)
  }
  let repeatsTooMuch = false
  const tooMuch = () => {
    repeatsTooMuch = true
  }
  const end = yield* readXmlPieces(opened.budget, piecesOf(opened.bytes), (page, tell) =>
    byRoot((root) => {
      switch (root) {
        case 'Workbook':
          return spreadsheet2003Into(tell)
        case 'wordDocument':
        case 'package':
          return officeTextInto(page, enclose)
        case 'document':
        case 'document-content':
          return openDocumentInto(page, enclose, tooMuch)
        default:
          return recordsInto(tell)
      }
    }),
  )
  const fault = repeatsTooMuch ? 'too-large' : faultOf(end)
  if (fault !== null) yield unreadable(opened.path, fault)
  yield* readEnclosed(opened, enclosed)
}
