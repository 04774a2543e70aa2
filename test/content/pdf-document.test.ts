import { describe, expect, it } from 'vitest'
import { fullBudget } from '../../src/content/limits.ts'
import { at, deflated, onePage, pageObjects, pdfOf, stream } from './pdf-file.ts'
import { faultsOf, latin1, rowsOf } from './reading.ts'

const lines = (bytes: Uint8Array): readonly string[] => rowsOf(bytes).map((cells) => cells.join(' '))
const objects = pageObjects(at(50, 700, 'Total 36,127'))
const READ = { lines: ['Total 36,127'], faults: [] }
const told = (bytes: Uint8Array) => ({ lines: lines(bytes), faults: faultsOf(bytes) })

describe('a PDF is read', () => {
  it.each(['table', 'stream', 'hybrid'] as const)('that says in a %s where its objects are', (xref) => {
    const packed = xref === 'table' ? {} : { packed: { numbers: [1, 2, 3, 5], into: 9 } }
    expect(told(pdfOf(objects, { xref, ...packed }))).toEqual(READ)
  })
  it.each(['none', 'wrong'] as const)('that says it not at all or wrongly: %s', (xref) => {
    expect(told(pdfOf(objects, { xref }))).toEqual(READ)
    expect(told(pdfOf(objects, { xref, packed: { numbers: [1, 2, 3, 5], into: 9 } }))).toEqual(READ)
  })
  it('that has something before and behind it', () => {
    expect(told(pdfOf(objects, { before: 'From: somebody\r\n\r\n', behind: '\r\n--boundary--' }))).toEqual(
      READ,
    )
  })
  it('whose trailer is lost, as long as it has a catalogue', () => {
    expect(told(pdfOf(objects, { xref: 'none', trailer: '' }))).toEqual(READ)
  })
  it('as it was saved last', () => {
    const first = Buffer.from(pdfOf(objects)).toString('latin1')
    const later = `4 0 obj\n${stream(at(50, 700, 'Total 40,000'))}\nendobj\n`
    const startOfFirst = /startxref\n(\d+)/.exec(first)?.[1]
    const table = `xref\n4 1\n${String(first.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Root 1 0 R /Size 6 /Prev ${startOfFirst} >>\n`
    const updated = latin1(`${first}${later}${table}startxref\n${first.length + later.length}\n%%EOF`)
    expect(told(updated)).toEqual({ lines: ['Total 40,000'], faults: [] })
    expect(told(updated.slice(0, updated.length - 20))).toEqual({ lines: ['Total 40,000'], faults: [] })
  })
  it('where a stream is longer or shorter than it says', () => {
    const content = at(50, 700, 'Total 36,127')
    for (const length of ['0', '5', '99999', '8 0 R', '4 0 R'])
      expect(
        told(pdfOf({ ...objects, 4: stream(content).replace(/\/Length \d+/, `/Length ${length}`) })),
      ).toEqual(READ)
  })
  it('whose pages are in a tree that holds itself and miscounts', () => {
    const looped = { ...objects, 2: '<< /Type /Pages /Kids [2 0 R 3 0 R 3 0 R] /Count -7 >>' }
    expect(told(pdfOf(looped))).toEqual(READ)
  })
})

describe('a PDF is said to be damaged', () => {
  it('where a page is missing', () => {
    const missing = { ...objects, 2: '<< /Type /Pages /Kids [3 0 R 77 0 R] /Count 2 >>' }
    expect(told(pdfOf(missing))).toEqual({ lines: ['Total 36,127'], faults: ['damaged'] })
  })
  it('where its pages are found only by looking for them', () => {
    const loose = { ...objects, 1: '<< /Type /Catalog >>' }
    expect(told(pdfOf(loose))).toEqual({ lines: ['Total 36,127'], faults: ['damaged'] })
  })
  it('where nothing in it is a page', () => {
    expect(told(latin1('%PDF-1.7\n1 0 obj (nothing) endobj'))).toEqual({ lines: [], faults: ['damaged'] })
    expect(told(latin1('%PDF-'))).toEqual({ lines: [], faults: ['damaged'] })
  })
  it('where it breaks off, and what came before is told', () => {
    const many = Array.from({ length: 60 }, (_one, line) => at(50, 800 - line * 12, `${line * 7919}`)).join(
      '',
    )
    const whole = pdfOf({ ...objects, 4: deflated(many) })
    const middle = Buffer.from(whole).indexOf('FlateDecode') + 250
    const { lines: some, faults } = told(whole.slice(0, middle))
    expect(faults).toEqual(['damaged'])
    expect(some.length).toBeGreaterThan(5)
    expect(some.slice(0, -1)).toEqual(lines(whole).slice(0, some.length - 1))
  })
  it('where its compressed content was changed', () => {
    const whole = pdfOf({ ...objects, 4: deflated(at(50, 700, 'Total 36,127').repeat(3)) })
    const changed = whole.slice()
    const inside = Buffer.from(whole).indexOf('stream\n') + 30
    changed[inside] = (changed[inside] ?? 0) ^ 0x10
    expect(faultsOf(changed)).toEqual(['damaged'])
  })
})

describe('a PDF made to be a trap', () => {
  const withForms = (depth: number, times: number) => {
    const forms = Object.fromEntries(
      Array.from({ length: depth }, (_one, level) => [
        10 + level,
        stream(
          '/F Do '.repeat(times),
          `/Subtype /Form /Resources << /XObject << /F ${10 + ((level + 1) % depth)} 0 R >> >>`,
        ),
      ]),
    )
    const page = '<< /Type /Page /Contents 4 0 R /Resources << /XObject << /F 10 0 R >> >> >>'
    return pdfOf({ ...objects, 3: page, 4: stream('/F Do'), ...forms })
  }
  it('by forms that draw forms ends as too large', () => {
    expect(faultsOf(withForms(11, 10))).toEqual(['too-large'])
  })
  it('by forms that draw themselves ends', () => {
    expect(faultsOf(withForms(1, 1))).toEqual([])
  })
  it('by brackets and strings that never close ends', () => {
    for (const opening of ['[', '<<', '(', '<< /A [', '<< /A (']) {
      expect(faultsOf(onePage(opening.repeat(200_000)))).toEqual([])
      expect(faultsOf(latin1(`%PDF-1.7\n${`1 0 obj ${opening} `.repeat(20_000)}`))).toEqual(['damaged'])
    }
  })
  it('by more numbers than may be told ends as too large', () => {
    const page = onePage('', { 4: deflated(`BT /F 9 Tf ${'(1) Tj 20 0 Td '.repeat(11_000)}`) })
    expect(faultsOf(page, { ...fullBudget(), cells: 40_000 })).toEqual(['too-large'])
    expect(faultsOf(page)).toEqual([])
  })
})
