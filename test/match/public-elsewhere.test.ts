import { describe, expect, it } from 'vitest'
import { compileRegister, type EditionFile } from '../../src/register/register-index.ts'
import { editionFile, releaseCalled, sentFile, verdictOn } from '../bench/editions.ts'

const csv = (rows: readonly (readonly (string | number)[])[]) =>
  new Uint8Array(Buffer.from(rows.map((row) => `${row.join(',')}\n`).join('')))
const file = (
  name: string,
  rows: readonly (readonly (string | number)[])[],
  standing: EditionFile['standing'],
) => editionFile(name, csv(rows), standing)

const WALES = [
  ['week 10', 1043, 291, 57],
  ['week 11', 1107, 318, 62],
  ['week 12', 1284, 402, 88],
] as const
const WALES_NEWEST = ['week 13', 1391, 377, 95] as const
const ENGLAND = ['week 12', 18_403, 2_661, 740] as const

describe('figures that another series has published', () => {
  const register = compileRegister([
    {
      release: releaseCalled('United Kingdom'),
      files: [file('uk.csv', [...WALES, WALES_NEWEST, ENGLAND], 'embargoed')],
    },
    {
      release: releaseCalled('Wales'),
      files: [
        file('wales-12.csv', WALES, 'published'),
        file('wales-13.csv', [...WALES, WALES_NEWEST], 'embargoed'),
      ],
    },
  ])
  const got = (rows: readonly (readonly (string | number)[])[]) =>
    verdictOn(sentFile('table.csv', csv(rows)), register).got

  it('are public, although a series under embargo repeats them', () => {
    expect(got(WALES)).toBe('CLEAN')
  })
  it('make no figure public that is under embargo in both', () => {
    expect(got([...WALES, WALES_NEWEST])).toBe('FLAG')
  })
  it('make no figure public that only the series under embargo has', () => {
    expect(got([ENGLAND])).toBe('FLAG')
  })
})
