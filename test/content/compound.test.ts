import CFB from 'cfb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CompoundFile,
  openCompound,
  type Storage,
  streamNamed,
} from '../../src/content/compound/compound.ts'
import { fullBudget } from '../../src/content/limits.ts'
import { u32 } from '../../src/content/little-endian.ts'
import { read } from '../../src/content/read.ts'
import { bytesOf, compoundFile, long } from './compound-writer.ts'

const filled = (length: number, seed: number) =>
  new Uint8Array(length).map((_zero, at) => (at * 7 + seed) & 255)

const opened = (bytes: Uint8Array): CompoundFile => {
  const file = openCompound(bytes)
  if (file === null) throw new Error('not a compound file')
  return file
}
const contentIn = (file: CompoundFile, storage: Storage, name: string) => {
  const stream = streamNamed(storage, name)
  return stream === undefined ? null : file.contentOf(stream, fullBudget())
}
const outcomes = (bytes: Uint8Array) =>
  [...read('file', bytes, fullBudget())].flatMap((reading) =>
    reading.kind === 'unreadable' ? [`${reading.path}: ${reading.because}`] : [],
  )

describe('a compound file gives back what was put in', () => {
  it('large and small streams, empty ones, and those in storages in storages', () => {
    const streams = {
      Workbook: filled(70_000, 1),
      Small: filled(100, 2),
      Empty: new Uint8Array(0),
      'MBD00000001/Package': filled(5_000, 3),
      'MBD00000001/Inner/Deep': filled(64, 4),
    }
    const file = opened(compoundFile(streams))
    const [outer] = file.root.storages
    const [inner] = outer?.storages ?? []
    expect(file.sound).toBe(true)
    expect(contentIn(file, file.root, 'workbook')).toEqual({ bytes: streams.Workbook, end: 'whole' })
    expect(contentIn(file, file.root, 'Small')).toEqual({ bytes: streams.Small, end: 'whole' })
    expect(contentIn(file, file.root, 'Empty')).toEqual({ bytes: streams.Empty, end: 'whole' })
    expect(outer && contentIn(file, outer, 'Package')?.bytes).toEqual(streams['MBD00000001/Package'])
    expect(inner && contentIn(file, inner, 'Deep')?.bytes).toEqual(streams['MBD00000001/Inner/Deep'])
  })
  it('the same as the cfb package for any sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20_000), { minLength: 1, maxLength: 12 }), (sizes) => {
        const bytes = compoundFile(
          Object.fromEntries(sizes.map((size, at) => [`stream ${at}`, filled(size, at)])),
        )
        const file = opened(bytes)
        const theirs = CFB.read(Buffer.from(bytes), { type: 'buffer' })
        for (const at of sizes.keys()) {
          const own = contentIn(file, file.root, `stream ${at}`)
          expect(own?.end).toBe('whole')
          expect(
            Buffer.from(own?.bytes ?? []).equals(
              Buffer.from(CFB.find(theirs, `/stream ${at}`)?.content ?? []),
            ),
          ).toBe(true)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('a compound file that lies ends in a word about it', () => {
  const workbook = compoundFile({ Workbook: filled(70_000, 1) })
  const firstTable = (u32(workbook, 76) + 1) * 512

  it('each sector leads to itself', () => {
    const bytes = workbook.slice()
    for (let place = 0; place < 128; place++) bytes.set(long(place), firstTable + place * 4)
    const file = opened(bytes)
    expect(contentIn(file, file.root, 'Workbook')?.end).toBe('damaged')
  })
  it('two thousand million tables of sectors', () => {
    const bytes = workbook.slice()
    bytes.set(long(0x7fffffff), 44)
    bytes.set(long(0x7fffffff), 72)
    const file = opened(bytes)
    expect(contentIn(file, file.root, 'Workbook')?.end).toBe('whole')
  })
  it('a stream of four thousand million bytes', () => {
    const bytes = workbook.slice()
    const name = bytesOf(...Array.from('Workbook', (letter) => bytesOf(letter, 0)))
    const entry = Buffer.from(bytes).indexOf(Buffer.from(name))
    bytes.set(long(0xffffffff), entry + 120)
    const file = opened(bytes)
    const content = contentIn(file, file.root, 'Workbook')
    expect(content?.end).toBe('damaged')
    expect(content?.bytes.length).toBeLessThanOrEqual(bytes.length)
  })
  it('entries that are their own neighbours', () => {
    const bytes = compoundFile({ A: filled(10, 1), B: filled(10, 2), C: filled(10, 3) })
    const directory = (u32(bytes, 48) + 1) * 512
    for (const entry of [0, 1, 2, 3]) {
      bytes.set(long(entry), directory + entry * 128 + 68)
      bytes.set(long(entry), directory + entry * 128 + 72)
    }
    const file = opened(bytes)
    expect(file.root.streams.map(({ name }) => name)).toEqual(expect.arrayContaining(['A', 'B', 'C']))
    expect(file.sound).toBe(false)
  })
  it('cut off anywhere, or with any bytes changed: nothing hangs, nothing is thrown, nothing is silently clean', () => {
    fc.assert(
      fc.property(
        fc.nat(workbook.length),
        fc.array(fc.tuple(fc.nat(workbook.length - 1), fc.nat(255)), { maxLength: 40 }),
        (length, changes) => {
          const bytes = workbook.slice(0, Math.max(8, length))
          for (const [at, byte] of changes) if (at >= 8 && at < bytes.length) bytes[at] = byte
          expect(outcomes(bytes).length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('what Office keeps in compound files is known for what it is', () => {
  it.each([
    [
      'a workbook with a password',
      { EncryptionInfo: filled(40, 1), EncryptedPackage: filled(5000, 2) },
      'file: encrypted',
    ],
    [
      'a document under rights management',
      { '\tDRMContent': filled(40, 1), WordDocument: filled(600, 0) },
      'file: encrypted',
    ],
    ['a Word document', { WordDocument: bytesOf(0xec, 0xa5, filled(600, 0).fill(0)) }, 'file: old-format'],
    [
      'a Word document with a password',
      { WordDocument: bytesOf(0xec, 0xa5, ...new Array(9).fill(0), 1, new Uint8Array(600)) },
      'file: encrypted',
    ],
    [
      'a presentation',
      { 'PowerPoint Document': new Uint8Array(64), 'Current User': new Uint8Array(20) },
      'file: old-format',
    ],
    [
      'a presentation with a password',
      {
        'PowerPoint Document': new Uint8Array(64),
        'Current User': bytesOf(new Uint8Array(12), long(0xf3d1c4df), long(0)),
      },
      'file: encrypted',
    ],
    ['a drawing nobody knows', { VisioDocument: new Uint8Array(64) }, 'file: unknown-format'],
  ])('%s', (_what, streams, outcome) => {
    expect(outcomes(compoundFile(streams))).toEqual([outcome])
  })
  it('a rights-protected message body', () => {
    expect(outcomes(bytesOf(0x76, 0xe8, 0x04, 0x60, 0xc4, 0x11, 0xe3, 0x86, 1, 2, 3, 4))).toEqual([
      'file: encrypted',
    ])
  })
})

describe('files inside documents are read as files of their own', () => {
  const rowsOf = (bytes: Uint8Array) =>
    [...read('file', bytes, fullBudget())].flatMap((reading) =>
      reading.kind === 'row' ? [reading.cells.map(({ shown }) => shown).join(' ')] : [],
    )
  const csv = bytesOf('Area,Rate\nWales,36.1\nScotland,41.7\n')

  it('a table in a Word document, as package and as the packager keeps files', () => {
    const native = bytesOf(
      0x02,
      0x00,
      'rates.csv',
      0,
      'C:\\rates.csv',
      0,
      0,
      0,
      3,
      0,
      long(4),
      'tmp',
      0,
      long(csv.length),
      csv,
    )
    const bytes = compoundFile({
      WordDocument: new Uint8Array(600),
      'ObjectPool/_1234567890/Package': csv,
      'ObjectPool/_1234567891/\u0001Ole10Native': bytesOf(long(native.length), native),
    })
    expect(rowsOf(bytes)).toEqual([
      'Area Rate',
      'Wales 36.1',
      'Scotland 41.7',
      'Area Rate',
      'Wales 36.1',
      'Scotland 41.7',
    ])
    const parts = [...read('file', bytes, fullBudget())].flatMap((reading) =>
      reading.kind === 'part' ? [reading.path] : [],
    )
    expect(parts).toContain('file › ObjectPool › _1234567891 › rates.csv')
  })
  it('one in another too deep to be meant is too large', () => {
    let bytes = csv
    for (let depth = 0; depth < 10; depth++)
      bytes = compoundFile({ WordDocument: new Uint8Array(600), 'ObjectPool/_1234567890/Package': bytes })
    expect(outcomes(bytes).some((outcome) => outcome.endsWith('too-large'))).toBe(true)
  })
})
