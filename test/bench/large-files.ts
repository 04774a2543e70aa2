import { join } from 'node:path'
import { writeWorkbook } from '../../src/service/demo/workbook-writer.ts'
import { at, deflated, HELVETICA, type Objects, pdfOf } from '../content/pdf-file.ts'

/** A file that takes long to read. */
export type LargeFile = { readonly name: string; readonly bytes: Uint8Array }

/** Not `import`: webpack would put the whole of it into the benchmark. */
const load = process.getBuiltinModule('node:module').createRequire(join(process.cwd(), 'package.json'))

/** Always the same figures, below 100,000. */
function figures(): () => number {
  let seed = 20_200_317
  return () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return (seed / 0x7fffffff) * 1e5
  }
}

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))

function workbook(): Uint8Array {
  const next = figures()
  const row = (name: string) => [name, ...times(40, () => ({ stored: next(), format: 'thousands' }) as const)]
  return writeWorkbook([{ name: 'Table 1', rows: times(10_000, (number) => row(`Area ${number}`)) }])
}

function delimited(): Uint8Array {
  const next = figures()
  const lines = times(190_000, (row) => [`Area ${row}`, ...times(11, () => next().toFixed(2))].join(','))
  return new Uint8Array(Buffer.from(lines.join('\n')))
}

function oldWorkbook(): Uint8Array {
  const next = figures()
  const { utils, write } = load('@e965/xlsx')
  const rows = times(19_000, (row) => [`Area ${row}`, ...times(36, () => Math.round(next() * 100) / 100)])
  return new Uint8Array(
    write(utils.book_new(utils.aoa_to_sheet(rows), 'Table 1'), { type: 'buffer', bookType: 'biff8' }),
  )
}

const PAGES = 200
const PRINTED = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

function pages(): Uint8Array {
  const next = figures()
  const line = (row: number) =>
    times(10, (column) => at(40 + 52 * column, 800 - 11 * row, PRINTED.format(next()), 8))
  const content = () => times(70, (row) => line(row).join('')).join('')
  const objects: Record<number, string> = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Kids [${times(PAGES, (page) => `${10 + 2 * page} 0 R`).join(' ')}] /Count ${PAGES} >>`,
    3: HELVETICA,
  }
  times(PAGES, (page) => {
    objects[10 + 2 * page] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${11 + 2 * page} 0 R /Resources << /Font << /F 3 0 R >> >> >>`
    objects[11 + 2 * page] = deflated(content())
  })
  return pdfOf(objects satisfies Objects)
}

/** An .xlsx of 5 MB, a .csv of 20 MB, an .xls of 10 MB and a .pdf of 200 pages. */
export const largeFiles = (): readonly LargeFile[] => [
  { name: 'workbook.xlsx', bytes: workbook() },
  { name: 'dataset.csv', bytes: delimited() },
  { name: 'old-workbook.xls', bytes: oldWorkbook() },
  { name: 'bulletin.pdf', bytes: pages() },
]
