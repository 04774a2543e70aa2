import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullBudget } from '../../src/content/limits.ts'
import { read } from '../../src/content/read.ts'
import { FEATURE_BYTES, WEIGHT_BYTES } from '../../src/fingerprint/feature-list.ts'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { finished } from '../../src/guard.ts'
import { testCopyOf } from '../../src/test-copy/test-copy.ts'
import { messageTo, officeWith, releaseOf } from '../breach/office.ts'
import { copied } from './workbooks.ts'

/** The features of a file that are no gaps, as text. */
function featuresOf(name: string, bytes: Uint8Array): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { features } of finished(inspectFile(name, bytes)))
    for (let index = 0; index < features.length; index++)
      if (features.weights[index * WEIGHT_BYTES] !== 0)
        found.add(
          Buffer.from(features.bytes.subarray(index * FEATURE_BYTES, (index + 1) * FEATURE_BYTES)).toString(
            'hex',
          ),
        )
  return found
}

/** All that a file shows and stores as figures, as the guard reads it. */
function figuresIn(name: string, bytes: Uint8Array): readonly string[] {
  const figures: string[] = []
  for (const reading of read(name, bytes, fullBudget()))
    if (reading.kind === 'row')
      for (const { stored, shown } of reading.cells)
        figures.push(...(stored === null ? [] : [String(stored)]), shown)
  return figures
}

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -9_999_999, max: 9_999_999 }) },
  { weight: 4, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(1, 11, 111, 111.1, 1111, 777, 0.111, 0) },
  { weight: 1, arbitrary: fc.integer({ min: 1900, max: 2099 }) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 999_999 }).map((value) => value.toLocaleString('en-GB')),
  },
  { weight: 1, arbitrary: fc.constantFrom('Wales', 'Aged 16 to 64', '..', '-', '[c]', '') },
)
const format = fc.constantFrom(
  'General',
  '0',
  '0.0',
  '#,##0',
  '#,##0.000',
  '0%',
  '0.0%',
  '0.00E+00',
  '#,##0;(#,##0)',
  '0.0,',
)
const sheet = fc.record({
  rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 14 }),
  formats: fc.array(format, { minLength: 1, maxLength: 5 }),
})

function workbook(sheets: readonly { rows: (string | number)[][]; formats: string[] }[]): Uint8Array {
  const book = utils.book_new()
  sheets.forEach(({ rows, formats }, index) => {
    const made = utils.aoa_to_sheet(rows)
    rows.forEach((row, r) => {
      row.forEach((_value, c) => {
        const target = made[utils.encode_cell({ r, c })]
        if (target?.t === 'n') target.z = formats[(r + c) % formats.length]
      })
    })
    utils.book_append_sheet(book, made, `Sheet ${index + 1}`)
  })
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }))
}

describe('whatever figures a workbook has', () => {
  it('its copy has no feature with a false figure in common with it, and there nearly always is a copy', () => {
    let refused = 0
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), (sheets) => {
        const original = workbook(sheets)
        const copy = finished(testCopyOf('any.xlsx', original))
        if (copy.kind !== 'copy') {
          refused++
          return copy.because === 'figures-would-stay'
        }
        const copies = featuresOf('any.xlsx', copy.bytes)
        const shared = [...featuresOf('any.xlsx', original)].filter((feature) => copies.has(feature))
        // Of years and other numbers that stay: a copy of the copy, with other false figures, has them too.
        const again = finished(testCopyOf('any.xlsx', copy.bytes))
        const stays = again.kind === 'copy' ? featuresOf('any.xlsx', again.bytes) : new Set()
        return shared.every((feature) => stays.has(feature))
      }),
      { numRuns: 150 },
    )
    expect(refused).toBeLessThan(5)
  })
  it('its copy shows and stores nothing but false figures, periods and small numbers in words', () => {
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 2 }), (sheets) => {
        const copy = finished(testCopyOf('any.xlsx', workbook(sheets)))
        if (copy.kind !== 'copy') return true
        const isFalse = (text: string) =>
          /^[^\d]*(?:0[.,])?(?:([1-9])(?:\1|[.,%]|e[+-]?\d+|E[+-]?\d+|0)*)?[^\d]*$/.test(text)
        const isKept = (text: string) => /^(?:19|20)\d\d$|^Aged 16 to 64$/.test(text)
        return figuresIn('any.xlsx', copy.bytes).every((text) => isFalse(text) || isKept(text))
      }),
      { numRuns: 150 },
    )
  })
  it('a workbook that is full of false figures itself gets others', () => {
    const formats = ['General', '0.000', '0%', '0.0']
    const row = [111, 111.111, 0.11, 111.1]
    const ones = workbook([{ rows: [row], formats }])
    const kept = featuresOf('ones.xlsx', ones)
    expect(kept.size).toBeGreaterThan(0)
    const copy = copied('ones.xlsx', ones)
    expect([...featuresOf('ones.xlsx', copy.bytes)].filter((feature) => kept.has(feature))).toEqual([])
    expect(figuresIn('ones.xlsx', copy.bytes)).toContain('777.777')
  })
  it('a workbook that has them in all digits gets no copy', () => {
    const formats = ['General', '0.000', '0%', '0.0']
    const rows = [1, 7, 9, 4].map((digit) =>
      [111, 111.111, 0.11, 111.1].map((value) => Number((value * digit).toFixed(6))),
    )
    const all = finished(testCopyOf('all.xlsx', workbook(rows.map((row) => ({ rows: [row], formats })))))
    expect(all).toEqual({ kind: 'not-possible', because: 'figures-would-stay' })
  })
  it('a row of years that the register knows too does not stand in the way of a copy', () => {
    const years = [2010, 2015, 2018, 2019, 2020]
    const { bytes } = copied(
      'years.xlsx',
      workbook([{ rows: [years, [5439, 5471.5, 88, 917, 12]], formats: ['General'] }]),
    )
    expect(
      figuresIn('years.xlsx', bytes).filter((text) => /^20\d\d$/.test(text)).length,
    ).toBeGreaterThanOrEqual(5)
  })
})

const DATA = join(import.meta.dirname, '../../../shared/data/pairs')
const KINDS = /\.(?:xlsx|csv|ods|docx)$/
const NOT_COPIED = new Set(['encrypted', 'embedded'])

/** Editions of real tables, and what people make of the new one. */
const pairs = () =>
  readdirSync(DATA)
    .map((pair) => ({ pair, folder: join(DATA, pair) }))
    .map(({ pair, folder }) => ({
      pair,
      old:
        readdirSync(folder)
          .map((name) => join(folder, name))
          .find((path) => /\/old\.\w+$/.test(path)) ?? '',
      fresh:
        readdirSync(folder)
          .map((name) => join(folder, name))
          .find((path) => /\/new\.\w+$/.test(path)) ?? '',
      files: readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => KINDS.test(path) && !path.includes('variants-old') && !/\/old\./.test(path))
        .filter((path) => ![...NOT_COPIED].some((word) => path.includes(word))),
    }))

describe.runIf(existsSync(DATA))('real editions, the old one public and the new one under embargo', () => {
  const at = Date.UTC(2020, 2, 16, 14, 42)
  it.each(existsSync(DATA) ? pairs() : [])(
    '$pair: the copy of every form of the new one may leave',
    ({ pair, old, fresh, files }) => {
      const office = officeWith(
        releaseOf(pair, '2020-03-17 09:30'),
        { [`registered-${basename(fresh)}`]: readFileSync(fresh) },
        { [basename(old)]: readFileSync(old) },
      )
      const outcomes = files.map((path) => {
        const { name, bytes } = copied(basename(path), new Uint8Array(readFileSync(path)))
        return { path, ...office(messageTo(['friend@elsewhere.example'], { files: { [name]: bytes } }), at) }
      })
      expect(outcomes.filter(({ verdict, findings }) => verdict !== 'allow' || findings.length > 0)).toEqual(
        [],
      )
    },
  )
  it('finds the originals themselves under embargo, so that the copies’ silence says something', () => {
    const { fresh, old } = pairs().find(({ pair }) => pair.startsWith('ons-weekly')) ?? { fresh: '', old: '' }
    const office = officeWith(
      releaseOf('x', '2020-03-17 09:30'),
      { 'a.xlsx': readFileSync(fresh) },
      { 'b.xlsx': readFileSync(old) },
    )
    expect(
      office(messageTo(['friend@elsewhere.example'], { files: { 'c.xlsx': readFileSync(fresh) } }), at)
        .verdict,
    ).toBe('block')
  })
})
