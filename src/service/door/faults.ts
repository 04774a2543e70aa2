import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { alike } from '../../release/said.ts'
import { noSuchAddress, problem, type SaidProblem, sendProblem } from './problem.ts'

/** How many of the things that are wrong with a request one sentence names. */
const MOST_ISSUES = 3

type Issue = { readonly instancePath: string; readonly message?: string | undefined }

/** `recipients.0.address: expected string`, for the first few. */
function issuesText(issues: readonly Issue[]): string {
  const told = issues.slice(0, MOST_ISSUES).map(({ instancePath, message = 'is wrong' }) => {
    const where = instancePath.replace(/^\//, '').replaceAll('/', '.')
    return where === '' ? message : `${where}: ${message}`
  })
  const more = issues.length - told.length
  return told.join('; ') + (more > 0 ? `; and ${more} more` : '')
}

/** PostgreSQL’s classes of its own trouble: connection, who may enter, no such database, resources, operator, system. Source: its manual, appendix A. */
const DATABASE_TROUBLE = /^(?:08|28|3D|53|57|58)|^ECONN|^EPIPE|^ETIMEDOUT$/

const isDatabaseTrouble = (fault: FastifyError): boolean =>
  DATABASE_TROUBLE.test(fault.code ?? '') ||
  /connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/i.test(
    fault.message,
  )

/** Faults of a request that Fastify knows by name. */
const KNOWN: Readonly<Record<string, SaidProblem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: problem(
    413,
    'too-large',
    { en: 'The request is too large', cy: 'Mae’r cais yn rhy fawr' },
    {
      en: 'It is larger than the service takes: send fewer attachments at once, or parts of a file one by one.',
      cy: 'Mae’n fwy nag y mae’r gwasanaeth yn ei dderbyn: anfonwch lai o atodiadau ar unwaith, neu rannau ffeil fesul un.',
    },
  ),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problem(
    415,
    'not-json',
    { en: 'The request is not JSON', cy: 'Nid JSON yw’r cais' },
    {
      en: 'Send JSON, with the header content-type: application/json.',
      cy: 'Anfonwch JSON, gyda’r pennyn content-type: application/json.',
    },
  ),
}

const DATABASE_SILENT = problem(
  503,
  'database-unreachable',
  { en: 'The database does not answer', cy: 'Nid yw’r gronfa ddata yn ateb' },
  {
    en: 'Nothing was changed: try again in a moment.',
    cy: 'Ni newidiwyd dim: rhowch gynnig arall arni ymhen ennyd.',
  },
)

const OUR_FAULT = problem(
  500,
  'our-fault',
  { en: 'The service failed', cy: 'Methodd y gwasanaeth' },
  {
    en: 'This is a fault of the service, not of your request. It is in the service’s log.',
    cy: 'Nam ar y gwasanaeth yw hwn, nid ar eich cais. Mae yn log y gwasanaeth.',
  },
)

/** What is wrong with a request is told to programmers: in English, as its schema is. */
const notUnderstood = (status: number, detail: string): SaidProblem =>
  problem(
    status,
    'not-understood',
    { en: 'The request cannot be understood', cy: 'Ni ellir deall y cais' },
    alike(`${detail}.`),
  )

/** What the sender of a request is told of a fault: all of it where it is theirs, nothing of our insides where it is ours. */
function problemOf(fault: FastifyError): SaidProblem {
  if (hasZodFastifySchemaValidationErrors(fault)) return notUnderstood(400, issuesText(fault.validation))
  const known = KNOWN[fault.code ?? '']
  if (known) return known
  if (isDatabaseTrouble(fault)) return DATABASE_SILENT
  const status = fault.statusCode ?? 500
  if (status === 429)
    return problem(
      429,
      'too-many',
      { en: 'Too many requests', cy: 'Gormod o geisiadau' },
      {
        en: 'Too many requests in a short time: wait a minute, then try again.',
        cy: 'Gormod o geisiadau mewn amser byr: arhoswch funud, yna rhowch gynnig arall arni.',
      },
    )
  return status >= 400 && status < 500 ? notUnderstood(status, fault.message) : OUR_FAULT
}

/** Every fault becomes a problem document, and every unknown address too. */
export function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler((fault: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const told = problemOf(fault)
    if (told.status >= 500) request.log.error(fault)
    return sendProblem(reply, told)
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, noSuchAddress(`${request.method} ${request.url}`)),
  )
}
