import type { Cell, Reading, Unreadable } from './content.ts'
import type { Budget } from './limits.ts'
import { builtInFormat, type Display, displayOf, general } from './number-format.ts'
import { readXml, type XmlHandler } from './xml.ts'
import { type EntryEnd, faultOf, readEntry, type Zip, type ZipEntry } from './zip.ts'

/** A workbook's package: its bytes, its directory and what may still be read. */
export type Package = {
  readonly path: string
  readonly bytes: Uint8Array
  readonly zip: Zip
  readonly budget: Budget
}

/** What every sheet needs of the workbook. */
type Workbook = {
  readonly strings: readonly string[]
  readonly displays: readonly Display[]
  readonly sheets: ReadonlyMap<string, string>
}

const SHEET = /(^|\/)(work|macro|dialog)sheets\/[^/]+\.xml$/i

export const isWorkbook = (zip: Zip): boolean => zip.entries.some((entry) => SHEET.test(entry.name))

/** Reads every sheet of an .xlsx or .xlsm, hidden ones too. Source: ECMA-376 part 1, §18. */
export function* readXlsx(opened: Package): Generator<Reading, void> {
  const faults: Unreadable[] = []
  const workbook = readWorkbook(opened, faults)
  for (const entry of opened.zip.entries.filter((candidate) => SHEET.test(candidate.name))) {
    yield { kind: 'table', name: workbook.sheets.get(entry.name) ?? entry.name }
    const end = yield* readSheet(opened, entry, workbook)
    const fault = faultOf(end)
    if (fault !== null) faults.push(fault)
  }
  if (!opened.zip.sound) faults.push('damaged')
  const [worst] = faults
  if (worst !== undefined) yield { kind: 'unreadable', path: opened.path, because: worst }
}

function readWorkbook(opened: Package, faults: Unreadable[]): Workbook {
  const part = (name: RegExp, handler: XmlHandler) => {
    const entry = opened.zip.entries.find((candidate) => name.test(candidate.name))
    if (entry === undefined) return
    const fault = faultOf(readWhole(opened, entry, handler))
    if (fault !== null) faults.push(fault)
  }
  const targets = new Map<string, string>()
  const sheets = new Map<string, string>()
  const strings: string[] = []
  const displays: Display[] = []
  part(/(^|\/)_rels\/workbook\d*\.xml\.rels$/i, relationshipsInto(targets))
  part(/(^|\/)xl\/workbook\d*\.xml$/i, sheetNamesInto(sheets, targets))
  part(/(^|\/)sharedStrings\d*\.xml$/i, stringsInto(strings))
  part(/(^|\/)styles\d*\.xml$/i, displaysInto(displays))
  return { strings, displays, sheets }
}

/** Reads a small part of the package to its end. */
export function readWhole(opened: Package, entry: ZipEntry, handler: XmlHandler): EntryEnd {
  const reading = readXml(readEntry(opened.bytes, entry, opened.budget), handler, () => [])
  let next = reading.next()
  while (!next.done) next = reading.next()
  return next.value
}

const nothing = (): void => undefined

function relationshipsInto(targets: Map<string, string>): XmlHandler {
  return {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const { Id = '', Target = '' } = attributes()
      targets.set(Id, Target[0] === '/' ? Target.slice(1) : `xl/${Target}`)
    },
    close: nothing,
    text: nothing,
  }
}

function sheetNamesInto(sheets: Map<string, string>, targets: ReadonlyMap<string, string>): XmlHandler {
  return {
    open(name, attributes) {
      if (name !== 'sheet') return
      const found = attributes()
      const id = Object.keys(found).find((key) => /(^|:)id$/.test(key))
      const target = id === undefined ? undefined : targets.get(found[id] ?? '')
      if (target !== undefined) sheets.set(target, found.name ?? target)
    },
    close: nothing,
    text: nothing,
  }
}

function stringsInto(strings: string[]): XmlHandler {
  let text = ''
  let inText = false
  let inPhonetic = false
  return {
    open(name, _attributes, isEmpty) {
      if (name === 'si') text = ''
      if (name === 'rPh') inPhonetic = !isEmpty
      if (name === 't') inText = !isEmpty && !inPhonetic
    },
    close(name) {
      if (name === 'si') strings.push(text)
      if (name === 't') inText = false
      if (name === 'rPh') inPhonetic = false
    },
    text(more) {
      if (inText) text += more
    },
  }
}

function displaysInto(displays: Display[]): XmlHandler {
  const codes = new Map<number, string>()
  const made = new Map<number, Display>()
  let inCells = false
  return {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attributes().numFmtId), unescaped(attributes().formatCode ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = Number(attributes().numFmtId ?? 0)
      const display = made.get(id) ?? displayOf(codes.get(id) ?? builtInFormat(id))
      made.set(id, display)
      displays.push(display)
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
    text: nothing,
  }
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" }
const unescaped = (text: string): string =>
  text.replace(/&(quot|amp|lt|gt|apos);/g, (_whole, name: string) => ENTITIES[name] ?? '')

/** Rows beyond Excel's own are a lie of the file. Source: Excel specifications, 1,048,576 rows by 16,384 columns. */
const MAX_COLUMNS = 16_384

function* readSheet(opened: Package, entry: ZipEntry, workbook: Workbook): Generator<Reading, EntryEnd> {
  let ready: Reading[] = []
  const sheet = sheetInto(workbook, (row, cells) => {
    opened.budget.cells -= cells.length
    ready.push({ kind: 'row', row, cells })
  })
  const takeReady = () => {
    const taken = ready
    ready = []
    return taken
  }
  const reading = readXml(readEntry(opened.bytes, entry, opened.budget), sheet, takeReady)
  let next = reading.next()
  while (!next.done) {
    if (opened.budget.cells < 0) return 'too-large'
    yield next.value
    next = reading.next()
  }
  return next.value
}

function sheetInto(workbook: Workbook, tell: (row: number, cells: readonly Cell[]) => void): XmlHandler {
  let row = -1
  let column = -1
  let cells: Cell[] = []
  let type = ''
  let display: Display = general
  let value = ''
  let taking = false
  return {
    open(name, attributes, isEmpty) {
      if (name === 'c') {
        const found = attributes()
        column = columnOf(found.r, column + 1)
        type = found.t ?? ''
        display = workbook.displays[Number(found.s ?? 0)] ?? general
        value = ''
      } else if (name === 'v' || name === 't') taking = !isEmpty
      else if (name === 'row') {
        row = rowOf(attributes().r, row + 1)
        column = -1
        cells = []
      }
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false
      else if (name === 'c') {
        if (value !== '' && column < MAX_COLUMNS)
          cells.push(cellOf(column, type, value, display, workbook.strings))
      } else if (name === 'row' && cells.length > 0) {
        tell(row, cells)
        cells = []
      }
    },
    text(more) {
      if (taking) value += more
    },
  }
}

/** `AB12` is column 27; a cell without its address stands right of the last. */
function columnOf(reference: string | undefined, next: number): number {
  if (reference === undefined) return next
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column === 0 ? next : column - 1
}

const rowOf = (reference: string | undefined, next: number): number => {
  const row = Number(reference)
  return Number.isInteger(row) && row > 0 ? row - 1 : next
}

function cellOf(
  column: number,
  type: string,
  value: string,
  display: Display,
  strings: readonly string[],
): Cell {
  switch (type) {
    case 's':
      return { column, stored: null, shown: strings[Number(value)] ?? '' }
    case '':
    case 'n': {
      const stored = Number(value)
      if (Number.isNaN(stored)) return { column, stored: null, shown: value }
      const shown = display(stored)
      return typeof shown === 'string'
        ? { column, stored, shown }
        : { column, stored: null, shown: shown.date }
    }
    default:
      return { column, stored: null, shown: value }
  }
}
