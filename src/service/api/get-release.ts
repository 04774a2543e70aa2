import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { onlyFor } from '../asker.ts'
import { REGISTERED_RELEASE, RELEASE_PATH } from '../door.ts'
import { NO_SUCH_RELEASE, NOT_UNDERSTOOD, noSuchRelease, PROBLEMS, sendProblem } from '../problem.ts'
import { registeredRelease } from '../release-view.ts'
import type { Reading } from './get-releases.ts'

/** GET /api/releases/:id: one release with its files, team and access list. */
export const getRelease =
  ({ register, clock, identify }: Reading): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/releases/:id',
      schema: {
        operationId: 'readRelease',
        summary: 'One release with its files, team and access list',
        tags: ['releases'],
        params: RELEASE_PATH,
        response: { 200: REGISTERED_RELEASE, ...PROBLEMS, ...NOT_UNDERSTOOD, ...NO_SUCH_RELEASE },
      },
      onRequest: onlyFor('staff', identify),
      handler: async (request, reply) => {
        const now = await register.current()
        const release = now.releases.find(({ id }) => id === request.params.id)
        if (release === undefined) return sendProblem(reply, noSuchRelease(request.params.id))
        return registeredRelease(release, now, clock.now())
      },
    })
  }
