import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { pairsIn } from './cases.ts'
import { isRight, registerOf, verdictOn } from './editions.ts'
import { RIVALS } from './rivals.ts'

/*
 * How well embargoed figures are recognised over a folder of real editions.
 *
 * npm run bench:recognition -- DIR [--json] [--against ssdeep,tlsh,containment]
 *
 * DIR has pairs/NAME/{old,new}.*, with variants/ and variants-old/ and their
 * EXPECTED.tsv, and negatives/. Each pair is judged with `old` published and
 * `new` under embargo, and once more with `new` alone.
 */

type Outcome = {
  readonly pair: string
  readonly transform: string
  readonly file: string
  readonly expected: string
  readonly got: string
  readonly bits: number
  readonly right: boolean
}

const SETTINGS = ['with the published edition', 'without it'] as const

function outcomes(folder: string): Record<(typeof SETTINGS)[number], Outcome[]> {
  const all: ReturnType<typeof outcomes> = { 'with the published edition': [], 'without it': [] }
  for (const { name: pair, editions, cases } of pairsIn(folder)) {
    process.stderr.write(`${pair}\n`)
    const registers = {
      'with the published edition': registerOf(pair, [editions.embargoed, editions.published]),
      'without it': registerOf(pair, [editions.embargoed]),
    }
    for (const { transform, path, expected, sent } of cases)
      for (const setting of SETTINGS) {
        // Without the published edition the old one may match, and registration says so.
        if (setting === 'without it' && expected === 'NO-FLAG' && transform !== 'negatives') continue
        const { got, bits } = verdictOn(sent(), registers[setting])
        all[setting].push({
          pair,
          transform,
          file: basename(path),
          expected,
          got,
          bits,
          right: isRight(expected, got),
        })
      }
  }
  return all
}

type Row = { recognised: number; missed: number; falseAlarms: number; other: number }

/** One row a transform: `variants: rounded.xlsx`, `negatives`. */
function tableOf(all: readonly Outcome[]): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>()
  for (const { transform, expected, got, right } of all) {
    const row = rows.get(transform) ?? { recognised: 0, missed: 0, falseAlarms: 0, other: 0 }
    rows.set(transform, row)
    if (expected === 'NO-FLAG') row[right ? 'other' : 'falseAlarms']++
    else if (expected.startsWith('FLAG')) row[right ? 'recognised' : 'missed']++
    else row[right ? 'other' : 'missed']++
    void got
  }
  return rows
}

function print(title: string, all: readonly Outcome[]): void {
  const wide = 46
  console.log(`\n${title}\n${'transform'.padEnd(wide)} recognised  missed  false alarms  passed as expected`)
  for (const [transform, row] of tableOf(all)) {
    const counts = [row.recognised, row.missed, row.falseAlarms, row.other]
    console.log(
      `${transform.padEnd(wide)} ${counts.map((count, at) => String(count).padStart([10, 7, 13, 19][at] ?? 8)).join(' ')}`,
    )
  }
  const wrong = all.filter((outcome) => !outcome.right)
  console.log(`${all.length} judged, ${wrong.length} wrong`)
  for (const { pair, transform, file, expected, got, bits } of wrong)
    console.log(`  ${pair}, ${transform}, ${file}: expected ${expected}, got ${got} (${bits} bits)`)
}

/** What rivals make of the same files; made ones and typed ones are no files and left out. */
function printRivals(folder: string, names: readonly string[]): void {
  console.log(
    '\noff the shelf, the same files'.padEnd(34),
    'recognised  published stopped  unrelated stopped',
  )
  for (const rival of RIVALS.filter(({ name }) => names.includes(name))) {
    if (!rival.isThere()) {
      console.log(`${rival.name}: not installed here`)
      continue
    }
    const counts = { flag: [0, 0], old: [0, 0], unrelated: [0, 0] }
    for (const { paths, cases } of pairsIn(folder))
      for (const { transform, path, expected } of cases.filter(({ path: file }) => existsSync(file))) {
        const kind = expected === 'FLAG' ? 'flag' : transform === 'negatives' ? 'unrelated' : 'old'
        if (expected !== 'FLAG' && expected !== 'NO-FLAG') continue
        counts[kind][1] = (counts[kind][1] ?? 0) + 1
        if (rival.stops(paths.embargoed, path)) counts[kind][0] = (counts[kind][0] ?? 0) + 1
      }
    const shares = [counts.flag, counts.old, counts.unrelated].map(([some, of]) =>
      `${some} / ${of}`.padStart(12),
    )
    console.log(rival.name.padEnd(32), shares.join('      '))
  }
}

const words = process.argv.slice(2)
const against = words.includes('--against') ? (words[words.indexOf('--against') + 1] ?? '').split(',') : []
const [folder = '../shared/data'] = words.filter(
  (word, at) => !word.startsWith('--') && words[at - 1] !== '--against',
)
const all = outcomes(folder)
if (words.includes('--json')) console.log(JSON.stringify(all, null, 1))
else for (const setting of SETTINGS) print(setting, all[setting])
if (against.length > 0) printRivals(folder, against)
process.exitCode = SETTINGS.some((setting) => all[setting].some((outcome) => !outcome.right)) ? 1 : 0
