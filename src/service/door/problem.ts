import type { FastifyReply } from 'fastify'
import type { Problem } from '../../register/contract.ts'
import type { Said } from '../../release/said.ts'
import { PROBLEM } from './door.ts'
import { languageOf } from './language.ts'

/** Source: RFC 9457 §3. */
export const PROBLEM_TYPE = 'application/problem+json'

/** A problem before it is known in which language it is told. */
export type SaidProblem = {
  readonly type: string
  readonly status: number
  readonly title: Said
  readonly detail: Said
}

/** A problem: `word` stays the same for programs, `detail` is one sentence for a person. */
export const problem = (status: number, word: string, title: Said, detail: Said): SaidProblem => ({
  type: `urn:embargo-guard:problem:${word}`,
  title,
  status,
  detail,
})

/** Makes a problem the answer of a handler that returns it, in the language that is asked for. */
export function withStatus(reply: FastifyReply, { type, title, status, detail }: SaidProblem): Problem {
  const language = languageOf(reply.request)
  reply.code(status).type(PROBLEM_TYPE).header('content-language', language).header('vary', 'accept-language')
  return { type, title: title[language], status, detail: detail[language] }
}

/** Answers with a problem. */
export const sendProblem = (reply: FastifyReply, told: SaidProblem): FastifyReply =>
  reply.send(withStatus(reply, told))

/** Titles that several problems have. */
export const TITLES = {
  notDone: { en: 'This cannot be done', cy: 'Ni ellir gwneud hyn' },
  notAllowed: { en: 'Not allowed', cy: 'Ni chaniateir' },
  overtaken: { en: 'Somebody else was first', cy: 'Roedd rhywun arall yn gyntaf' },
  noSuchAddress: { en: 'There is no such address', cy: 'Nid oes cyfeiriad o’r fath' },
  noSuchCheck: { en: 'There is no such check', cy: 'Nid oes gwiriad o’r fath' },
  noSuchClearance: { en: 'There is no such clearance', cy: 'Nid oes caniatâd o’r fath' },
} as const satisfies Readonly<Record<string, Said>>

/** Nothing is at this address. */
export const noSuchAddress = (asked: string): SaidProblem => {
  const named = asked.slice(0, 200)
  return problem(404, 'no-such-address', TITLES.noSuchAddress, {
    en: `Nothing is at ${named}.`,
    cy: `Nid oes dim yn ${named}.`,
  })
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
  { en: 'Which state do you know?', cy: 'Pa gyflwr a wyddoch?' },
  {
    en: 'Send the header If-Match with the ETag of what you read, so that nothing is undone that you have not seen.',
    cy: 'Anfonwch y pennyn If-Match gydag ETag yr hyn a ddarllenoch, fel na ddadwneir dim nas gwelsoch.',
  },
)

/** There is no release of this id. */
export const noSuchRelease = (id: string): SaidProblem =>
  problem(
    404,
    'no-such-release',
    { en: 'There is no such release', cy: 'Nid oes datganiad o’r fath' },
    {
      en: `No release ${id} is in the register: GET /api/releases lists them.`,
      cy: `Nid oes datganiad ${id} yn y gofrestr: mae GET /api/releases yn eu rhestru.`,
    },
  )
