import type { FastifyReply } from 'fastify'
import type { Problem } from '../../register/contract.ts'
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

/** Makes a problem, with what it holds besides, the answer of a handler that returns it. */
export function withStatus<Told extends Problem>(reply: FastifyReply, told: Told): Told {
  reply.code(told.status).type(PROBLEM_TYPE)
  return told
}

/** An answer of 400 or above in the description of the API. */
export const response = (description: string) => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: PROBLEM } },
})

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

/** The rules of the trade do not allow it. */
export const REFUSED = {
  409: response('It does not go with the state that the thing is in; the sentence says why.'),
  422: response('Something is missing or wrong in what was asked for; the sentence says what.'),
} as const

/** The one who asks does not say what they know of the thing they want to change. */
export const REVISION_NOT_NAMED = {
  428: response('Name in If-Match the ETag that you know: so nobody undoes what they have not seen.'),
} as const

export const REVISION_MISSING = problem(
  428,
  'revision-not-named',
  'Which state do you know?',
  'Send the header If-Match with the ETag of what you read, so that nothing is undone that you have not seen.',
)

/** There is no release of this id. */
export const noSuchRelease = (id: string): Problem =>
  problem(
    404,
    'no-such-release',
    'There is no such release',
    `No release ${id} is in the register: GET /api/releases lists them.`,
  )
