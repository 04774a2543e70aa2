import { existsSync, readFileSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumExecutable } from '../browser-executable.ts'
import { compared, pagesOfOracle, pagesOfOurs } from './pdf-oracle.ts'
import { faultsOf, rowsOf } from './reading.ts'

/*
 * What Chromium, LibreOffice and Acrobat Distiller print, against what was to be
 * printed where that is known, and against pdf.js.
 */

let browser: Browser
beforeAll(async () => {
  const { path, env } = await chromiumExecutable()
  browser = await chromium.launch({
    executablePath: path,
    args: ['--disable-gpu'],
    env: { ...environment(), ...env },
  })
})
afterAll(() => browser.close())

const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']))

async function printed(html: string): Promise<Uint8Array> {
  const page = await browser.newPage()
  await page.setContent(`<!doctype html><meta charset="utf-8"><body>${html}`)
  const bytes = new Uint8Array(await page.pdf({ format: 'A4' }))
  await page.close()
  return bytes
}

const ROWS = 60
const COLUMNS = 6

/** Figures as tables have them, the same in every run. */
function figures(): readonly (readonly string[])[] {
  let seed = 20200316
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return seed / 0x7fffffff
  }
  const figure = () => {
    const size = random() * 10 ** (1 + Math.floor(random() * 6))
    const kind = random()
    if (kind < 0.4) return Math.round(size).toLocaleString('en-GB')
    return kind < 0.8 ? size.toFixed(1) : `${(random() * 100).toFixed(1)}%`
  }
  return Array.from({ length: ROWS }, () => Array.from({ length: COLUMNS }, figure))
}

const TABLE = figures()
const tableOf = (rows: readonly (readonly string[])[], attributes = '') =>
  `<table ${attributes}>${rows.map((row, at) => `<tr><td>Area ${'ABCDEFGH'[at % 8]}</td>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`

/** The figures of each row of a file, in order; what is not a figure left out. */
const figureRows = (bytes: Uint8Array): readonly (readonly string[])[] =>
  rowsOf(bytes)
    .map((cells) => cells.filter((cell) => /\d/.test(cell)))
    .filter((cells) => cells.length > 0)

describe('a table that Chromium prints has every figure in its row', () => {
  const styled = (style: string) => `<style>${style}</style>${tableOf(TABLE)}`
  it.each([
    ['as it comes', tableOf(TABLE)],
    ['without a gap between its cells', tableOf(TABLE, 'cellpadding="0" cellspacing="2"')],
    ['with figures to the right', styled('td{text-align:right;padding:0 1px}')],
    ['with borders', tableOf(TABLE, 'border="1" style="border-collapse:collapse"')],
    ['with letters spaced a little', styled('td{letter-spacing:1px}')],
    ['with letters spaced widely', styled('td{letter-spacing:3px;font-size:11px}')],
    ['with letters set close', styled('td{letter-spacing:-.5px}')],
    ['with strokes to make it bold', styled('td{-webkit-text-stroke:.5px}')],
    ['very small', styled('table{zoom:.4}')],
    ['slanted', styled('table{margin-left:150px;transform:skewX(-8deg);transform-origin:0 0}')],
    ['in italics and with kerning', styled('td{font:italic 11px serif;font-kerning:normal}')],
  ])('%s', async (_how, html) => {
    const file = await printed(html)
    expect(figureRows(file)).toEqual(TABLE)
    expect(faultsOf(file)).toEqual([])
  })
  it('with labels of a chart anywhere on the page', async () => {
    const label = (row: readonly string[], at: number) =>
      `<text x="${at * 9}" y="${at * 14 + 14}">${row[0]}</text>`
    const chart = `<svg width="600" height="900">${TABLE.map(label).join('')}</svg>`
    expect(figureRows(await printed(chart))).toEqual(TABLE.map((row) => row.slice(0, 1)))
  })
  it('with raised footnote marks, which are none of its digits', async () => {
    const marked = TABLE.map((row) => row.map((cell) => `${cell}<sup style="font-size:.7em">12</sup>`))
    expect(figureRows(await printed(tableOf(marked)))).toEqual(
      TABLE.map((row) => row.map((cell) => `${cell}¹²`)),
    )
  })
  it('with spaces that do not break between thousands', async () => {
    const spaced = TABLE.map((row) => row.map((cell) => cell.replace(/,/g, '\u00a0')))
    expect(figureRows(await printed(tableOf(spaced)))).toEqual(spaced)
  })
  it('with single digits close together', async () => {
    const digits = TABLE.map((row) => row.map((cell) => cell.slice(0, 1)))
    expect(figureRows(await printed(tableOf(digits)))).toEqual(digits)
  })
  it('and every figure of a column in one column', async () => {
    const file = await printed(styled('td{text-align:right;padding:0 4px}'))
    const columns = rowsOf(file).map((cells) => cells.slice(-COLUMNS))
    expect(columns).toEqual(TABLE)
  })
})

describe('text that Chromium prints', () => {
  const sentence = (at: number) =>
    `The office affirmed that the rate rose by ${(at * 0.7).toFixed(1)} per cent to ${(at * 7919).toLocaleString('en-GB')}, efficient flows first.`
  const sentences = Array.from({ length: 60 }, (_one, at) => sentence(at + 1))
  it.each([
    ['in one column', ''],
    ['in two columns, justified', 'columns:2;text-align:justify;font-family:serif'],
  ])('%s keeps its words and figures whole', async (_how, style) => {
    const file = await printed(
      `<div style="${style}">${sentences.map((text) => `<p>${text}</p>`).join('')}</div>`,
    )
    const words = new Set(rowsOf(file).flat())
    for (const word of sentences.join(' ').split(' ')) expect(words).toContain(word.replace(/[.,]$/, ''))
  })
})

/** Unit: share of the number tokens that pdf.js finds. */
const ENOUGH = 0.995

async function expectAlike(bytes: Uint8Array): Promise<void> {
  const { oracle, found, missed } = compared(await pagesOfOracle(bytes), pagesOfOurs(bytes))
  expect({ share: found / Math.max(oracle, 1), missed }).toEqual({ share: expect.closeTo(1, 2), missed })
  expect(found / Math.max(oracle, 1)).toBeGreaterThanOrEqual(oracle === 0 ? 0 : ENOUGH)
}

describe('the numbers that pdf.js finds are found', () => {
  it.each([
    ['in a table', tableOf(TABLE)],
    ['in text', `<div style="columns:2">${TABLE.flat().join(' and ')}</div>`],
    [
      'in lines of equal letters',
      `<pre style="font-size:9px">${TABLE.map((row) => row.map((cell) => cell.padStart(12)).join('')).join('\n')}</pre>`,
    ],
  ])('%s printed by Chromium', async (_where, html) => expectAlike(await printed(html)))

  const SHARED = '../shared/data'
  const FOUND = [
    ['LibreOffice', 'pairs/nisra-weekly-deaths-2020w23-w24/variants/single-sheet.pdf'],
    ['LibreOffice', 'pairs/nisra-weekly-deaths-2020w23-w24/variants/workbook.pdf'],
    ['LibreOffice', 'pairs/ons-x09-feb26-apr26/variants/single-sheet.pdf'],
    ['LibreOffice', 'pairs/ons-x09-feb26-apr26/variants/workbook.pdf'],
    ['Acrobat Distiller', 'negatives/office-misc/160721.pdf'],
    ['Acrobat Distiller', 'negatives/office-misc/477139.pdf'],
    ['Acrobat Distiller', 'malformed/found-pdf/032270.pdf'],
    ['Acrobat Distiller', 'malformed/found-pdf/503492.pdf'],
  ].filter(([, path]) => existsSync(`${SHARED}/${path}`))
  it.runIf(FOUND.length > 0).each(FOUND)('printed by %s: %s', async (_producer, path) => {
    await expectAlike(new Uint8Array(readFileSync(`${SHARED}/${path}`)))
  })
})
