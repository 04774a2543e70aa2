import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { FINGERPRINT_FORM } from '../../src/fingerprint/form.ts'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { finished } from '../../src/guard.ts'
import { type Sheet, type SheetCell, writeWorkbook } from '../../src/service/demo/workbook-writer.ts'

/** A small workbook that never changes: what is made of it tells one way of fingerprinting from another. */
const TOUCHSTONE: readonly Sheet[] = [
  {
    name: 'Touchstone',
    rows: [
      ['Quarter', 'First', 'Second', 'Third', 'Share (%)'],
      ['Mar 2019', thousands(36_126.854), thousands(1_207.25), thousands(408.5), share(12.3456)],
      ['Jun 2019', thousands(36_240.1), thousands(1_199.875), thousands(-17.25), share(0.0521)],
      ['Sep 2019', thousands(36_377.492), thousands(1_214), thousands(415.125), share(9.95)],
    ],
  },
]

function thousands(stored: number): SheetCell {
  return { stored, format: 'thousands' }
}

function share(stored: number): SheetCell {
  return { stored, format: 'one-decimal' }
}

/** The way of fingerprinting, as it shows in the touchstone. */
function shownForm(): string {
  const hash = createHash('sha256')
  for (const { features } of finished(inspectFile('touchstone.xlsx', writeWorkbook(TOUCHSTONE), 'register')))
    for (const bytes of [features.bytes, features.weights, features.rare?.figures ?? '']) hash.update(bytes)
  return hash.digest('hex').slice(0, 16)
}

describe('The way of fingerprinting', () => {
  it('has another name when something else is made of the touchstone', () => {
    expect(FINGERPRINT_FORM).toBe(shownForm())
  })
})
