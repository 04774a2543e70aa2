import fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { calendars } from './api/calendars.ts'
import { changeFiles } from './api/change-files.ts'
import { changeRelease } from './api/change-release.ts'
import { checkRecords } from './api/check-records.ts'
import { clearances } from './api/clearances.ts'
import { getChanges } from './api/get-changes.ts'
import { getMe } from './api/get-me.ts'
import { getRelease } from './api/get-release.ts'
import { getReleases } from './api/get-releases.ts'
import { health } from './api/health.ts'
import { journal } from './api/journal.ts'
import { postChecks } from './api/post-checks.ts'
import { postFiles } from './api/post-files.ts'
import { postReleases } from './api/post-releases.ts'
import { previewFile } from './api/preview-file.ts'
import { settings } from './api/settings.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database/database.ts'
import { describeApi } from './door/description.ts'
import { answerFaults } from './door/faults.ts'
import { limitRate, setHeaders } from './door/protection.ts'
import type { Identify } from './identity.ts'
import type { Changing } from './register/changing.ts'
import type { Imports } from './register/importing.ts'
import type { Keys } from './register/keyed-features.ts'
import type { LiveRegister } from './register/live-register.ts'
import type { Registering } from './register/registering.ts'

/** Unit: bytes. The features of the largest attachment measured, a text of 21 MB, are 64 MB of base64. */
const MAX_BODY_BYTES = 64 * 1024 * 1024

/** What the API stands on. */
export type Parts = {
  readonly database: Database
  readonly register: LiveRegister
  readonly registering: Registering
  readonly changing: Changing
  readonly imports: Imports
  readonly keys: Keys
  readonly clock: Clock
  readonly identify: Identify
  readonly tryOut: boolean
  /** Whether requests are written to the log. */
  readonly log: boolean
}

/** The API over a database that is open. It listens to nobody yet. */
export async function buildApp(parts: Parts): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: MAX_BODY_BYTES,
    // A stop does not wait for browsers that keep their connection open.
    forceCloseConnections: true,
    logger: parts.log && { redact: ['req.headers.authorization'] },
  })
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('asker', null)
  answerFaults(app)
  await setHeaders(app, parts.tryOut)
  if (!parts.tryOut) await limitRate(app)
  await describeApi(app, parts.tryOut)
  await app.register(postChecks({ ...parts, takesAt: parts.tryOut }))
  await app.register(getReleases(parts))
  await app.register(getRelease(parts))
  await app.register(postReleases(parts, parts.registering))
  await app.register(postFiles(parts, parts.registering, parts.keys))
  await app.register(previewFile(parts, parts.keys))
  await app.register(changeFiles(parts, parts.registering, parts.keys))
  await app.register(changeRelease(parts, parts.changing))
  await app.register(getMe(parts.identify))
  await app.register(settings(parts))
  await app.register(journal(parts.database, parts.identify))
  await app.register(getChanges(parts.database, parts.identify))
  await app.register(clearances(parts))
  await app.register(checkRecords(parts))
  await app.register(calendars(parts, parts.imports))
  await app.register(health(parts.database))
  return app
}
