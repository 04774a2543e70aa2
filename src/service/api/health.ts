import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { PROBLEMS, problem, sendProblem } from '../door/problem.ts'

const NOT_READY = problem(
  503,
  'not-ready',
  { en: 'Not ready', cy: 'Ddim yn barod' },
  { en: 'The database does not answer.', cy: 'Nid yw’r gronfa ddata yn ateb.' },
)

const OK = z.object({ status: z.literal('ok') })

/** GET /healthz: the program runs. GET /readyz: it can answer, because its database does. */
export const health =
  (database: Database): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/healthz',
      schema: {
        operationId: 'isAlive',
        summary: 'The program runs',
        tags: ['health'],
        response: { 200: OK },
      },
      handler: async () => ({ status: 'ok' as const }),
    })
    app.route({
      method: 'GET',
      url: '/readyz',
      schema: {
        operationId: 'isReady',
        summary: 'The service can answer: its database does',
        tags: ['health'],
        response: { 200: OK, 503: PROBLEMS[503] },
      },
      handler: async (_, reply) => {
        try {
          await sql`select 1`.execute(database)
          return { status: 'ok' as const }
        } catch {
          return sendProblem(reply, NOT_READY)
        }
      },
    })
  }
