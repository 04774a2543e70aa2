import type { Reading } from '../content.ts'
import { cellsOfLine, stretchesOf } from '../text/lines.ts'
import { type PageTable, pageTable } from './page-table.ts'

/**
 * A page of text and tables that is put together from its tags: what HTML, Word,
 * OpenDocument, RTF and slides have in common. Lines and rows are told as soon
 * as they are whole.
 */
export type Page = {
  /** Into the open cell, or the open line. */
  text(text: string): void
  /** What follows stands on a line of its own. */
  endLine(): void
  /** The same, unless a line has only just been ended. */
  endBlock(): void
  openTable(name?: string): void
  closeTable(): void
  openRow(): void
  /**
   * @param times how many rows are alike
   * @returns false where those are more than a table holds
   */
  closeRow(times?: number): boolean
  openCell(columns?: number, rows?: number, stored?: number | null): void
  /** The open cell turns out to be as wide as so many columns more. */
  widenCell(columns: number): void
  /** @param times how many cells of the row are alike */
  closeCell(times?: number): void
  /** What stands beside the text: a text box, a footnote, a comment. */
  openBox(): void
  closeBox(): void
  /** Closes all that is open. */
  end(): void
}

/** Tables in tables, boxes in boxes: nobody lays out a page deeper than this. What is deeper goes into the cell around it. */
const MOST_OPEN = 64

/** Running text, which goes to `out` line by line. */
type Flow = { readonly kind: 'flow'; line: string; row: number; headed: boolean }
type Frame = (Flow | { readonly kind: 'table'; readonly table: PageTable }) & {
  /** What was told inside the frame while the one around it was not through with a row or line. */
  readonly held: Reading[]
}

/** Soft hyphens and characters without width: not seen, and in the way between digits. */
const UNSEEN_CHARACTERS = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

export function pageInto(tell: (reading: Reading) => void): Page {
  const root = flow()
  const frames: Frame[] = [root]
  let ignored = 0

  const top = (): Frame => frames[frames.length - 1] ?? root
  /** The page's own lines and rows go straight out, what stands inside others waits for them. */
  const outOf = (place: number, held: Reading[]) => (reading: Reading) => {
    if (place > 1) held.push(reading)
    else tell(reading)
  }
  const release = (held: Reading[], into: Reading[] | null) => {
    for (const reading of held.splice(0))
      if (into === null) tell(reading)
      else into.push(reading)
  }
  const endLineOf = (frame: Frame & Flow, place: number) => {
    const out = place === 0 ? tell : outOf(2, frame.held)
    for (const stretch of stretchesOf(frame.line)) {
      const cells = cellsOfLine(stretch)
      if (cells.length === 0) continue
      if (!frame.headed) out({ kind: 'table', name: '' })
      frame.headed = true
      out({ kind: 'row', row: frame.row, cells })
    }
    if (frame.line.trim() !== '') frame.row++
    frame.line = ''
    if (place > 0 || frame.held.length === 0) return
    release(frame.held, null)
    frame.headed = false
  }
  const nearestFlow = (): { readonly frame: Frame & Flow; readonly place: number } => {
    for (let place = frames.length - 1; place > 0; place--) {
      const frame = frames[place]
      if (frame?.kind === 'flow') return { frame, place }
    }
    return { frame: root, place: 0 }
  }
  const closeTop = () => {
    const frame = frames.pop()
    const around = top()
    if (frame === undefined || frame === root) return
    const place = frames.length
    if (frame.kind === 'flow') endLineOf(frame, place)
    else closeTable(frame.table, outOf(place, frame.held))
    release(frame.held, place === 1 && frame.kind === 'table' ? null : around.held)
    if (place === 1 && frame.kind === 'table') root.headed = false
  }
  const close = (kind: Frame['kind']) => {
    if (ignored > 0) {
      ignored--
      return
    }
    if (!frames.some((frame, place) => place > 0 && frame.kind === kind)) return
    while (top().kind !== kind) closeTop()
    closeTop()
  }
  const open = (frame: Frame) => {
    if (frames.length >= MOST_OPEN) ignored++
    else frames.push(frame)
  }
  const table = (): PageTable | null => {
    const frame = top()
    return frame.kind === 'table' ? frame.table : null
  }
  const page: Page = {
    text(raw) {
      const text = raw.replace(UNSEEN_CHARACTERS, '')
      if (text === '' || table()?.text(text)) return
      nearestFlow().frame.line += text
    },
    endLine() {
      const open = table()
      if (open?.text('\n')) return
      const { frame, place } = nearestFlow()
      endLineOf(frame, place)
    },
    endBlock() {
      if (!table()?.isAtLineStart()) page.endLine()
    },
    openTable(name = '') {
      if (frames.length === 1) page.endLine()
      const held: Reading[] = []
      open({ kind: 'table', table: pageTable(name, outOf(frames.length, held)), held })
    },
    closeTable: () => close('table'),
    openRow: () => table()?.openRow(),
    closeRow: (times) => table()?.closeRow(times) ?? true,
    openCell: (columns = 1, rows = 1, stored = null) => table()?.openCell(columns, rows, stored),
    widenCell: (columns) => table()?.widenCell(columns),
    closeCell: (times) => table()?.closeCell(times),
    openBox: () => open(flow()),
    closeBox: () => close('flow'),
    end() {
      ignored = 0
      while (frames.length > 1) closeTop()
      page.endLine()
    },
  }
  return page
}

const flow = (): Frame & Flow => ({ kind: 'flow', line: '', row: 0, headed: false, held: [] })

function closeTable(table: PageTable, tell: (reading: Reading) => void): void {
  table.closeRow()
  const sentences = table.sentences()
  if (sentences.length > 0) tell({ kind: 'table', name: '' })
  sentences.forEach((sentence, row) => {
    for (const stretch of stretchesOf(sentence)) tell({ kind: 'row', row, cells: cellsOfLine(stretch) })
  })
}
