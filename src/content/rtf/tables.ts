import type { Page } from '../document/page.ts'

/** RTF's tables, which have no beginning and no end: a paragraph says that it is in one, and how deep. */
export type RtfTables = {
  /** Before text: opens the cell it goes into, or closes the tables it is no longer in. */
  place(): void
  /** A control word; false where it is not a table's. */
  word(word: string, value: number | null): boolean
}

type Level = { row: boolean; cell: boolean }

/** Tables in tables: more levels are no layout. */
const DEEPEST = 16

export function rtfTables(page: Page): RtfTables {
  const levels: Level[] = []
  let inTable = false
  let rowDefined = false
  let depth = 0

  const reach = (level: number) => {
    while (levels.length > level) {
      levels.pop()
      page.closeTable()
    }
    while (levels.length < level) {
      openCell()
      page.openTable()
      levels.push({ row: false, cell: false })
    }
  }
  const openCell = () => {
    const level = levels[levels.length - 1]
    if (level === undefined) return
    if (!level.row) page.openRow()
    if (!level.cell) page.openCell()
    level.row = true
    level.cell = true
  }
  const closeCell = (at: number) => {
    reach(at)
    openCell()
    page.closeCell()
    for (const level of levels.slice(-1)) level.cell = false
  }
  const closeRow = (at: number) => {
    reach(at)
    page.closeRow()
    for (const level of levels.slice(-1)) {
      level.row = false
      level.cell = false
    }
  }
  return {
    place() {
      reach(Math.min(inTable || rowDefined ? Math.max(depth, 1) : 0, DEEPEST))
      openCell()
    },
    word(word, value) {
      switch (word) {
        case 'pard':
          inTable = false
          depth = 0
          return true
        case 'intbl':
          inTable = true
          return true
        case 'itap':
          depth = value ?? 1
          return true
        case 'trowd':
          rowDefined = rowDefined || depth < 2
          return true
        case 'cell':
          closeCell(1)
          return true
        case 'nestcell':
          closeCell(Math.min(Math.max(depth, 2), DEEPEST))
          return true
        case 'row':
          closeRow(1)
          rowDefined = false
          return true
        case 'nestrow':
          closeRow(Math.min(Math.max(depth, 2), DEEPEST))
          return true
        default:
          return false
      }
    },
  }
}
