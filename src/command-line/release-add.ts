import { basename } from 'node:path'
import { inspectFile } from '../fingerprint/inspect.ts'
import { finished, registeredFeaturesOf } from '../guard.ts'
import type { NewFile, NewRelease, RegisteredFile, RegisteredRelease } from '../register/contract.ts'
import { instantFrom } from '../release/london-time.ts'
import { RELEASE_STATES } from '../release/release.ts'
import { EXIT, type Failure, wrongUsage } from './exit-code.ts'
import { bytesOf, faultWith } from './files.ts'
import { isGiven, manyOf, type OptionKind, type Options, oneOf } from './options.ts'
import { progressOn } from './progress.ts'
import { type Service, serviceFrom } from './service.ts'

export const RELEASE_ADD_OPTIONS: Readonly<Record<string, OptionKind>> = {
  series: 'one',
  title: 'one',
  at: 'one',
  state: 'one',
  embargo: 'many',
  published: 'many',
  team: 'many',
  json: 'flag',
  service: 'one',
  data: 'one',
  help: 'flag',
}

/** `release add`: everything is read and understood before anything is registered. */
export async function releaseAdd(options: Options): Promise<number | Failure> {
  const release = releaseFrom(options)
  if ('kind' in release) return release
  const files = filesFrom(options)
  if ('kind' in files) return files
  const service = await serviceFrom(options)
  if (service.kind === 'failure') return service
  try {
    const added = await add(service, release, files)
    if ('kind' in added) return added
    process.stdout.write(isGiven(options, 'json') ? `${JSON.stringify(added)}\n` : textOf(added))
    return EXIT.allow
  } finally {
    await service.stop()
  }
}

function releaseFrom(options: Options): NewRelease | Failure {
  const [series, title, at] = ['series', 'title', 'at'].map((name) => oneOf(options, name)?.trim() ?? '')
  if (!series || !title || !at)
    return wrongUsage('A release needs --series, --title and --at. Ask with --help how they are written.')
  const instant = instantFrom(at)
  if (instant.kind !== 'instant') return wrongUsage(instant.because.en)
  const state = oneOf(options, 'state') ?? 'confirmed'
  const known = RELEASE_STATES.find((candidate) => candidate === state)
  if (known === undefined)
    return wrongUsage(`“${state}” is no state of a release. The states are ${RELEASE_STATES.join(', ')}.`)
  return { series, title, at, state: known, team: manyOf(options, 'team') }
}

/** The published files first: what an embargoed one holds is judged against them. */
function filesFrom(options: Options): readonly NewFile[] | Failure {
  const named = [
    ...manyOf(options, 'published').map((path) => ({ path, standing: 'published' as const })),
    ...manyOf(options, 'embargo').map((path) => ({ path, standing: 'embargoed' as const })),
  ]
  const fault = faultWith(named.map(({ path }) => path))
  if (fault !== null) return fault
  const progress = progressOn(process.stderr)
  const files: NewFile[] = []
  for (const { path, standing } of named) {
    progress.show(files.length, named.length, path)
    const read = bytesOf(path)
    if (read.kind === 'failure') return read
    const parts = finished(inspectFile(basename(path), read.bytes, 'register')).map(registeredFeaturesOf)
    files.push({ name: basename(path), standing, parts })
  }
  progress.clear()
  return files
}

/** What was registered, as it is printed. */
type Added = Pick<RegisteredRelease, 'id' | 'series' | 'title' | 'london'> & {
  readonly at: string
  readonly files: readonly RegisteredFile[]
}

async function add(
  service: Service,
  release: NewRelease,
  files: readonly NewFile[],
): Promise<Added | Failure> {
  const registered = await service.ask<RegisteredRelease>('POST', '/api/releases', release)
  if (registered.kind === 'failure') return registered
  const { id, series, title, london, at } = registered.value
  const added: RegisteredFile[] = []
  for (const file of files) {
    const one = await service.ask<RegisteredFile>('POST', `/api/releases/${id}/files`, file)
    if (one.kind === 'failure')
      return {
        ...one,
        sentence: `Release ${id} is registered, but not its file ${file.name}: ${one.sentence}`,
      }
    added.push(one.value)
  }
  return { id, series, title, london, at: new Date(at).toISOString(), files: added }
}

function textOf({ id, title, london, files }: Added): string {
  const lines = files.map((file) => {
    const { name, standing, figures, features, novel, advice } = file
    const news = standing === 'embargoed' ? `, ${novel} of ${features} features novel` : ''
    return [`  ${standing}  ${name}: ${figures} figures${news}`, ...advice.map((line) => `    ${line}`)].join(
      '\n',
    )
  })
  return `${[`${id}  ${title}, ${london} London`, ...lines].join('\n')}\n`
}
