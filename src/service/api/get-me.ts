import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { askerOf, onlyFor } from '../asker.ts'
import { ME } from '../door/door-administration.ts'
import { PROBLEMS } from '../door/problem.ts'
import type { Identify } from '../identity.ts'

/** GET /api/me: who is asking, as the service knows them. */
export const getMe =
  (identify: Identify): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/me',
      schema: {
        operationId: 'whoAmI',
        summary: 'Who is asking, as the service knows them',
        tags: ['people'],
        response: { 200: ME, ...PROBLEMS },
      },
      onRequest: onlyFor('staff', identify),
      handler: async (request) => {
        const { address, name, role } = askerOf(request)
        return { address, name, role }
      },
    })
  }
