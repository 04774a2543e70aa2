import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { COARSE, LABELLED, RARE, WEIGHT_BYTES } from '../../src/fingerprint/feature-list.ts'
import type { Purpose } from '../../src/fingerprint/fingerprint.ts'
import { FINGERPRINT_FORM } from '../../src/fingerprint/form.ts'
import { type InspectedPart, inspectFile, inspectText } from '../../src/fingerprint/inspect.ts'
import { finished } from '../../src/guard.ts'
import { type Sheet, type SheetCell, writeWorkbook } from '../../src/service/demo/workbook-writer.ts'

const thousands = (stored: number): SheetCell => ({ stored, format: 'thousands' })
const share = (stored: number): SheetCell => ({ stored, format: 'one-decimal' })

/** A workbook: figures that are displayed otherwise than they are stored, in rows and columns. */
const WORKBOOK: readonly Sheet[] = [
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

/** A list with a figure in each row, told with its label. */
const LIST = `Area code,Area,Claimants
${['Aberdeen', 'Bristol', 'Cardiff', 'Derry', 'Exeter', 'Falkirk', 'Glasgow', 'Hull', 'Ipswich', 'Jarrow']
  .map((area, index) => `E0${index}00${index}1,${area},${(index + 3) * 4_817}`)
  .join('\n')}
`

/** Rows of figures of many digits, which may come rounded. */
const LONG = `Year\tMen\tWomen\tUnder 25\t25 to 49\t50 and over\tAll
2018\t17236514\t15238452\t3852137\t18237411\t10385418\t32474966
2019\t17384127\t15486233\t3821948\t18375265\t10673147\t32870360
`

const SENTENCE =
  'Employment rose by 187,342 to 32,870,360; unemployment fell by 41,207 to 1,306,118 (3.8214 %), and 8,614,523 were inactive.'
const BODY = `<p>${SENTENCE}</p><table><tr><td>Cardiff</td><td>1,207.25</td><td>408.5</td><td>36,126.85</td></tr></table>`

/** What is made of the touchstones, read for either purpose. */
const made = (purpose: Purpose): readonly InspectedPart[] => [
  ...finished(inspectFile('touchstone.xlsx', writeWorkbook(WORKBOOK), purpose)),
  ...finished(inspectFile('list.csv', Buffer.from(LIST), purpose)),
  ...finished(inspectFile('long.tsv', Buffer.from(LONG), purpose)),
  ...finished(inspectText('body', 'html', BODY)),
  ...finished(inspectText('text', 'plain', SENTENCE)),
]

const ALL = [...made('send'), ...made('register')]

/** The way of fingerprinting, as it shows in them. */
function shownForm(): string {
  const hash = createHash('sha256')
  for (const { features } of ALL)
    for (const bytes of [features.bytes, features.weights, features.rare?.figures, features.rare?.madeOf])
      hash.update(bytes ?? '')
  return hash.digest('hex').slice(0, 16)
}

describe('The way of fingerprinting', () => {
  it('has another name when something else is made of the touchstones', () => {
    expect(FINGERPRINT_FORM).toBe(shownForm())
  })
  it('shows in features of every kind', () => {
    const marks = ALL.flatMap(({ features: { weights } }) =>
      Array.from(
        { length: weights.length / WEIGHT_BYTES },
        (_, at) => weights[(at + 1) * WEIGHT_BYTES - 1] ?? 0,
      ),
    )
    for (const kind of [LABELLED, COARSE, RARE]) expect(marks.some((mark) => (mark & kind) !== 0)).toBe(true)
    for (const { features } of made('send')) expect(features.length).toBeGreaterThan(0)
  })
})
