import type { Reading } from '../content.ts'
import type { Budget } from '../limits.ts'
import { u16, u32 } from '../little-endian.ts'
import {
  type BiffRecords,
  BOF,
  BOUNDSHEET,
  continued,
  DATEMODE,
  EOF,
  FILEPASS,
  FORMAT,
  next,
  recordsFrom,
  SST,
  XF,
} from './biff.ts'
import { biffStrings, sharedStrings } from './biff-strings.ts'
import { builtInFormat, type Display, displayOf, FIRST_DAY_1900, FIRST_DAY_1904 } from './number-format.ts'
import { type SheetRows, sheetRows } from './sheet-rows.ts'
import { type XlsCells, xlsCells } from './xls-cells.ts'

/** How reading a workbook of Excel's old binary format ended. */
export type XlsEnd = 'whole' | 'damaged' | 'too-large' | 'encrypted' | 'old-format'

/** Versions of the format. Source: [MS-XLS] 2.4.21; 0x0500 is Excel 5 and 95. */
const BIFF5 = 0x0500
/** What begins the files of Excel 2, 3 and 4. */
const OLDER_BOF = [0x0009, 0x0209, 0x0409]

const GLOBALS = 0x0005

type Workbook = {
  /** Sheet names by where the sheet begins. */
  readonly sheets: Map<number, string>
  /** Where the content of substreams begins that have been read. */
  readonly met: Set<number>
  strings: readonly string[]
  readonly codes: Map<number, string>
  readonly displays: Display[]
  /** The format that each cell format names, kept until all formats are known. */
  readonly formats: number[]
  firstDay: number
}

/**
 * Reads every sheet of an Excel 97 to 2003 workbook, hidden ones and charts too.
 * Sheets are read as they stand in the stream; one that is named but was not met
 * on the way is looked up afterwards. Source: [MS-XLS].
 *
 * @param bytes the workbook stream
 */
export function* readXls(bytes: Uint8Array, budget: Budget): Generator<Reading, XlsEnd> {
  if (OLDER_BOF.indexOf(u16(bytes, 0)) !== -1) return 'old-format'
  if (u16(bytes, 0) !== BOF) return 'damaged'
  if (u16(bytes, 4) === BIFF5) return 'old-format'
  const book: Workbook = {
    sheets: new Map(),
    met: new Set(),
    strings: [],
    codes: new Map(),
    displays: [],
    formats: [],
    firstDay: FIRST_DAY_1900,
  }
  let worst = yield* readSubstreams(recordsFrom(bytes, 0), book, budget)
  for (const at of book.sheets.keys()) {
    if (worst === 'encrypted' || worst === 'too-large') return worst
    if (book.met.has(at + 4)) continue
    budget.expandedBytes -= bytes.length - at
    if (budget.expandedBytes < 0) return 'too-large'
    const end =
      u16(bytes, at) === BOF ? yield* readSubstreams(recordsFrom(bytes, at), book, budget) : 'damaged'
    if (end !== 'whole') worst = end
  }
  return worst
}

/** Reads what follows until the records end. Substreams stand behind each other, charts inside sheets. */
function* readSubstreams(records: BiffRecords, book: Workbook, budget: Budget): Generator<Reading, XlsEnd> {
  const rows = sheetRows(budget)
  let cells: XlsCells | null = null
  let open = 0
  let whole = true
  while (next(records)) {
    if (records.type === FILEPASS) return 'encrypted'
    if (records.type === BOF) {
      if (book.met.has(records.from)) break
      book.met.add(records.from)
      if (beginSubstream(records, book, rows)) cells ??= cellsOf(book, rows)
      open++
    } else if (records.type === EOF) open = Math.max(0, open - 1)
    else if (cells === null) takeGlobal(records, book)
    else if (!cells.record(records)) whole = false
    const ready = rows.take()
    if (ready.length > 0) yield* ready
    if (!rows.within()) return 'too-large'
  }
  rows.end()
  yield* rows.take()
  return whole && open === 0 ? 'whole' : 'damaged'
}

/** Whether what begins has cells; the part before the first sheet has names, strings and formats. */
function beginSubstream({ bytes, from }: BiffRecords, book: Workbook, rows: SheetRows): boolean {
  if (u16(bytes, from + 2) === GLOBALS) return false
  rows.begin(book.sheets.get(from - 4) ?? '')
  return true
}

function cellsOf(book: Workbook, rows: SheetRows): XlsCells {
  if (book.displays.length === 0)
    for (const format of book.formats) book.displays.push(displayFor(book, format))
  return xlsCells(book, rows.cell)
}

function displayFor({ codes, firstDay }: Workbook, format: number): Display {
  return displayOf(codes.get(format) ?? builtInFormat(format), firstDay)
}

function takeGlobal(records: BiffRecords, book: Workbook): void {
  const { bytes, type, from, to } = records
  switch (type) {
    case BOUNDSHEET:
      book.sheets.set(u32(bytes, from), biffStrings(bytes, [from + 6, to]).nextShort() ?? '')
      return
    case FORMAT:
      book.codes.set(u16(bytes, from), biffStrings(bytes, [from + 2, to]).next() ?? '')
      return
    case XF:
      book.formats.push(u16(bytes, from + 2))
      return
    case DATEMODE:
      book.firstDay = u16(bytes, from) === 1 ? FIRST_DAY_1904 : FIRST_DAY_1900
      return
    case SST:
      book.strings = sharedStrings(bytes, continued(records))
  }
}
