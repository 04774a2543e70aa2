import { describe, expect, it } from 'vitest'
import { cellsOfLine } from '../../src/content/text/lines.ts'
import { startFingerprint } from '../../src/fingerprint/fingerprint.ts'
import { figuresInText } from '../../src/fingerprint/running-text.ts'

const digitsIn = (line: string): number[] => figuresInText(cellsOfLine(line)).map(({ digits }) => digits)
const featuresOf = (lines: readonly string[]): Set<string> => {
  const fingerprint = startFingerprint(0, 'send')
  fingerprint.table()
  lines.forEach((line, row) => {
    fingerprint.row(row, cellsOfLine(line))
  })
  const { features } = fingerprint.done()
  const all = new Set<string>()
  for (let at = 0; at < features.bytes.length; at += 8) all.add(features.bytes.subarray(at, at + 8).join('.'))
  return all
}

describe('running text', () => {
  it('tells its figures and not its dates', () => {
    expect(digitsIn('Employment was 32,843 thousand in March 2020, up 1.2% on 12 April 2019.')).toEqual([
      32843, 12,
    ])
    expect(digitsIn('The next release is on 12 April 2024, the last was on 13 March.')).toEqual([])
  })
  it('is one line of figures however it is broken into lines', () => {
    const broken = featuresOf(['Liquidations: 1,527', 'Bankruptcies: 19,100', 'Arrangements: 11,284'])
    const whole = featuresOf(['Liquidations: 1,527; Bankruptcies: 19,100; Arrangements: 11,284.'])
    expect([...whole].filter((feature) => broken.has(feature)).length).toBeGreaterThan(0)
  })
  it('in a cell of a table counts as text where the row has no figure of its own', () => {
    const fingerprint = startFingerprint(0, 'send')
    fingerprint.row(0, [{ column: 0, stored: null, shown: 'Key point: 32,843 thousand in work, 1,319 not.' }])
    expect(fingerprint.done().figures).toBe(2)
  })
})
