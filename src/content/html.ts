import type { Cell, Reading } from './content.ts'
import { decodedEntities } from './entities.ts'
import type { Budget } from './limits.ts'
import { cellsOfLine } from './lines.ts'

/** A tag, a comment, or the end of the text. Attributes in quotes may hold a `>`. */
const TAG = /<(?:!--[\s\S]*?(?:-->|$)|[!?][^>]*>|(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>)/g

/** What no reader sees. */
const UNSEEN = /<(script|style|head|title|noscript|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi

/** Elements that end a line of text. Source: HTML, §15.3.3 (flow content, display: block). */
const ENDS_LINE = /^(?:p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote|pre|hr|section|article|dt|dd)$/

/** Where files are shared instead of attached. */
const CLOUD_HOSTS =
  /^https?:\/\/(?:[\w-]+\.)*(?:sharepoint\.com|1drv\.ms|onedrive\.live\.com|onedrive\.com|docs\.google\.com|drive\.google\.com|dropbox\.com|box\.com|wetransfer\.com|we\.tl|icloud\.com)(?:[/:?#]|$)/i

/** A table that is open: its rows so far, and the cell that text goes into. */
type OpenTable = {
  row: number
  column: number
  cells: Cell[]
  text: string
  inCell: boolean
  below: number[]
}

/**
 * Reads HTML as it is seen: each table as rows of cells, text between as lines.
 * A table inside a cell is a table of its own, told before the row around it.
 */
export function* readHtml(path: string, html: string, budget: Budget): Generator<Reading, void> {
  const seen = html.replace(UNSEEN, ' ')
  const ready: Reading[] = [{ kind: 'table', name: '' }]
  const page = pageInto(path, (reading) => ready.push(reading))
  let from = 0
  const tags = new RegExp(TAG)
  for (let tag = tags.exec(seen); tag !== null; tag = tags.exec(seen)) {
    page.text(seen.slice(from, tag.index))
    from = tag.index + tag[0].length
    page.tag((tag[2] ?? '').toLowerCase(), tag[1] === '/', tag[3] ?? '')
    if (!(yield* spent(ready, path, budget))) return
  }
  page.text(seen.slice(from))
  page.end()
  yield* spent(ready, path, budget)
}

/** Tells what is ready; false once the budget is used up. */
function* spent(ready: Reading[], path: string, budget: Budget): Generator<Reading, boolean> {
  for (const reading of ready.splice(0)) {
    if (reading.kind === 'row') budget.cells -= reading.cells.length
    if (budget.cells < 0) {
      yield { kind: 'unreadable', path, because: 'too-large' }
      return false
    }
    yield reading
  }
  return true
}

type Page = {
  text(raw: string): void
  tag(name: string, closing: boolean, attributes: string): void
  end(): void
}

function pageInto(path: string, tell: (reading: Reading) => void): Page {
  const tables: OpenTable[] = []
  let line = ''
  let row = 0
  const endLine = () => {
    const cells = cellsOfLine(line)
    line = ''
    if (cells.length > 0) tell({ kind: 'row', row: row++, cells })
  }
  const open = () => tables[tables.length - 1]
  return {
    text(raw) {
      if (raw === '') return
      const text = decodedEntities(raw)
      const table = open()
      if (table?.inCell) table.text += text
      else line += text.replace(/\s+/g, ' ')
    },
    tag(name, closing, attributes) {
      if (name === 'a' && !closing) tellCloudLink(path, attributes, tell)
      if (name === 'table') {
        endLine()
        if (closing) endTable(tables.pop(), tell)
        else if (tables.length < 64)
          tables.push({ row: -1, column: 0, cells: [], text: '', inCell: false, below: [] })
        return
      }
      const table = open()
      if (table === undefined) {
        if (ENDS_LINE.test(name)) endLine()
        return
      }
      tagInTable(table, name, closing, attributes, tell)
    },
    end() {
      while (tables.length > 0) endTable(tables.pop(), tell)
      endLine()
    },
  }
}

function tagInTable(
  table: OpenTable,
  name: string,
  closing: boolean,
  attributes: string,
  tell: (reading: Reading) => void,
): void {
  if (name === 'tr') {
    endRow(table, tell)
    if (!closing) table.row++
    return
  }
  if (name === 'td' || name === 'th') {
    endCell(table)
    if (!closing) beginCell(table, attributes)
    return
  }
  if (ENDS_LINE.test(name)) table.text += ' '
}

const spanOf = (attributes: string, name: 'colspan' | 'rowspan'): number => {
  const found = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)
  return Math.min(Math.max(Number(found?.[1] ?? 1), 1), 1000)
}

/** `below` holds, by column, for how many rows a cell from above still stands there. */
function beginCell(table: OpenTable, attributes: string): void {
  if (table.row < 0) table.row = 0
  while ((table.below[table.column] ?? 0) > 0) {
    table.below[table.column] = (table.below[table.column] ?? 1) - 1
    table.column++
  }
  table.inCell = true
  table.text = ''
  table.cells.push({ column: table.column, stored: null, shown: '' })
  const rows = spanOf(attributes, 'rowspan') - 1
  const columns = spanOf(attributes, 'colspan')
  for (let next = 0; next < columns; next++, table.column++) if (rows > 0) table.below[table.column] = rows
}

function endCell(table: OpenTable): void {
  const cell = table.cells.pop()
  if (cell === undefined || !table.inCell) {
    if (cell !== undefined) table.cells.push(cell)
    return
  }
  table.inCell = false
  const shown = table.text.replace(/\s+/g, ' ').trim()
  if (shown !== '') table.cells.push({ column: cell.column, stored: null, shown })
}

function endRow(table: OpenTable, tell: (reading: Reading) => void): void {
  endCell(table)
  if (table.cells.length > 0) tell({ kind: 'row', row: Math.max(table.row, 0), cells: table.cells })
  table.cells = []
  table.column = 0
}

function endTable(table: OpenTable | undefined, tell: (reading: Reading) => void): void {
  if (table === undefined) return
  endRow(table, tell)
  tell({ kind: 'table', name: '' })
}

function tellCloudLink(path: string, attributes: string, tell: (reading: Reading) => void): void {
  const url = /href\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1]
  if (url !== undefined && CLOUD_HOSTS.test(decodedEntities(url))) tell({ kind: 'cloud-link', path, url })
}

/** The first cloud link in plain text, or `null`. */
export function cloudLinkIn(text: string): string | null {
  const urls = text.match(/https?:\/\/[^\s<>"']+/gi) ?? []
  return urls.find((url) => CLOUD_HOSTS.test(url)) ?? null
}
