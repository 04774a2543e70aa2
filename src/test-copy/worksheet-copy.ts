import { hasPart, kindOf, relationshipsOf, walkPart } from './package-in.ts'
import type { Book } from './sheet-cells.ts'
import { copySheet, takePeriods } from './sheet-copy.ts'
import { type TableFound, tableXml, takeTable } from './table-copy.ts'
import { copyPart, SPREADSHEET, type WorkbookCopying, writePart } from './workbook-copying.ts'
import { namespacesOf } from './workbook-parts.ts'
import { attributesText, XML_HEAD } from './xml-out.ts'

const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Words of the copy's cells by row and column. */
type Labels = Map<string, string>

/** Copies one worksheet with its tables. */
export function* copyWorksheet(
  copying: WorkbookCopying,
  book: Book,
  source: string,
  number: number,
): Generator<void, void> {
  const first = takePeriods(book)
  yield* walkPart(copying.opened, source, first.walker)
  const isPeriod = first.periods.done()
  const tables = yield* tablesOf(copying, source)
  const headingRows = new Set(tables.map(({ firstRow }) => firstRow))
  const labels: Labels = new Map()
  yield* copyPart(
    copying,
    `xl/worksheets/sheet${number}.xml`,
    `${SPREADSHEET}.worksheet+xml`,
    source,
    (out) =>
      copySheet(out, {
        book,
        isPeriod,
        strings: copying.strings,
        digit: copying.digit,
        namespace: namespacesOf(copying.workbook.strict).main,
        label: (row, column, text) => headingRows.has(row) && labels.set(`${row} ${column}`, text),
        replaced: (count) => {
          copying.replaced += count
        },
        lastParts: () => writeTables(copying, tables, labels, number),
      }),
  )
}

function* tablesOf(copying: WorkbookCopying, source: string): Generator<void, readonly TableFound[]> {
  const tables: TableFound[] = []
  for (const related of yield* relationshipsOf(copying.opened, source)) {
    if (kindOf(related) !== 'table' || !hasPart(copying.opened, related.target)) continue
    const { walker, taken } = takeTable()
    yield* walkPart(copying.opened, related.target, walker)
    const table = taken()
    if (table !== null) tables.push(table)
  }
  return tables
}

/** Writes the tables of a sheet and returns what the sheet says of them. */
function writeTables(
  copying: WorkbookCopying,
  tables: readonly TableFound[],
  labels: Labels,
  number: number,
): string {
  const { main, relations } = namespacesOf(copying.workbook.strict)
  const targets: string[] = []
  for (const table of tables) {
    const id = [...copying.types.keys()].filter((name) => name.startsWith('xl/tables/')).length + 1
    const xml = tableXml(table, id, main, (row, column) => labels.get(`${row} ${column}`))
    if (xml === null) continue
    writePart(copying, `xl/tables/table${id}.xml`, `${SPREADSHEET}.table+xml`, xml)
    targets.push(`../tables/table${id}.xml`)
  }
  if (targets.length === 0) return ''
  const links = targets.map((target, index) => ({
    Id: `rId${index + 1}`,
    Type: `${relations}/table`,
    Target: target,
  }))
  writeRelationships(copying, `xl/worksheets/_rels/sheet${number}.xml.rels`, links)
  const parts = links.map(({ Id }) => `<tablePart xmlns:r="${relations}" r:id="${Id}"/>`)
  return `<tableParts count="${parts.length}">${parts.join('')}</tableParts>`
}

/** Writes what a part is linked to. Relationship parts have one content type for all. */
export function writeRelationships(
  { out }: Pick<WorkbookCopying, 'out'>,
  name: string,
  links: readonly Readonly<Record<'Id' | 'Type' | 'Target', string>>[],
): void {
  const part = out.part(name)
  const written = links.map((link) => `<Relationship${attributesText(link)}/>`)
  part.write(`${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${written.join('')}</Relationships>`)
  part.end()
}
