import { describe, expect, it } from 'vitest'
import type { Reading } from '../../src/content/content.ts'
import type { Opened, ReadFile } from '../../src/content/inside.ts'
import { fullBudget } from '../../src/content/limits.ts'
import { readPdf } from '../../src/content/pdf/pdf-reader.ts'
import { readPdf as readPdfWhenNeeded, whenNeeded } from '../../src/content/pdf/pdf-when-needed.ts'
import { read } from '../../src/content/read.ts'
import { at, onePage } from './pdf-file.ts'

const file = (path: string): Opened => ({
  path,
  bytes: onePage(at(50, 700, 'Region 1,234')),
  budget: fullBudget(),
  depth: 0,
  read,
})

/** What is told where every pause is kept. */
async function kept(reading: Generator<Reading, void>): Promise<readonly Reading[]> {
  const told: Reading[] = []
  for (const each of reading) {
    if (each.kind === 'pause') await each.until
    else told.push(each)
  }
  return told
}

const notLoaded = (path: string) => [{ kind: 'unreadable', path, because: 'reader-not-loaded' }]
const whole = [...readPdf(file('a.pdf'))].filter(({ kind }) => kind !== 'pause')

describe('a reader that is loaded when the first file for it comes', () => {
  it('reads the same as one that was there from the start, and is loaded once', async () => {
    let loads = 0
    const reader = whenNeeded(async () => {
      loads++
      return readPdf
    })
    expect(loads).toBe(0)
    expect(await kept(reader(file('a.pdf')))).toEqual(whole)
    expect(await kept(reader(file('a.pdf')))).toEqual(whole)
    expect(loads).toBe(1)
  })
  it('that does not come leaves the file unread, by name, and the next file tries again', async () => {
    const answers: ReadFile[] = []
    const reader = whenNeeded(() => {
      const [reader] = answers
      return reader ? Promise.resolve(reader) : Promise.reject(new Error('404'))
    })
    expect(await kept(reader(file('a.pdf')))).toEqual(notLoaded('a.pdf'))
    answers.push(readPdf)
    expect(await kept(reader(file('a.pdf')))).toEqual(whole)
  })
  it('leaves the file unread where nobody waits for it', () => {
    const reader = whenNeeded(() => new Promise(() => undefined))
    expect([...reader(file('a.pdf'))].slice(1)).toEqual(notLoaded('a.pdf'))
  })
  it('is the reader of PDF itself', async () => {
    expect(await kept(readPdfWhenNeeded(file('a.pdf')))).toEqual(whole)
  })
})
