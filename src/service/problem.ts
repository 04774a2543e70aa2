import type { FastifyReply } from 'fastify'
import type { Problem } from '../register/contract.ts'
import { PROBLEM } from './door.ts'

/** Source: RFC 9457 §3. */
export const PROBLEM_TYPE = 'application/problem+json'

/** A problem: `word` stays the same for programs, `detail` is one sentence for a person. */
export function problem(status: number, word: string, title: string, detail: string): Problem {
  return { type: `urn:embargo-guard:problem:${word}`, title, status, detail }
}

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, told: Problem): FastifyReply {
  return reply.code(told.status).type(PROBLEM_TYPE).send(told)
}

const response = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: PROBLEM } } })

/** What any route may answer that asks who asks. */
export const PROBLEMS = {
  401: response('Nobody knows who asks.'),
  429: response('Too many requests in a short time.'),
  500: response('The service failed; its log says more.'),
  503: response('The service cannot answer now; nothing was changed.'),
} as const

/** Something of the request is wrong. */
export const NOT_UNDERSTOOD = {
  400: response('The request cannot be understood; the sentence says what to change.'),
} as const

/** What a route may answer besides that is sent something. */
export const PROBLEMS_OF_BODY = {
  ...NOT_UNDERSTOOD,
  413: response('The request is larger than the service takes.'),
  415: response('The request is not JSON.'),
} as const

/** What a route may answer besides that is not for everybody. */
export const NOT_ALLOWED = { 403: response('The one who asks may not do this.') } as const

/** What a route may answer besides whose path names a release. */
export const NO_SUCH_RELEASE = { 404: response('There is no such release.') } as const

/** There is no release of this id. */
export const noSuchRelease = (id: string): Problem =>
  problem(
    404,
    'no-such-release',
    'There is no such release',
    `No release ${id} is in the register: GET /api/releases lists them.`,
  )
