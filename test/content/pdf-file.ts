import { deflateSync } from 'node:zlib'
import { latin1 } from './reading.ts'

/** The objects of a PDF by number, each as it stands between `obj` and `endobj`; a character is a byte. */
export type Objects = Readonly<Record<number, string>>

export type Around = {
  readonly trailer?: string
  /** How the file says where its objects are. */
  readonly xref?: 'table' | 'stream' | 'hybrid' | 'none' | 'wrong'
  /** Objects packed into a stream of their own, which has this number. */
  readonly packed?: { readonly numbers: readonly number[]; readonly into: number }
  readonly before?: string
  readonly behind?: string
}

export const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** A stream; the dictionary's other entries come first. */
export const stream = (data: string, entries = ''): string =>
  `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`

export const deflated = (data: string, entries = ''): string =>
  stream(binary(deflateSync(latin1(data))), `/Filter /FlateDecode ${entries}`)

/** Text at a place, in the font F unless another is named. */
export const at = (x: number, y: number, text: string, size = 10, font = 'F'): string =>
  `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`

export const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'

/** The objects of a file with one page of this content: 1 catalogue, 2 pages, 3 page, 4 content, 5 font. */
export function pageObjects(content: string, more: Objects = {}, entries = ''): Objects {
  return {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> ${entries} >>`,
    4: stream(content),
    5: HELVETICA,
    ...more,
  }
}

export const onePage = (content: string, more: Objects = {}, entries = ''): Uint8Array =>
  pdfOf(pageObjects(content, more, entries))

/** A PDF file of these objects. */
export function pdfOf(objects: Objects, around: Around = {}): Uint8Array {
  const { xref = 'table', trailer = '/Root 1 0 R', before = '', behind = '' } = around
  const { own, inside } = withPacked(objects, around.packed)
  let body = '%PDF-1.7\n%âãÏÓ\n'
  const starts = new Map<number, number>()
  for (const [number, value] of Object.entries(own)) {
    starts.set(Number(number), body.length)
    body += `${number} 0 obj\n${value}\nendobj\n`
  }
  const size =
    Object.keys(objects)
      .map(Number)
      .reduce((most, number) => Math.max(most, number), around.packed?.into ?? 0) + 1
  const where = { starts, inside, size, trailer, offset: body.length }
  return latin1(before + body + ending(xref, where) + behind)
}

type Where = {
  readonly starts: ReadonlyMap<number, number>
  readonly inside: ReadonlyMap<number, readonly [container: number, index: number]>
  readonly size: number
  readonly trailer: string
  readonly offset: number
}

function withPacked(objects: Objects, packed: Around['packed']): { own: Objects; inside: Where['inside'] } {
  if (packed === undefined) return { own: objects, inside: new Map() }
  const own: Record<number, string> = { ...objects }
  let head = ''
  let content = ''
  const inside = new Map<number, readonly [number, number]>()
  packed.numbers.forEach((number, index) => {
    head += `${number} ${content.length} `
    content += `${objects[number] ?? 'null'} `
    inside.set(number, [packed.into, index])
    delete own[number]
  })
  const entries = `/Type /ObjStm /N ${packed.numbers.length} /First ${head.length}`
  own[packed.into] = deflated(head + content, entries)
  return { own, inside }
}

function ending(xref: Around['xref'], where: Where): string {
  switch (xref) {
    case 'stream':
      return xrefStream(where, where.trailer, true)
    case 'hybrid': {
      const beside = xrefStream(where, '', false)
      const table = xrefTable({ ...where, trailer: `${where.trailer} /XRefStm ${where.offset}` })
      return `${beside}${table}startxref\n${where.offset + beside.length}\n%%EOF\n`
    }
    case 'none':
      return `trailer\n<< ${where.trailer} >>\n`
    case 'wrong':
      return `${xrefTable({ ...where, starts: new Map([...where.starts].map(([number, start]) => [number, start + 7])) })}startxref\n${where.offset}\n%%EOF\n`
    default:
      return `${xrefTable(where)}startxref\n${where.offset}\n%%EOF\n`
  }
}

const numbered = (value: number, digits: number): string => String(value).padStart(digits, '0')

function xrefTable({ starts, size, trailer }: Where): string {
  const lines = Array.from({ length: size }, (_one, number) => {
    const start = starts.get(number)
    return start === undefined ? `0000000000 65535 f \n` : `${numbered(start, 10)} 00000 n \n`
  })
  return `xref\n0 ${size}\n${lines.join('')}trailer\n<< /Size ${size} ${trailer} >>\n`
}

/** With the PNG predictor that most programs use for it. */
function xrefStream({ starts, inside, size, offset }: Where, trailer: string, isMain: boolean): string {
  const rows = Array.from({ length: size + 1 }, (_one, number) => {
    const [container, index] = inside.get(number) ?? []
    if (container !== undefined) return [2, container >> 8, container & 255, index ?? 0]
    const start = number === size ? offset : starts.get(number)
    return start === undefined ? [0, 0, 0, 0] : [1, start >> 8, start & 255, 0]
  })
  const data = rows.map((row, number) =>
    String.fromCharCode(2, ...row.map((byte, at) => (byte - (rows[number - 1]?.[at] ?? 0)) & 255)),
  )
  const entries = `/Type /XRef /W [1 2 1] /Size ${size + 1} ${trailer} /DecodeParms << /Predictor 12 /Columns 4 >>`
  const object = `${size} 0 obj\n${deflated(data.join(''), entries)}\nendobj\n`
  return isMain ? `${object}startxref\n${offset}\n%%EOF\n` : object
}
