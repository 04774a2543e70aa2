import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openZip, readEntry } from '../../src/content/archive/zip.ts'
import { fullBudget } from '../../src/content/limits.ts'
import { faultsOf, partsOf, rowsOf, utf8 } from './reading.ts'
import { archiveOf, joined, type Packed, zipOf } from './zip-file.ts'

const TABLE = utf8('area,2019,2020\nNorth,36127,36250\nSouth,41888,42001\n')
const OTHER = utf8('a,b\n1,2\n')
const NORTH = ['North', '36127', '36250']

const table = (more: Partial<Packed> = {}): Packed => Object.assign({ name: 'table.csv', data: TABLE }, more)
const other: Packed = { name: 'other.csv', data: OTHER }

describe('an archive that nobody tampered with', () => {
  it('is read file by file, and nothing is said against it', () => {
    const archive = zipOf([table(), other])
    expect(partsOf(archive)).toEqual(['file', 'file › table.csv', 'file › other.csv'])
    expect(rowsOf(archive)).toContainEqual(NORTH)
    expect(faultsOf(archive)).toEqual([])
  })
  it('may be stored, described behind its data, in zip64, or padded with zeros', () => {
    for (const archive of [
      zipOf([table({ stored: true }), other]),
      zipOf([table({ described: true }), other]),
      zipOf([table({ described: true, stored: true })]),
      zipOf([table(), other], { zip64: true }),
      zipOf([table(), other], { behind: new Uint8Array(70_000) }),
    ]) {
      expect(rowsOf(archive)).toContainEqual(NORTH)
      expect(faultsOf(archive)).toEqual([])
    }
  })
  it('gives every byte back, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40_000 }),
        fc.boolean(),
        fc.boolean(),
        (data, stored, described) => {
          const archive = zipOf([{ name: 'x', data, stored, described }])
          const [entry] = openZip(archive).entries
          if (entry === undefined) throw new Error('no entry')
          const reading = readEntry(archive, entry, fullBudget())
          const pieces: Uint8Array[] = []
          let next = reading.next()
          while (!next.done) {
            pieces.push(next.value)
            next = reading.next()
          }
          expect(next.value).toBe('whole')
          expect(joined(...pieces)).toEqual(data)
        },
      ),
      { numRuns: 60 },
    )
  })
  it('names files in UTF-8, and two of one name apart', () => {
    const archive = archiveOf({ 'Größe.csv': 'a,b\n1,2\n' })
    expect(partsOf(archive)).toEqual(['file', 'file › Größe.csv'])
    const twice = zipOf([table(), table({ data: OTHER })])
    expect(partsOf(twice)).toEqual(['file', 'file › table.csv', 'file › table.csv (2)'])
  })
})

describe('an archive that lies', () => {
  const damagedButRead = (archive: Uint8Array) => {
    expect(rowsOf(archive)).toContainEqual(NORTH)
    expect(faultsOf(archive)).toContain('damaged')
  }
  it('declares ten bytes for a table: all of it is read, and the lie told', () => {
    damagedButRead(zipOf([table({ size: 10 })]))
    damagedButRead(zipOf([table({ size: 10, described: true })]))
  })
  it('declares 4 GiB for a table: nothing is allocated for that', () => {
    damagedButRead(zipOf([table({ size: 0xfffffff0 })]))
  })
  it('has the wrong CRC', () => damagedButRead(zipOf([table({ crc: 1 })])))
  it('has another CRC in the header than in the directory', () =>
    damagedButRead(zipOf([table({ local: { crc: 1 } })])))
  it('calls a file one thing in the directory and another at the file', () => {
    damagedButRead(zipOf([table({ local: { name: 'harmless.txt' } })]))
  })
  it('says stored in one place and deflated in the other', () => {
    damagedButRead(zipOf([table({ local: { method: 0 } })]))
  })
  it('has two files of one name, one harmless: both are read', () => {
    damagedButRead(zipOf([table({ data: OTHER }), table()]))
  })
  it('says it has fewer files than it has', () => damagedButRead(zipOf([other, table()], { count: 1 })))
  it('leaves a file out of its directory', () => {
    damagedButRead(zipOf([other, table({ unlisted: true })]))
    damagedButRead(zipOf([table({ unlisted: true }), other]))
    damagedButRead(zipOf([other, table({ unlisted: true, described: true }), other]))
  })
  it('has no directory at all', () => damagedButRead(zipOf([other, table()], { withoutDirectory: true })))
  it('hides a file behind the end of another, inside its declared size', () => {
    const hidden = zipOf([table()], { withoutDirectory: true })
    const archive = zipOf([{ name: 'other.csv', data: OTHER, slack: hidden, described: true }])
    expect(rowsOf(archive)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(faultsOf(archive)).toEqual(['damaged'])
  })
  it('holds files that share bytes, as bombs do', () => {
    damagedButRead(zipOf([table(), table({ name: 'again.csv', sharesBytes: true })]))
  })
  it('has something before it that is no file of it', () => {
    damagedButRead(zipOf([table()], { before: utf8(`figures 1,234,567\u0001${'x'.repeat(1000)}`) }))
  })
  it('has something behind it', () => damagedButRead(zipOf([table()], { behind: utf8('x'.repeat(100)) })))
  it('has a comment that holds the end record of an empty archive', () => {
    const archive = zipOf([table()])
    const empty = zipOf([])
    damagedButRead(joined(archive, empty))
  })
})

describe('an archive that is joined to something else', () => {
  it('is another archive: the files of both are read', () => {
    const first = zipOf([table()])
    const second = zipOf([other])
    expect(rowsOf(joined(first, second))).toContainEqual(NORTH)
    expect(faultsOf(joined(first, second))).toContain('damaged')
  })
  it('is a text or a PDF: the archive behind it is read too', () => {
    for (const before of [
      'Minutes of Monday\nNothing else\n',
      '<html><p>Minutes</p></html>',
      '{\\rtf1 Minutes}',
    ])
      expect(rowsOf(joined(utf8(before), zipOf([table()])))).toContainEqual(NORTH)
  })
})

describe('files of an archive that cannot be read', () => {
  it('are encrypted', () => {
    expect(faultsOf(zipOf([table({ encrypted: true })]))).toEqual(['encrypted'])
  })
  it('are compressed in a way that nobody here knows', () => {
    for (const method of [1, 6, 9, 12, 14, 93, 99])
      expect(faultsOf(zipOf([table({ method })]))).toEqual(['archive-not-opened'])
  })
  it('break off', () => {
    const archive = zipOf([{ name: 'x.csv', data: TABLE }])
    expect(faultsOf(archive.subarray(0, 60))).toContain('damaged')
    expect(faultsOf(archive.subarray(0, 20))).toContain('damaged')
  })
  it('are called a folder and are none', () => {
    expect(rowsOf(zipOf([table({ name: 'folder/' })]))).toContainEqual(NORTH)
  })
  it('are none: an archive of nothing is no proof of nothing', () => {
    expect(faultsOf(zipOf([]))).toEqual(['damaged'])
  })
})

describe('an archive that is larger than what is read', () => {
  it('ends with too-large, and what was read before counts', () => {
    const zeros = new Uint8Array(300 * 1024)
    const archive = zipOf([table(), { name: 'zeros', data: zeros }, other])
    const budget = Object.assign(fullBudget(), { expandedBytes: 200 * 1024 })
    expect(faultsOf(archive, budget)).toContain('too-large')
  })
  it('has more files than are looked at', () => {
    const many = zipOf(Array.from({ length: 20 }, (_one, at) => ({ name: `${at}.csv`, data: OTHER })))
    expect(faultsOf(many, Object.assign(fullBudget(), { entries: 5 }))).toEqual(['too-large'])
  })
  it('is nested deeper than anybody nests', () => {
    let archive = zipOf([table()])
    for (let depth = 0; depth < 5; depth++) archive = zipOf([{ name: 'inner.zip', data: archive }])
    expect(rowsOf(archive)).toContainEqual(NORTH)
    expect(faultsOf(archive)).toEqual([])
    for (let depth = 0; depth < 3; depth++) archive = zipOf([{ name: 'inner.zip', data: archive }])
    expect(faultsOf(archive)).toEqual(['too-large'])
  })
})
