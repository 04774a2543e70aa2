import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { evidenceIn, featuresOf, finished } from '../../src/guard.ts'
import { editionFile, findingsOn, registerOf } from '../bench/editions.ts'
import { randomFrom } from '../bench/randomness.ts'
import { utf8 } from '../content/reading.ts'

// London keeps GMT until Sunday 29 March 2020, so these clock times are UTC.
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)

const AREAS = ['Wales', 'Scotland', 'Northern Ireland', 'North East', 'North West', 'London'] as const
const random = randomFrom(1442)
/** Months of six areas, one figure in each row. */
const months = Array.from({ length: 30 }, (_none, month) =>
  AREAS.map(
    (area) =>
      `${2018 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')},${area},${20_000 + Math.floor(random() * 50_000)}`,
  ),
)
const HEADING = 'Month,Area,Employed'
const listOf = (rows: readonly string[]): Uint8Array => utf8(`${[HEADING, ...rows].join('\n')}\n`)
const fresh = months.flat()
const old = months.slice(0, -1).flat()
const figureOf = (row: string): number => Number(row.split(',')[2])
const sorted = (rows: readonly string[]): readonly string[] =>
  [...rows].sort((one, other) => figureOf(other) - figureOf(one))

const register = registerOf('Employment by area', [
  editionFile('new.csv', listOf(fresh), 'embargoed'),
  editionFile('old.csv', listOf(old), 'published'),
])
function findingsOf(bytes: Uint8Array, at = MONDAY_14_42) {
  const parts = finished(inspectFile('list.csv', bytes))
  const keyed = parts.map((part) => ({ part: featuresOf(part), hash: null, features: part.features.bytes }))
  const message = {
    from: '',
    recipients: [],
    attachments: [{ kind: 'file' as const, id: '1', name: 'list.csv', bytes }],
    body: { kind: 'plain' as const, text: '' },
    deliverAt: null,
  }
  return findingsOn(keyed, register, at).map((finding) => ({
    kind: finding.kind,
    evidence: finished(evidenceIn(message, parts, finding)),
  }))
}

describe('a list with a figure in each row, of which the last month is under embargo', () => {
  it('is held when somebody has sorted it by its figures, and shows which rows are new', () => {
    const rows = sorted(fresh)
    const [finding] = findingsOf(listOf(rows))
    expect(finding?.kind).toBe('embargoed-figures')
    const news = rows.map((row, at) => ({ row, at })).filter(({ row }) => !old.includes(row))
    expect(finding?.evidence.reduce((sum, { figures }) => sum + figures, 0)).toBe(news.length)
    expect(finding?.evidence.map(({ text }) => text.replace(/ \| /g, ','))).toContain(news[0]?.row)
    expect(finding?.evidence.map(({ where }) => where)).toContain(`row ${(news[0]?.at ?? 0) + 2}`)
  })
  it('is held when only the rows of the new month are sent, one below the other in any order', () => {
    expect(findingsOf(listOf(sorted(months[29] ?? [])))).toMatchObject([{ kind: 'embargoed-figures' }])
  })
  it('is held when the months are written otherwise and the columns change places', () => {
    const words = sorted(fresh).map((row) => {
      const [month = '', area, figure] = row.split(',')
      const [year, number] = month.split('-')
      const name = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][
        Number(number) - 1
      ]
      return `${area},${name} ${year},${figure}`
    })
    expect(findingsOf(utf8(words.join('\n')))).toMatchObject([{ kind: 'embargoed-figures' }])
  })
  it('passes as it was last month, sorted or filtered however', () => {
    expect(findingsOf(listOf(sorted(old)))).toEqual([])
    expect(findingsOf(listOf([...old].reverse()))).toEqual([])
    expect(findingsOf(listOf(old.filter((row) => row.includes('Wales'))))).toEqual([])
  })
  it('passes with somebody’s own guess for the new month', () => {
    const guess = AREAS.map((area, at) => `2020-06,${area},${30_011 + 997 * at}`)
    expect(findingsOf(listOf(sorted([...old, ...guess])))).toEqual([])
  })
  it('leaves at 09:30 on Tuesday, and is held one millisecond before', () => {
    const bytes = listOf(sorted(fresh))
    expect(findingsOf(bytes, TUESDAY_09_30 - 1)).toHaveLength(1)
    expect(findingsOf(bytes, TUESDAY_09_30)).toEqual([])
  })
})
