import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { featuresOf, finished, inspect, judge, type KeyedPart } from '../../src/guard.ts'
import type { Message } from '../../src/message/message.ts'
import type { Finding } from '../../src/register/contract.ts'
import { recordsOf } from '../../src/register/records.ts'
import { compileRegister, type EditionFile, type RegisterIndex } from '../../src/register/register-index.ts'
import type { Release } from '../../src/release/release.ts'
import { DEFAULT_POLICY } from '../../src/verdict/policy.ts'

/*
 * How well embargoed figures are recognised over a folder of real editions.
 *
 * npm run bench:recognition -- DIR [--json]
 *
 * DIR has pairs/NAME/{old,new}.*, with variants/ and variants-old/ and their
 * EXPECTED.tsv, and negatives/. Each pair is judged with `old` published and
 * `new` under embargo, and once more with `new` alone.
 */

type Case = {
  readonly pair: string
  readonly transform: string
  readonly path: string
  readonly expected: string
}
type Outcome = Case & { readonly got: string; readonly right: boolean; readonly bits: number }

const AT = Date.UTC(2020, 2, 16, 14, 42)
const FILES = /^(old|new)\./

const files = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile())
        .filter((path) => !/\.(tsv|json)$|SOURCE\.txt$/.test(path))
    : []

function editionFile(path: string, standing: EditionFile['standing']): EditionFile {
  const parts = finished(inspectFile(basename(path), readFileSync(path)))
  const bytes = concat(parts.map((part) => part.features.bytes))
  const weights = concat(parts.map((part) => part.features.weights))
  return {
    name: basename(path),
    standing,
    hashes: parts.map((part) => part.sha256 ?? '').filter((hash) => hash !== ''),
    records: recordsOf(bytes, weights),
  }
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces))
}

const release = (series: string): Release => ({
  id: series,
  series,
  title: series,
  at: Date.UTC(2020, 2, 17, 9, 30),
  london: '2020-03-17 09:30',
  state: 'confirmed',
  team: [],
  access: [],
})

function messageOf(path: string): Message {
  const bytes = readFileSync(path)
  const asBody = /\/body-[^/]*\.(txt|html)$/.test(path)
  const text = bytes.toString('utf8')
  return {
    from: 'sender@office.example',
    recipients: [{ address: 'friend@elsewhere.example', name: '', kind: 'person' }],
    body: asBody ? { kind: path.endsWith('.html') ? 'html' : 'plain', text } : { kind: 'plain', text: '' },
    attachments: asBody ? [] : [{ kind: 'file', id: '1', name: basename(path), bytes }],
    deliverAt: null,
  }
}

type Sent = { readonly path: string; readonly parts: readonly KeyedPart[] }

function sentOf(path: string): Sent {
  const parts = finished(inspect(messageOf(path))).map((part) => ({
    part: featuresOf(part),
    hash: part.sha256,
    features: part.features.bytes,
  }))
  return { path, parts }
}

function findingsOn(sent: Sent, register: RegisterIndex): readonly Finding[] {
  const { attachments: _attachments, ...message } = messageOf(sent.path)
  const enquiry = { build: 'bench', moment: 'send', ...message, parts: [] } as const
  return judge(enquiry, sent.parts, register, DEFAULT_POLICY, AT).findings
}

function verdictOf(findings: readonly Finding[]): { got: string; bits: number } {
  const bits = Math.max(0, ...findings.map((finding) => finding.bits))
  const kinds = findings.map((finding) => finding.kind)
  if (kinds.includes('embargoed-file') || kinds.includes('embargoed-figures')) return { got: 'FLAG', bits }
  if (kinds.includes('possible-figures')) return { got: 'POSSIBLE', bits }
  if (kinds.includes('unreadable')) return { got: 'UNREADABLE', bits }
  return { got: 'CLEAN', bits }
}

function isRight(expected: string, got: string): boolean {
  if (expected === 'FLAG') return got === 'FLAG'
  if (expected === 'NO-FLAG') return got === 'CLEAN' || got === 'UNREADABLE'
  if (expected === 'CANNOT-INSPECT') return got === 'UNREADABLE'
  if (expected === 'FLAG-IF-POSSIBLE') return got === 'FLAG' || got === 'POSSIBLE'
  return true
}

function expectedIn(folder: string): ReadonlyMap<string, string> {
  const table = join(folder, 'EXPECTED.tsv')
  if (!existsSync(table)) return new Map()
  const [, ...rows] = readFileSync(table, 'utf8').trim().split('\n')
  return new Map(
    rows.map((row) => row.split('\t')).map((cells) => [cells[0] ?? '', cells[cells.length - 1] ?? '']),
  )
}

function casesOf(pair: string, folder: string): Case[] {
  const own = readdirSync(folder).filter((name) => FILES.test(name))
  const cases = own.map((name) => ({
    pair,
    transform: name.startsWith('old') ? 'the published edition itself' : 'the embargoed edition itself',
    path: join(folder, name),
    expected: name.startsWith('old') ? 'NO-FLAG' : 'FLAG',
  }))
  for (const side of ['variants', 'variants-old']) {
    const expected = expectedIn(join(folder, side))
    for (const path of files(join(folder, side)))
      cases.push({
        pair,
        transform: `${side}: ${basename(path)}`,
        path,
        expected: expected.get(basename(path)) ?? (side === 'variants' ? 'FLAG' : 'NO-FLAG'),
      })
  }
  return cases
}

function run(folder: string): { withPublished: Outcome[]; alone: Outcome[] } {
  const pairs = readdirSync(join(folder, 'pairs')).filter((name) =>
    statSync(join(folder, 'pairs', name)).isDirectory(),
  )
  const negatives = files(join(folder, 'negatives')).map(sentOf)
  const withPublished: Outcome[] = []
  const alone: Outcome[] = []
  for (const pair of pairs) {
    process.stderr.write(`${pair}\n`)
    const place = join(folder, 'pairs', pair)
    const [old = '', fresh = ''] = ['old', 'new'].map((side) =>
      join(place, readdirSync(place).find((name) => name.startsWith(`${side}.`)) ?? ''),
    )
    const embargoed = editionFile(fresh, 'embargoed')
    const published = editionFile(old, 'published')
    const both = compileRegister([{ release: release(pair), files: [embargoed, published] }])
    const one = compileRegister([{ release: release(pair), files: [embargoed] }])
    process.stderr.write(
      `  novel ${both.editions[0]?.features.novel(AT)} of ${both.editions[0]?.features.size}\n`,
    )
    const cases = casesOf(pair, place)
    for (const entry of cases) {
      const sent = sentOf(entry.path)
      const judged = verdictOf(findingsOn(sent, both))
      withPublished.push({ ...entry, ...judged, right: isRight(entry.expected, judged.got) })
      if (entry.expected === 'NO-FLAG') continue
      const judgedAlone = verdictOf(findingsOn(sent, one))
      alone.push({ ...entry, ...judgedAlone, right: isRight(entry.expected, judgedAlone.got) })
    }
    for (const sent of negatives) {
      const base = { pair, transform: 'negatives', path: sent.path, expected: 'NO-FLAG' }
      for (const [register, into] of [
        [both, withPublished],
        [one, alone],
      ] as const) {
        const judged = verdictOf(findingsOn(sent, register))
        into.push({ ...base, ...judged, right: isRight('NO-FLAG', judged.got) })
      }
    }
  }
  return { withPublished, alone }
}

const [folder = '../shared/data'] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const { withPublished, alone } = run(folder)
for (const [title, outcomes] of [
  ['with the published edition', withPublished],
  ['without it', alone],
] as const) {
  const wrong = outcomes.filter((outcome) => !outcome.right)
  console.log(`\n${title}: ${outcomes.length} cases, ${wrong.length} wrong`)
  for (const outcome of wrong)
    console.log(
      `  ${outcome.pair}  ${outcome.transform}  ${outcome.transform === 'negatives' ? basename(outcome.path) : ''}  expected ${outcome.expected}, got ${outcome.got} (${outcome.bits} bits)`,
    )
}
