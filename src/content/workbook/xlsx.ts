import { type EntryEnd, faultOf } from '../archive/zip.ts'
import type { Reading } from '../content.ts'
import { PAUSE, unreadable } from '../inside.ts'
import { type SheetRows, sheetRows } from './sheet-rows.ts'
import { sheetXml } from './sheet-xml.ts'
import {
  isBinary,
  type OpenPackage,
  readWorkbook,
  recordsOfEntry,
  type SheetPart,
  scanEntry,
  type Workbook,
} from './workbook.ts'
import { xlsbCells } from './xlsb-cells.ts'

/**
 * Reads every sheet of an .xlsx, .xlsm or .xlsb, hidden ones too.
 * Source: ECMA-376 part 1, §18; [MS-XLSB].
 *
 * @returns how many cells it told
 */
export function* readXlsx(opened: OpenPackage): Generator<Reading, number> {
  const { path, zip, budget } = opened
  const before = budget.cells
  const workbook = yield* readWorkbook(opened)
  const faults = [...workbook.faults]
  const rows = sheetRows(budget)
  for (const sheet of workbook.sheets) {
    const fault = faultOf(yield* readSheet(opened, sheet, workbook, rows))
    if (fault !== null) faults.push(fault)
    if (!rows.within()) break
  }
  if (!zip.sound) faults.push('damaged')
  const [worst] = faults
  if (worst !== undefined) yield unreadable(path, worst)
  return before - budget.cells
}

function* readSheet(
  opened: OpenPackage,
  { entry, name }: SheetPart,
  workbook: Workbook,
  rows: SheetRows,
): Generator<Reading, EntryEnd> {
  rows.begin(name)
  let sound = true
  const missing = () => {
    sound = false
  }
  const reading = isBinary(entry)
    ? recordsOfEntry(opened, entry, xlsbCells(workbook, rows.cell, missing))
    : scanEntry(opened, entry, sheetXml(workbook, rows.cell, missing))
  let next = reading.next()
  while (!next.done) {
    const ready = rows.take()
    if (ready.length === 0) yield PAUSE
    yield* ready
    if (!rows.within()) return 'too-large'
    next = reading.next()
  }
  rows.end()
  yield* rows.take()
  return next.value === 'whole' && !sound ? 'damaged' : next.value
}
