import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHECK_OPTIONS } from '../../src/command-line/check.ts'
import { optionsFrom } from '../../src/command-line/options.ts'
import { serviceFrom } from '../../src/command-line/service.ts'
import { type RunningService, runService } from '../running-service.ts'

/** The built program, as a pipeline calls it. */
type Ended = { readonly code: number | null; readonly out: string; readonly error: string }
const run = (...words: readonly string[]): Ended => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/embargo-guard.js', ...words], {
    encoding: 'utf8',
    // While it waits nothing else can: no time limit of the test would be noticed.
    timeout: 50_000,
  })
  return { code: status, out: stdout, error: stderr }
}
const linesOf = (ended: Ended) =>
  ended.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const folder = mkdtempSync(join(tmpdir(), 'embargo-guard-command-line-'))
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG']
const table = (months: number, revised = 0): string =>
  [
    'Month,Central,Local,Total',
    ...MONTHS.slice(0, months).map(
      (month, at) =>
        `2020 ${month},${3174 + at * 17 + (at === 2 ? revised : 0)},${2051 - at * 23},${5225 + at * 7}`,
    ),
  ].join('\n')
const published = file('published.csv', table(7))
const embargoed = file('embargoed.csv', table(8, 4))
const extract = file('extract.csv', `${table(8, 4).split('\n').at(-1)}\n`)
const mail = file(
  'body.html',
  `<p>Here:</p><table><tr>${table(8, 4)
    .split('\n')
    .at(-1)
    ?.split(',')
    .map((cell) => `<td>${cell}</td>`)
    .join('')}</tr></table>`,
)
const locked = file('locked.7z', Buffer.from('377abcaf271c0004000000000000', 'hex'))

let service: RunningService
beforeAll(async () => {
  service = await runService()
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
})

const toService = (...words: readonly string[]): Ended => run(...words, '--service', service.origin)
const SERIES = [
  'release',
  'add',
  '--series',
  'PSE monthly',
  '--title',
  'PSE, August 2020',
  '--at',
  '2030-05-21 07:00',
] as const

describe('a pipeline registers and checks', () => {
  it('a release with its editions, and is told what is novel', () => {
    const added = toService(...SERIES, '--embargo', embargoed, '--published', published, '--json')
    expect(added).toMatchObject({ code: 0, error: '' })
    const { id, at, files } = JSON.parse(added.out)
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(at).toBe('2030-05-21T06:00:00.000Z')
    expect(files).toMatchObject([
      { name: 'published.csv', standing: 'published', figures: 21 },
      { name: 'embargoed.csv', standing: 'embargoed', figures: 24 },
    ])
    expect(files[1].novel).toBeGreaterThan(0)
    expect(files[1].novel).toBeLessThan(files[1].features)
  })
  it('each file as a message of its own, a line of JSON each, and ends with the worst', () => {
    const checked = toService(
      'check',
      '--each',
      embargoed,
      published,
      extract,
      mail,
      '--as-body',
      '--to',
      'friend@example.org',
    )
    expect(checked.code).toBe(20)
    const lines = linesOf(checked)
    expect(lines.map(({ verdict }) => verdict)).toEqual(['block', 'allow', 'block', 'block'])
    expect(lines[0].findings[0]).toMatchObject({ kind: 'embargoed-file', recipients: ['friend@example.org'] })
    expect(lines[1]).toEqual({ file: published, verdict: 'allow', findings: [] })
    expect(lines[2].findings[0]).toMatchObject({
      kind: 'embargoed-figures',
      part: 'extract.csv',
      release: { title: 'PSE, August 2020', at: '2030-05-21T06:00:00.000Z' },
      evidence: [{ where: 'row 1', text: '2020 AUG | 3293 | 1890 | 5274' }],
    })
    expect(lines[3].findings[0]).toMatchObject({ kind: 'embargoed-figures', part: 'message body' })
  })
  it('one message with several files, in words', () => {
    const checked = toService('check', '--attach', extract, locked, '--to', 'friend@example.org')
    expect(checked.code).toBe(20)
    expect(checked.out).toMatch(/^block {2}/)
    expect(checked.out).toContain('is an archive of a kind that is not opened')
  })
  it('what cannot be read, with a warning', () => {
    expect(toService('check', '--attach', locked, '--to', 'friend@example.org').code).toBe(10)
  })
  it.each([
    ['2030-05-21T05:59:59.999Z', 20],
    ['2030-05-21 07:00', 0],
  ])('as if it were %s', (at, code) => {
    expect(toService('check', '--attach', extract, '--at', at).code).toBe(code)
  })
  it('scheduled delivery at the release, with a warning that it may move', () => {
    expect(
      toService('check', '--attach', extract, '--to', 'a@example.org', '--deliver-at', '2030-05-21 07:00')
        .code,
    ).toBe(10)
  })
})

describe('a register in a folder', () => {
  it('is worked on without a running service, and refused while one uses it', () => {
    const data = join(folder, 'data')
    expect(run(...SERIES, '--embargo', embargoed, '--data', data).code).toBe(0)
    expect(run('check', '--attach', extract, '--data', data).code).toBe(20)
    const used = run('check', '--attach', extract, '--data', service.data)
    expect(used.code).toBe(70)
    expect(used.error).toMatch(/is in use by process \d+: stop that one first/)
  })
})

describe('wrong usage is one sentence that says what to do, and exit 64', () => {
  it.each([
    [['release', 'add', '--series', 'A', '--title', 'B', '--at', 'tomorrow'], /“tomorrow” is not a time/],
    [
      ['release', 'add', '--series', 'A', '--title', 'B', '--at', '2026-03-29 01:30'],
      /clocks skip 2026-03-29 01:30/,
    ],
    [['release', 'add', '--series', 'A', '--title', 'B', '--at', '2026-10-25 01:30'], /twice/],
    [
      ['release', 'add', '--series', 'A', '--title', 'B', '--at', '2026-05-19 07:00', '--state', 'maybe'],
      /“maybe” is no state of a release/,
    ],
    [['release', 'add', '--series', 'A'], /needs --series, --title and --at/],
    [['check', '--attach', '/nowhere/tables.xlsx'], /There is no file \/nowhere\/tables\.xlsx/],
    [['check', '--attach', folder], /is a folder/],
    [['check'], /nothing to check/],
    [['check', '--colour', 'blue'], /no option --colour/],
    [['chekc'], /no command “chekc”/],
    [['check', '--attach', extract, '--data', 'a', '--service', 'http://localhost:1'], /exclude each other/],
    [['check', '--attach', extract, '--service', 'localhost:3000'], /no address of a service/],
  ] as const)('%j', (words, sentence) => {
    const ended = run(...words)
    expect(ended).toMatchObject({ code: 64, out: '' })
    expect(ended.error).toMatch(sentence)
    expect(ended.error.trim().split('\n')).toHaveLength(1)
  })
  it('a service that is not there is exit 70, and says how to start one', () => {
    const ended = run('check', '--attach', extract, '--service', 'http://localhost:1')
    expect(ended.code).toBe(70)
    expect(ended.error).toMatch(/No service answers at http:\/\/localhost:1\. Start it with “npm start”/)
  })
  it('a service of another version is exit 70: nothing was wrong with what was asked', async () => {
    const old = createServer((_request, response) => {
      const type = 'urn:embargo-guard:problem:fingerprints-differ'
      response.writeHead(400).end(JSON.stringify({ type, status: 400, detail: 'Close Outlook.' }))
    })
    await new Promise<void>((listening) => old.listen(0, '127.0.0.1', listening))
    const address = old.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const options = optionsFrom(['--service', `http://127.0.0.1:${port}`], CHECK_OPTIONS)
    if (options.kind !== 'options') throw new Error(options.sentence)
    const asked = await serviceFrom(options)
    if (asked.kind !== 'service') throw new Error(asked.sentence)
    expect(await asked.ask('POST', '/api/checks', {})).toEqual({
      kind: 'failure',
      code: 70,
      sentence: expect.stringContaining('use the one that came with the service'),
    })
    old.close()
  })
  it('nothing is registered where one of the files is missing', () => {
    const data = join(folder, 'untouched')
    mkdirSync(data)
    const ended = run(...SERIES, '--embargo', embargoed, '/nowhere.csv', '--data', data)
    expect(ended).toMatchObject({ code: 64, out: '' })
  })
})

describe('help', () => {
  it.each([
    [[]],
    [['release']],
    [['release', 'add']],
    [['check']],
    [['manifest']],
    [['backup']],
    [['restore']],
  ] as const)('is there for %j', (words) => {
    const ended = run(...words, '--help')
    expect(ended).toMatchObject({ code: 0, error: '' })
    expect(ended.out).toContain('embargo-guard')
  })
})

it('names every command to who asks for help with none', () => {
  const { out } = run('--help')
  for (const command of ['release add', 'check', 'manifest', 'backup', 'restore'])
    expect(out).toContain(`embargo-guard ${command} `)
})

describe('the manifest for one office', () => {
  it('has its origin and its send mode', () => {
    const { code, out } = run('manifest', '--origin', 'https://guard.office.example', '--soft-block')
    expect(code).toBe(0)
    expect(out).toContain('https://guard.office.example/addin/launch.html')
    expect(out).toContain('SendMode="SoftBlock"')
    expect(out).not.toContain('embargo-guard.example')
  })
  it('is refused for what is no origin', () => {
    expect(run('manifest', '--origin', 'http://guard').code).toBe(64)
  })
})
