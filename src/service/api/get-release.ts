import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { onlyFor } from '../asker.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { RELEASE_PATH } from '../door/door.ts'
import { RELEASE_IN_FULL } from '../door/door-releases.ts'
import { etagOf } from '../door/etag.ts'
import { languageOf } from '../door/language.ts'
import { NO_SUCH_RELEASE, NOT_UNDERSTOOD, noSuchRelease, PROBLEMS, sendProblem } from '../door/problem.ts'
import type { Identify } from '../identity.ts'
import type { LiveRegister } from '../register/live-register.ts'
import { readOne } from '../register/release-reading.ts'
import { releaseInFull } from '../register/release-view.ts'

/** What reading the register needs. */
export type Reading = {
  readonly database: Database
  readonly register: LiveRegister
  readonly clock: Clock
  readonly identify: Identify
}

/** GET /api/releases/:id: one release with its files, team and access list. */
export const getRelease =
  ({ database, register, clock, identify }: Reading): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/releases/:id',
      schema: {
        operationId: 'readRelease',
        summary: 'One release with its files, team and access list',
        description:
          'Its ETag is named in If-Match by who changes it. It stays the same when a file is added or the clock goes on.',
        tags: ['releases'],
        params: RELEASE_PATH,
        response: { 200: RELEASE_IN_FULL, ...PROBLEMS, ...NOT_UNDERSTOOD, ...NO_SUCH_RELEASE },
      },
      onRequest: onlyFor('staff', identify),
      handler: async (request, reply) => {
        const found = await readOne(database, request.params.id)
        if (found === null) return sendProblem(reply, noSuchRelease(request.params.id))
        reply.header('etag', etagOf(found.revision))
        return releaseInFull(found.release, await register.current(), clock.now(), languageOf(request))
      },
    })
  }
