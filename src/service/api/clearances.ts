import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Clearance } from '../../register/clearance.ts'
import type { Problem } from '../../register/contract.ts'
import { askerOf, onlyFor } from '../asker.ts'
import { listClearances, readClearance } from '../checks/clearance-store.ts'
import {
  type Acting,
  askClearance,
  type Cleared,
  decideClearance,
  withdrawClearance,
} from '../checks/clearing.ts'
import { NOT_CLEARED } from '../checks/clearing-wording.ts'
import { realClock } from '../clock.ts'
import {
  CLEARANCE,
  CLEARANCE_DECISION,
  CLEARANCE_QUERY,
  CLEARANCE_REQUEST,
  CLEARANCES,
  ID_PATH,
} from '../door/door-clearances.ts'
import {
  NOT_ALLOWED,
  NOT_UNDERSTOOD,
  PROBLEMS,
  PROBLEMS_OF_BODY,
  problem,
  REFUSED,
  response,
  TITLES,
  withStatus,
} from '../door/problem.ts'
import type { Reading } from './get-release.ts'

const NO_SUCH = { 404: response('There is no such clearance, or no such check.') } as const
const CONFLICT = { 409: REFUSED[409] } as const

const NO_SUCH_CLEARANCE = problem(404, 'no-such-clearance', TITLES.noSuchClearance, NOT_CLEARED.noClearance)

const NOT_YOURS = problem(403, 'not-yours', TITLES.notAllowed, {
  en: 'Only an administrator sees the clearances of others.',
  cy: 'Dim ond gweinyddwr sy’n gweld caniatadau pobl eraill.',
})

/** /api/clearances: a second person’s leave for one message. */
export const clearances =
  ({ database, register, clock, identify }: Reading): FastifyPluginAsyncZod =>
  async (app) => {
    const actingOf = (request: FastifyRequest): Acting => ({
      person: askerOf(request),
      at: realClock.now(),
      serviceAt: clock.now(),
    })
    const never = async () => (await register.current()).organisation.settings.neverCleared
    const told = (reply: FastifyReply, came: Cleared): Clearance | Problem =>
      came.kind === 'cleared'
        ? came.clearance
        : withStatus(reply, problem(came.status, came.word, TITLES.notDone, came.because))
    const tags = ['clearances']
    app.route({
      method: 'POST',
      url: '/api/clearances',
      schema: {
        operationId: 'askClearance',
        summary: 'Asks for a second person’s leave to send what was held',
        tags,
        body: CLEARANCE_REQUEST,
        response: {
          201: CLEARANCE,
          ...PROBLEMS,
          ...PROBLEMS_OF_BODY,
          ...NOT_ALLOWED,
          ...NO_SUCH,
          ...CONFLICT,
        },
      },
      onRequest: onlyFor('staff', identify),
      handler: async (request, reply) => {
        reply.code(201)
        return told(reply, await askClearance(database, request.body, await never(), actingOf(request)))
      },
    })
    app.route({
      method: 'GET',
      url: '/api/clearances',
      schema: {
        operationId: 'listClearances',
        summary: 'Clearances, the latest first',
        description: 'An administrator sees everybody’s, others see their own; 200 at most.',
        tags,
        querystring: CLEARANCE_QUERY,
        response: { 200: CLEARANCES, ...PROBLEMS, ...NOT_UNDERSTOOD },
      },
      onRequest: onlyFor('staff', identify),
      handler: async (request) => {
        const { role, address } = askerOf(request)
        const theirs = role === 'administrator' ? null : address
        return listClearances(database, request.query.state ?? null, theirs, clock.now())
      },
    })
    app.route({
      method: 'GET',
      url: '/api/clearances/:id',
      schema: {
        operationId: 'readClearance',
        summary: 'One clearance',
        tags,
        params: ID_PATH,
        response: { 200: CLEARANCE, ...PROBLEMS, ...NOT_UNDERSTOOD, ...NOT_ALLOWED, ...NO_SUCH },
      },
      onRequest: onlyFor('staff', identify),
      handler: async (request, reply) => {
        const found = await readClearance(database, request.params.id, clock.now())
        if (found === null) return withStatus(reply, NO_SUCH_CLEARANCE)
        const { role, address } = askerOf(request)
        return role === 'administrator' || found.askedBy === address ? found : withStatus(reply, NOT_YOURS)
      },
    })
    app.route({
      method: 'POST',
      url: '/api/clearances/:id/decision',
      schema: {
        operationId: 'decideClearance',
        summary: 'Gives a second person’s leave, or refuses it',
        description: 'Never by the one who asked. It works once.',
        tags,
        params: ID_PATH,
        body: CLEARANCE_DECISION,
        response: {
          200: CLEARANCE,
          ...PROBLEMS,
          ...PROBLEMS_OF_BODY,
          ...NOT_ALLOWED,
          ...NO_SUCH,
          ...REFUSED,
        },
      },
      onRequest: onlyFor('administrator', identify),
      handler: async (request, reply) => {
        const { id } = request.params
        return told(
          reply,
          await decideClearance(database, id, request.body, await never(), actingOf(request)),
        )
      },
    })
    app.route({
      method: 'DELETE',
      url: '/api/clearances/:id',
      schema: {
        operationId: 'withdrawClearance',
        summary: 'Withdraws a request, or a leave that was given',
        tags,
        params: ID_PATH,
        response: {
          200: CLEARANCE,
          ...PROBLEMS,
          ...NOT_UNDERSTOOD,
          ...NOT_ALLOWED,
          ...NO_SUCH,
          ...CONFLICT,
        },
      },
      onRequest: onlyFor('staff', identify),
      handler: async (request, reply) =>
        told(reply, await withdrawClearance(database, request.params.id, actingOf(request))),
    })
  }
