import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { breachReportOf } from '../../breach-report/breach-report.ts'
import { reportDocx } from '../../breach-report/report-docx.ts'
import { reportText } from '../../breach-report/report-text.ts'
import type { CheckRecord } from '../../register/clearance.ts'
import type { Problem } from '../../register/contract.ts'
import { askerOf, onlyFor } from '../asker.ts'
import { breachRecordOf, releaseIn } from '../checks/breach.ts'
import { checkRecord, readCheck } from '../checks/check-reading.ts'
import { clearanceFor } from '../checks/clearance-store.ts'
import { noCheck } from '../checks/clearing-wording.ts'
import { realClock } from '../clock.ts'
import { CHECK_RECORD, ID_PATH, REPORT_QUERY, SEND_REASON, WENT_OUT } from '../door/door-clearances.ts'
import {
  NOT_ALLOWED,
  NOT_UNDERSTOOD,
  PROBLEMS,
  PROBLEMS_OF_BODY,
  problem,
  response,
  type SaidProblem,
  TITLES,
  withStatus,
} from '../door/problem.ts'
import type { Person } from '../identity.ts'
import { append } from '../journal/journal.ts'
import { readOne } from '../register/release-reading.ts'
import type { Reading } from './get-release.ts'

const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const NO_SUCH_CHECK = { 404: response('There is no such check.') } as const

const NOT_YOURS = problem(403, 'not-yours', TITLES.notAllowed, {
  en: 'Only the sender and an administrator may look into a check.',
  cy: 'Dim ond yr anfonwr a gweinyddwr gaiff edrych ar wiriad.',
})

/** What was found of a check, or why the one who asks may not have it. */
type Found =
  | { readonly kind: 'found'; readonly record: CheckRecord }
  | { readonly kind: 'not-found'; readonly told: SaidProblem }

/** /api/checks/:id: a check as it stands in the journal, and what people add to it. */
export const checkRecords =
  ({ database, clock, identify }: Reading): FastifyPluginAsyncZod =>
  async (app) => {
    const find = async (id: string, asker: Person): Promise<Found> => {
      const check = await readCheck(database, id)
      if (check === null) {
        const told = problem(404, 'no-such-check', TITLES.noSuchCheck, noCheck(id))
        return { kind: 'not-found', told }
      }
      if (asker.role !== 'administrator' && check.who !== asker.address)
        return { kind: 'not-found', told: NOT_YOURS }
      const clearance = await clearanceFor(database, id, clock.now())
      return { kind: 'found', record: checkRecord(check, clearance) }
    }
    const note = (kind: 'reason-given' | 'went-out', who: string, entry: object): Promise<void> =>
      database
        .transaction()
        .execute((transaction) => append(transaction, { kind, who, at: realClock.now(), entry }))
    const answer = async (
      request: FastifyRequest<{ Params: { id: string } }>,
      reply: FastifyReply,
      act: (record: CheckRecord, who: string) => CheckRecord | Promise<CheckRecord>,
    ): Promise<CheckRecord | Problem> => {
      const asker = askerOf(request)
      const found = await find(request.params.id, asker)
      return found.kind === 'found' ? act(found.record, asker.address) : withStatus(reply, found.told)
    }
    const onRequest = onlyFor('staff', identify)
    const [tags, params] = [['checks'], ID_PATH]
    const ANSWERS = { 200: CHECK_RECORD, ...PROBLEMS, ...NOT_ALLOWED, ...NO_SUCH_CHECK } as const
    app.route({
      method: 'GET',
      url: '/api/checks/:id',
      schema: {
        operationId: 'readCheck',
        summary: 'A check as it stands in the journal',
        description: 'Which features hit was never kept: `hits` and `published` are empty.',
        tags,
        params,
        response: { ...ANSWERS, ...NOT_UNDERSTOOD },
      },
      onRequest,
      handler: (request, reply) => answer(request, reply, (record) => record),
    })
    app.route({
      method: 'POST',
      url: '/api/checks/:id/reason',
      schema: {
        operationId: 'giveReason',
        summary: 'Why the sender means to send what was warned of',
        description: 'Whether it was sent nobody tells the service.',
        tags,
        params,
        body: SEND_REASON,
        response: { ...ANSWERS, ...PROBLEMS_OF_BODY },
      },
      onRequest,
      handler: (request, reply) =>
        answer(request, reply, async (record, who) => {
          const given = { reason: request.body.reason, at: clock.now() }
          await note('reason-given', who, { check: record.check, ...given })
          return { ...record, reasons: [...record.reasons, { by: who, ...given }] }
        }),
    })
    app.route({
      method: 'PUT',
      url: '/api/checks/:id/went-out',
      schema: {
        operationId: 'recordWentOut',
        summary: 'This message got out: what was done, and when',
        tags,
        params,
        body: WENT_OUT,
        response: { ...ANSWERS, ...PROBLEMS_OF_BODY },
      },
      onRequest,
      handler: (request, reply) =>
        answer(request, reply, async (record, who) => {
          const wentOut = request.body
          await note('went-out', who, { check: record.check, before: record.wentOut, wentOut })
          return { ...record, wentOut }
        }),
    })
    app.route({
      method: 'GET',
      url: '/api/checks/:id/report',
      schema: {
        operationId: 'draftReport',
        summary: 'The breach report, drafted from the record',
        description:
          'As a Word document unless format=text; what the record does not tell is marked to fill in.',
        tags,
        params,
        querystring: REPORT_QUERY,
        response: {
          200: {
            description: 'The draft.',
            content: {
              [DOCX_TYPE]: { schema: z.instanceof(Buffer).meta({ type: 'string', format: 'binary' }) },
              'text/plain': { schema: z.string() },
            },
          },
          ...PROBLEMS,
          ...NOT_UNDERSTOOD,
          ...NOT_ALLOWED,
          ...NO_SUCH_CHECK,
        },
      },
      onRequest,
      handler: async (request, reply) => {
        const asker = askerOf(request)
        const found = await find(request.params.id, asker)
        if (found.kind === 'not-found') return withStatus(reply, found.told)
        const { format = 'docx', language = 'en' } = request.query
        const about = releaseIn(found.record)
        const release = about === null ? null : ((await readOne(database, about.id))?.release ?? null)
        const reporter = { name: asker.name, contact: asker.address }
        const report = breachReportOf(breachRecordOf(found.record, release, reporter), language)
        if (format === 'text') return reply.type('text/plain; charset=utf-8').send(reportText(report))
        reply.header('content-disposition', 'attachment; filename="breach-report.docx"')
        return reply.type(DOCX_TYPE).send(Buffer.from(reportDocx(report)))
      },
    })
  }
