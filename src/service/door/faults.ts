import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Problem } from '../../register/contract.ts'
import { problem, sendProblem } from './problem.ts'

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
  /connection terminated|timeout exceeded when trying to connect/i.test(fault.message)

/** Faults of a request that Fastify knows by name. */
const KNOWN: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: problem(
    413,
    'too-large',
    'The request is too large',
    'It is larger than the service takes: send fewer parts at once.',
  ),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problem(
    415,
    'not-json',
    'The request is not JSON',
    'Send JSON, with the header content-type: application/json.',
  ),
}

const DATABASE_SILENT = problem(
  503,
  'database-unreachable',
  'The database does not answer',
  'Nothing was changed: try again in a moment.',
)

const OUR_FAULT = problem(
  500,
  'our-fault',
  'The service failed',
  'This is a fault of the service, not of your request. It is in the service’s log.',
)

const notUnderstood = (status: number, detail: string): Problem =>
  problem(status, 'not-understood', 'The request cannot be understood', `${detail}.`)

/** What the sender of a request is told of a fault: all of it where it is theirs, nothing of our insides where it is ours. */
function problemOf(fault: FastifyError): Problem {
  if (hasZodFastifySchemaValidationErrors(fault)) return notUnderstood(400, issuesText(fault.validation))
  const known = KNOWN[fault.code ?? '']
  if (known) return known
  if (isDatabaseTrouble(fault)) return DATABASE_SILENT
  const status = fault.statusCode ?? 500
  if (status === 429)
    return problem(429, 'too-many', 'Too many requests', `${fault.message}: wait, then try again.`)
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
    sendProblem(
      reply,
      problem(
        404,
        'no-such-address',
        'There is no such address',
        `Nothing is at ${request.method} ${request.url.slice(0, 200)}.`,
      ),
    ),
  )
}
