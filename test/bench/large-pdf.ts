import { at, deflated, HELVETICA, pdfOf } from '../content/pdf-file.ts'

const ROWS = 5_000
const ROWS_A_PAGE = 70
const PAGES = Math.ceil(ROWS / ROWS_A_PAGE)

/** A PDF of 5,000 rows by 10 figures, 70 rows a page. */
export function largePdf(): Uint8Array {
  let seed = 12345
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return seed / 0x7fffffff
  }
  const row = (line: number) =>
    Array.from({ length: 10 }, (_one, column) => {
      const figure = Math.round(random() * 10 ** (1 + Math.floor(random() * 6))).toLocaleString('en-GB')
      return at(60 + column * 52 - 4.45 * figure.length, 820 - (line % ROWS_A_PAGE) * 11.4, figure, 8)
    }).join('')
  const pages = Array.from({ length: PAGES }, (_one, page) => {
    const rows = Math.min(ROWS_A_PAGE, ROWS - page * ROWS_A_PAGE)
    const lines = Array.from({ length: rows }, (_row, line) => row(line))
    return [
      [10 + page * 2, `<< /Type /Page /Parent 2 0 R /Contents ${11 + page * 2} 0 R >>`],
      [11 + page * 2, deflated(lines.join(''))],
    ] as const
  })
  return pdfOf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Count ${PAGES} /Kids [${pages.map(([[number]]) => `${number} 0 R`).join(' ')}] /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> >>`,
    5: HELVETICA,
    ...Object.fromEntries(pages.flat()),
  })
}
