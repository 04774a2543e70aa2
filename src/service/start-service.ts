import type { FastifyInstance } from 'fastify'
import { tryOutDoors } from './api/try-out-doors.ts'
import { buildApp } from './app.ts'
import { realClock, settableClock } from './clock.ts'
import {
  type DataDirectory,
  keptSecret,
  openDataDirectory,
  type Secret,
  secretFromHex,
} from './database/data-directory.ts'
import { type Database, openDatabase } from './database/database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './database/embedded-postgres.ts'
import { demonstrate } from './demo/demo.ts'
import { PEOPLE } from './demo/people.ts'
import { seed } from './demo/seed.ts'
import { knowNobody, knowThese } from './identity.ts'
import { changingIn } from './register/changing.ts'
import { importsIn } from './register/importing.ts'
import { keysFrom } from './register/keyed-features.ts'
import { liveRegister } from './register/live-register.ts'
import { checkMarks } from './register/register-marks.ts'
import { registeringIn } from './register/registering.ts'
import { inTurn } from './register/turns.ts'
import type { Settings } from './settings.ts'
import { type Site, serveAddIn, serveTryOut } from './site.ts'
import type { StartFailure } from './start-failure.ts'

/** How to start a service. */
export type ServiceOptions = Pick<Settings, 'mode' | 'data'> & {
  readonly databaseUrl?: string | null
  readonly secret?: string | null
  /** Whether a try-out begins with the samples of the story in its register. */
  readonly samples?: boolean
  /** Whether a try-out with an empty register is filled with a year of invented work. */
  readonly demonstration?: boolean
  /** The built pages, where there are any to serve. */
  readonly site?: Site | null
  /** Whether requests are written to the log. */
  readonly log?: boolean
}

/** A service that answers `app.inject`, and listens once `app.listen` is called. */
export type StartedService = {
  readonly kind: 'started'
  readonly app: FastifyInstance
  /** Settles when the database that comes with the program ends, whoever ended it. */
  readonly databaseEnded: Promise<unknown>
  /** Ends what is under way, then the database. */
  readonly stop: () => Promise<void>
}

type Source = { readonly kind: 'url'; readonly url: string } | EmbeddedPostgres

const NEVER = new Promise<never>(() => undefined)

function secretFor({ secret }: ServiceOptions, data: DataDirectory): Secret | StartFailure {
  if (!secret) return keptSecret(data)
  return (
    secretFromHex(secret) ?? {
      kind: 'setting-unreadable',
      name: 'EMBARGO_GUARD_SECRET',
      because: 'it is not 64 hexadecimal digits',
    }
  )
}

async function buildOn(
  database: Database,
  secret: Secret,
  options: ServiceOptions,
): Promise<FastifyInstance | StartFailure> {
  const keys = keysFrom(secret)
  const differs = await checkMarks(database, keys)
  if (differs) return differs
  const register = liveRegister(database)
  const next = inTurn()
  const registering = registeringIn(database, register, next)
  const changing = changingIn(database, register, next)
  const tryOut = options.mode === 'try-out'
  const settable = settableClock()
  const clock = tryOut ? settable : realClock
  const app = await buildApp({
    database,
    register,
    registering,
    changing,
    imports: importsIn(database, register, next),
    keys,
    clock,
    identify: tryOut ? knowThese(PEOPLE) : knowNobody,
    tryOut,
    log: options.log ?? false,
  })
  if (tryOut) await app.register(tryOutDoors(settable))
  if (options.site) await (tryOut ? serveTryOut : serveAddIn)(app, options.site)
  if (tryOut && options.demonstration) await demonstrate(database, registering, keys, realClock.now())
  if (tryOut && options.samples) await seed(register, registering, keys, realClock.now())
  await app.ready()
  // Compiled while nobody asks yet; who asks earlier waits for it, and meets what goes wrong.
  register.current().then(
    ({ indexAt }) => indexAt(clock.now()).catch(() => undefined),
    () => undefined,
  )
  return app
}

async function startOn(
  source: Source,
  secret: Secret,
  options: ServiceOptions,
): Promise<StartedService | StartFailure> {
  const embedded = source.kind === 'embedded' ? source : null
  const opened = await openDatabase(source.url)
  if (opened.kind !== 'opened') {
    await embedded?.stop()
    return opened
  }
  const closeDatabase = async (): Promise<void> => {
    await opened.database.destroy()
    await embedded?.stop()
  }
  try {
    const app = await buildOn(opened.database, secret, options)
    if ('kind' in app) {
      await closeDatabase()
      return app
    }
    const stop = async (): Promise<void> => {
      await app.close()
      await closeDatabase()
    }
    return { kind: 'started', app, databaseEnded: embedded?.ended ?? NEVER, stop }
  } catch (fault) {
    await closeDatabase()
    throw fault
  }
}

/**
 * Starts the service, its database with it, and listens to nobody yet.
 *
 * `main.ts` then listens; the command line asks it by `app.inject`, to work on
 * a data directory without a running service.
 */
export async function startService(options: ServiceOptions): Promise<StartedService | StartFailure> {
  const data = openDataDirectory(options.data)
  if (data.kind !== 'data-directory') return data
  const secret = secretFor(options, data)
  if (secret.kind !== 'secret') return secret
  const source: Source | StartFailure = options.databaseUrl
    ? { kind: 'url', url: options.databaseUrl }
    : await startEmbeddedPostgres(data)
  if (source.kind !== 'url' && source.kind !== 'embedded') return source
  return startOn(source, secret, options)
}
