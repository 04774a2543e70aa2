import { join } from 'node:path'
import { type Settings, settingsFrom } from './settings.ts'
import { type StartFailure, startFailureSentence, systemReason } from './start-failure.ts'
import { type StartedService, startService } from './start-service.ts'

/** Exit codes. Source: sysexits.h: EX_USAGE for what was asked, EX_SOFTWARE for what failed. */
const WRONG_USAGE = 64
const FAILED = 70

/** One Ctrl-C may come twice, from the terminal and from npm; this long it is the same one. Unit: milliseconds. */
const SAME_SIGNAL_MS = 1_000
/** How soon a service notices that npm is gone, in milliseconds. */
const LOOK_FOR_PARENT_MS = 300

const USAGE_FAILURES: ReadonlySet<StartFailure['kind']> = new Set(['setting-unreadable', 'host-not-loopback'])

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

function sayFailure(failure: StartFailure): void {
  process.stderr.write(`${startFailureSentence(failure)}\n`)
  process.exitCode = USAGE_FAILURES.has(failure.kind) ? WRONG_USAGE : FAILED
}

function listenFailure({ host, port }: Settings, fault: unknown): StartFailure {
  const because = systemReason(fault)
  return because === 'EADDRINUSE'
    ? { kind: 'port-in-use', host, port }
    : { kind: 'address-refused', host, port, because }
}

/** Where the service is, and how to stop it. */
function sayWhere({ mode, host, data, databaseUrl }: Settings, port: number): void {
  const shown = host === '127.0.0.1' || host === '::1' ? 'localhost' : host
  const at = (path: string): string => `http://${shown}:${port}${path}`
  if (mode === 'try-out') {
    say('Embargo Guard, try-out: open the first address in a browser and press “Replay 16 March 2020”.')
    say(`  ${at('/outlook')}`)
  } else say('Embargo Guard, service:')
  say(`  ${at('/api/openapi.json')}`)
  say(databaseUrl === null ? `The data are in ${data}.` : 'The data are in the database of DATABASE_URL.')
  say('Stop with Ctrl-C.')
}

/** The first signal stops the service in order, another some time later at once. */
function untilSignal(): Promise<'signalled'> {
  return new Promise((settle) => {
    let askedAt = Number.POSITIVE_INFINITY
    const ask = (): void => {
      if (performance.now() - askedAt > SAME_SIGNAL_MS) process.exit(FAILED)
      askedAt = Math.min(askedAt, performance.now())
      settle('signalled')
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  })
}

/**
 * Under `npm start` a shell stands between npm and us: SIGTERM to npm ends the
 * shell and never comes here. That we were handed to another parent does.
 */
function untilAbandoned(): Promise<'abandoned'> {
  const parent = process.ppid
  return new Promise((settle) => {
    if (process.env.npm_lifecycle_event === undefined) return
    setInterval(() => {
      if (process.ppid !== parent) settle('abandoned')
    }, LOOK_FOR_PARENT_MS).unref()
  })
}

async function listen(service: StartedService, settings: Settings): Promise<number | StartFailure> {
  try {
    const { host, port } = settings
    const address = await service.app.listen({ host, port })
    return Number(new URL(address).port)
  } catch (fault) {
    return listenFailure(settings, fault)
  }
}

async function run(settings: Settings): Promise<void> {
  const asked = Promise.race([untilSignal(), untilAbandoned()])
  const dist = import.meta.dirname
  const { origin } = settings
  const site = { dist, origin, officeJs: join(dist, '..', 'node_modules', '@microsoft', 'office-js', 'dist') }
  const service = await startService({
    ...settings,
    samples: true,
    demonstration: true,
    site,
    log: settings.mode === 'service',
  })
  if (service.kind !== 'started') return sayFailure(service)
  const port = await listen(service, settings)
  if (typeof port === 'number') {
    sayWhere(settings, port)
    const why = await Promise.race([asked, service.databaseEnded.then(() => 'database' as const)])
    if (why === 'database') sayFailure({ kind: 'database-ended', data: settings.data })
    else say('Stopping.')
  } else sayFailure(port)
  await service.stop()
}

const HELP = `Starts the service. It takes no words, only variables:

  PORT, HOST               where it listens (3000, 127.0.0.1)
  EMBARGO_GUARD_DATA       where the data are kept (./data)
  DATABASE_URL             a PostgreSQL, version 15 or later, to use instead of its own
  EMBARGO_GUARD_MODE       service for a real one, instead of a try-out
  EMBARGO_GUARD_SECRET     the secret, 64 hexadecimal digits, instead of the file “secret”
  EMBARGO_GUARD_ORIGIN     the https origin that Outlook reaches a real service at
`

/** The service takes no words: what somebody may have meant is not guessed. */
function answerWords(words: readonly string[]): void {
  if (words.every((word) => word === '--help')) return say(HELP)
  process.stderr.write(
    `The service takes no words such as “${words[0]}”. Ask with --help for its variables.\n`,
  )
  process.exitCode = WRONG_USAGE
}

const words = process.argv.slice(2)
const settings = settingsFrom(process.env)
if (words.length > 0) answerWords(words)
else if (settings.kind === 'settings') await run(settings)
else sayFailure(settings)
// A connection that somebody keeps open must not keep a stopped service alive.
process.exit()
