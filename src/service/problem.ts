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

/** What the OpenAPI document says of the problems that any route may answer. */
export const PROBLEMS = {
  400: response('The request cannot be understood; the sentence says what to change.'),
  401: response('Nobody knows who asks.'),
  403: response('The one who asks may not do this.'),
  413: response('The request is larger than the service takes.'),
  429: response('Too many requests in a short time.'),
  503: response('The service cannot answer now; nothing was changed.'),
} as const

/** The same where the path names a release. */
export const PROBLEMS_OF_ONE = { ...PROBLEMS, 404: response('There is no such release.') } as const

/** There is no release of this id. */
export const noSuchRelease = (id: string): Problem =>
  problem(
    404,
    'no-such-release',
    'There is no such release',
    `No release ${id} is in the register: GET /api/releases lists them.`,
  )
