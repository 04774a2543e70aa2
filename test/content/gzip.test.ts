import { deflateRawSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inflatedStream } from '../../src/content/archive/inflate.ts'
import { fullBudget } from '../../src/content/limits.ts'
import { faultsOf, partsOf, rowsOf, utf8 } from './reading.ts'
import { joined, zipOf } from './zip-file.ts'

const FIRST = utf8('area,2019,2020\nNorth,36127,36250\n')
const SECOND = utf8('South,41888,42001\n')
const gzip = (bytes: Uint8Array): Uint8Array => new Uint8Array(gzipSync(bytes))

/** A gzip file that carries a name. Source: RFC 1952, §2.3. */
function named(name: string, bytes: Uint8Array): Uint8Array {
  const plain = gzip(bytes)
  plain[3] = 8
  return joined(plain.subarray(0, 10), utf8(name), new Uint8Array(1), plain.subarray(10))
}

describe('a gzip file', () => {
  it('is read as the file it holds, under the name in its header or its own', () => {
    expect(rowsOf(gzip(FIRST))).toContainEqual(['North', '36127', '36250'])
    expect(partsOf(gzip(FIRST), 'table.csv.gz')).toEqual(['table.csv.gz', 'table.csv.gz › table.csv'])
    expect(partsOf(named('hidden.csv', FIRST), 'x.gz')).toEqual(['x.gz', 'x.gz › hidden.csv'])
    expect(faultsOf(gzip(FIRST))).toEqual([])
  })
  it('may have several members, which are one file', () => {
    const both = joined(gzip(FIRST), gzip(SECOND))
    expect(rowsOf(both)).toContainEqual(['North', '36127', '36250'])
    expect(rowsOf(both)).toContainEqual(['South', '41888', '42001'])
    expect(faultsOf(both)).toEqual([])
  })
  it('may be filled up with zeros', () => {
    expect(faultsOf(joined(gzip(FIRST), new Uint8Array(512)))).toEqual([])
  })
  it('may hold a workbook, an archive, or another of its kind', () => {
    const nested = gzip(gzip(zipOf([{ name: 'table.csv', data: FIRST }])))
    expect(rowsOf(nested)).toContainEqual(['North', '36127', '36250'])
  })
})

describe('a gzip file that is not as it should be', () => {
  const damagedButRead = (bytes: Uint8Array) => {
    expect(rowsOf(bytes)).toContainEqual(['North', '36127', '36250'])
    expect(faultsOf(bytes)).toEqual(['damaged'])
  }
  it('has a wrong CRC or length', () => {
    for (const back of [8, 4]) {
      const wrong = gzip(FIRST)
      wrong[wrong.length - back] = (wrong[wrong.length - back] ?? 0) ^ 1
      damagedButRead(wrong)
    }
  })
  it('has a wrong CRC in its second member', () => {
    const second = gzip(SECOND)
    second[second.length - 8] = (second[second.length - 8] ?? 0) ^ 1
    damagedButRead(joined(gzip(FIRST), second))
  })
  it('has something behind it that is no member', () =>
    damagedButRead(joined(gzip(FIRST), utf8('figures 1,234,567'))))
  it('breaks off', () => {
    const whole = gzip(joined(FIRST, SECOND))
    expect(faultsOf(whole.subarray(0, whole.length - 3))).toEqual(['damaged'])
    expect(faultsOf(whole.subarray(0, 25))).toContain('damaged')
  })
  it('holds more than is read', () => {
    const bomb = gzip(new Uint8Array(4 * 1024 * 1024))
    expect(faultsOf(bomb, Object.assign(fullBudget(), { expandedBytes: 1024 * 1024 }))).toContain('too-large')
  })
})

describe('a deflate stream', () => {
  it('says where it ends, to the byte, whatever it holds and whatever stands behind it', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 30_000 }),
        fc.uint8Array({ maxLength: 20_000 }),
        fc.constantFrom(0, 1, 6, 9),
        (data, behind, level) => {
          const stream = new Uint8Array(deflateRawSync(data, { level }))
          const reading = inflatedStream(joined(stream, behind))
          const pieces: Uint8Array[] = []
          let next = reading.next()
          while (!next.done) {
            pieces.push(next.value)
            next = reading.next()
          }
          expect(next.value).toEqual({ whole: true, taken: stream.length })
          expect(joined(...pieces)).toEqual(data)
        },
      ),
      { numRuns: 80 },
    )
  })
})
