import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { onlyFor } from '../asker.ts'
import { RELEASE_PAGE, RELEASE_QUERY } from '../door/door-releases.ts'
import { NOT_UNDERSTOOD, PROBLEMS } from '../door/problem.ts'
import { readPage } from '../register/release-list.ts'
import type { Reading } from './get-release.ts'

/** GET /api/releases: a page of the register, the earliest release first unless asked otherwise. */
export const getReleases =
  ({ database, clock, identify }: Reading): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/releases',
      schema: {
        operationId: 'listReleases',
        summary: 'A page of the register, the earliest release first',
        description:
          '`search` looks for all its words in series, title and producer. `next` lifts next, and `embargoed` counts all that is under embargo now, whatever is searched.',
        tags: ['releases'],
        querystring: RELEASE_QUERY,
        response: { 200: RELEASE_PAGE, ...PROBLEMS, ...NOT_UNDERSTOOD },
      },
      onRequest: onlyFor('staff', identify),
      handler: (request) => readPage(database, request.query, clock.now()),
    })
  }
