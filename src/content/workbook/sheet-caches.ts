import type { Cell, Reading } from '../content.ts'
import { attributeOf, type XmlHandler } from '../xml/xml.ts'

/** Roots of the parts in which a workbook keeps figures of other sheets and files. */
export const CACHE_ROOTS = /^(?:pivotCacheDefinition|pivotCacheRecords|externalLink)$/

/** A record, the values of a field, a row of a linked sheet. */
const ENDS_ROW = /^(?:r|sharedItems|row)$/

/** Values of a pivot cache: number, text, date, yes or no, error. Source: ECMA-376 part 1, §18.10. */
const VALUE = /^[nsdbe]$/

const LONGEST_ROW = 16_384

/** What fields of a pivot cache share, by cache and field: records name them by their place. */
export type SharedValues = { fields: Value[][] }

type Value = Pick<Cell, 'stored' | 'shown'>

const MISSING: Value = { stored: null, shown: '' }

/**
 * The figures a pivot table or a link keeps of sheets that may be elsewhere:
 * records as rows, cells of the linked file as they were seen last.
 */
export function sheetCachesInto(shared: SharedValues, tell: (reading: Reading) => void): XmlHandler {
  let cells: Cell[] = []
  let column = 0
  let row = 0
  let inShared = false
  let value: string | null = null
  const endRow = () => {
    if (cells.length > 0) tell({ kind: 'row', row, cells })
    row++
    column = 0
    cells = []
  }
  const take = (cell: Value) => {
    if (cell.shown !== '') cells.push(Object.assign({ column }, cell))
    column++
    if (column >= LONGEST_ROW) endRow()
  }
  const begin = (root: string) => {
    if (root === 'pivotCacheDefinition') shared.fields = []
    tell({ kind: 'table', name: root })
  }
  return {
    open(name, attributes, isEmpty) {
      if (CACHE_ROOTS.test(name)) return begin(name)
      if (name === 'cacheField') shared.fields.push([])
      if (name === 'sharedItems') inShared = !isEmpty
      if (name === 'v') value = isEmpty ? null : ''
      if (name === 'x') return take(shared.fields[column]?.[Number(attributes().v ?? -1)] ?? MISSING)
      if (!VALUE.test(name)) return
      const cell = sharedValue(name, attributeOf(attributes(), 'v') ?? '')
      take(cell)
      if (inShared) shared.fields[shared.fields.length - 1]?.push(cell)
    },
    close(name) {
      if (name === 'sharedItems') inShared = false
      if (ENDS_ROW.test(name)) endRow()
      if (name !== 'v' || value === null) return
      take(sharedValue('n', value))
      value = null
    },
    text(text) {
      if (value !== null) value += text
    },
  }
}

function sharedValue(kind: string, shown: string): Value {
  const stored = Number(shown)
  const isNumber = kind === 'n' && shown !== '' && Number.isFinite(stored)
  return { stored: isNumber ? stored : null, shown: isNumber ? String(stored) : shown }
}
