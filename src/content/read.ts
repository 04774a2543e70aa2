import { readGzip } from './archive/gzip.ts'
import { openZip } from './archive/zip.ts'
import { archiveBehind, readArchive } from './archive/zip-archive.ts'
import { readCompound, readExcelStream } from './compound/office-storage.ts'
import type { Reading } from './content.ts'
import { readHtml } from './document/html.ts'
import { isOfficePackage, readOfficePackage } from './document/office-package.ts'
import { isOpenDocument, readOpenDocument } from './document/opendocument.ts'
import { type Format, formatOf } from './format-of.ts'
import { INSIDE, type Opened, pausing, unreadable } from './inside.ts'
import type { Budget } from './limits.ts'
import { readMail } from './mail/mail.ts'
import { readPdf } from './pdf/pdf-reader.ts'
import { isTooSmallForFigures } from './picture.ts'
import { readRtf } from './rtf/rtf.ts'
import { readText } from './text/delimited.ts'
import { decoding } from './text/text-encoding.ts'
import { isWorkbook, isWorkbookPart } from './workbook/workbook.ts'
import { readXlsx } from './workbook/xlsx.ts'
import { readXmlDocument } from './xml/document.ts'

/**
 * Reads a file, and the files inside it: tables row by row, text line by line,
 * and why something could not be read.
 *
 * It never throws on any bytes, and whatever it does not tell it says so: a file
 * without a row and without `unreadable` holds nothing.
 *
 * @param path the file's name; files inside are told as `archive.zip › table.csv`
 */
export function* read(path: string, bytes: Uint8Array, budget: Budget, depth = 0): Generator<Reading, void> {
  yield { kind: 'part', path, bytes }
  const format = formatOf(bytes)
  yield* readAs(format, path, bytes, budget, depth)
  const behind = format === 'zip' || format === 'compound' ? null : archiveBehind(bytes)
  if (behind !== null) yield* read(`${path}${INSIDE}archive behind it`, behind, budget, depth + 1)
}

function* readAs(
  format: Format,
  path: string,
  bytes: Uint8Array,
  budget: Budget,
  depth: number,
): Generator<Reading, void> {
  switch (format) {
    case 'zip':
      return yield* readZip({ path, bytes, budget, depth, read })
    case 'html':
      return yield* readHtml(path, yield* pausing(decoding(bytes)), budget)
    case 'text':
      return yield* readText(path, yield* pausing(decoding(bytes)), budget)
    case 'pdf':
      return yield* readPdf({ path, bytes, budget, depth, read })
    case 'picture':
      return isTooSmallForFigures(bytes) ? undefined : yield unreadable(path, 'picture')
    case 'gzip':
      return yield* readGzip({ path, bytes, budget, depth, read })
    case 'archive':
      return yield unreadable(path, 'archive-not-opened')
    case 'nothing':
      return depth === 0 ? yield unreadable(path, 'damaged') : undefined
    case 'compound':
      return yield* readCompound(path, bytes, budget, depth, read)
    case 'excel-stream':
      return yield* readExcelStream(path, bytes, budget)
    case 'old-document':
      return yield unreadable(path, 'old-format')
    case 'protected':
      return yield unreadable(path, 'encrypted')
    case 'rtf':
      return yield* readRtf({ path, bytes, budget, depth, read })
    case 'xml':
      return yield* readXmlDocument({ path, bytes, budget, depth, read })
    case 'mail':
      return yield* readMail({ path, bytes, budget, depth, read })
    case 'unknown':
      return yield unreadable(path, 'unknown-format')
  }
}

function* readZip(opened: Opened): Generator<Reading, void> {
  const zip = openZip(opened.bytes)
  if (isWorkbook(zip)) {
    const told = yield* readXlsx({ ...opened, zip })
    return yield* readOfficePackage(opened, zip, isWorkbookPart, told)
  }
  if (isOfficePackage(zip)) return yield* readOfficePackage(opened, zip, () => false, 0)
  if (isOpenDocument(zip)) return yield* readOpenDocument(opened, zip)
  yield* readArchive(opened, zip)
}
