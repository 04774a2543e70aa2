import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { judge } from '../../guard.ts'
import type { Answer } from '../../register/contract.ts'
import { askerOf, onlyFor } from '../asker.ts'
import { recordCheck } from '../checks/check-store.ts'
import { askedParts } from '../checks/keyed-part.ts'
import { receivedOf } from '../checks/received.ts'
import { recentFeatures } from '../checks/recent-features.ts'
import { type Clock, realClock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import { ANSWER, ENQUIRY } from '../door/door.ts'
import {
  PROBLEMS,
  PROBLEMS_OF_BODY,
  problem,
  response,
  type SaidProblem,
  sendProblem,
} from '../door/problem.ts'
import type { Identify } from '../identity.ts'
import type { Keys } from '../register/keyed-features.ts'
import type { LiveRegister } from '../register/live-register.ts'

/** What a check needs. */
export type Checking = {
  readonly database: Database
  readonly register: LiveRegister
  readonly keys: Keys
  readonly clock: Clock
  readonly identify: Identify
  /** Whether an enquiry may say at which instant it is judged. */
  readonly takesAt: boolean
}

const AT_REFUSED = problem(
  400,
  'at-refused',
  { en: 'The service has its own clock', cy: 'Mae gan y gwasanaeth ei gloc ei hun' },
  {
    en: 'A real service judges by its own clock: leave “at” out. Only a try-out and the command line on its own data take it.',
    cy: 'Mae gwasanaeth go iawn yn barnu yn ôl ei gloc ei hun: gadewch “at” allan. Dim ond prawf, a’r llinell orchymyn ar ei data ei hun, sy’n ei gymryd.',
  },
)

const forgotten = (part: string): SaidProblem =>
  problem(
    409,
    'features-forgotten',
    { en: 'The features are not remembered', cy: 'Ni chofir y nodweddion' },
    {
      en: `The features of “${part}” are not remembered from that check. Send them with the part, without “sameAs”.`,
      cy: `Ni chofir nodweddion “${part}” o’r gwiriad hwnnw. Anfonwch hwy gyda’r rhan, heb “sameAs”.`,
    },
  )

/** POST /api/checks: may this message leave? */
export const postChecks =
  ({ database, register, keys, clock, identify, takesAt }: Checking): FastifyPluginAsyncZod =>
  async (app) => {
    const recent = recentFeatures()
    app.route({
      method: 'POST',
      url: '/api/checks',
      schema: {
        operationId: 'check',
        summary: 'May this message leave?',
        description: 'Recorded in the journal with its verdict before the answer is given.',
        tags: ['checks'],
        body: ENQUIRY,
        response: {
          200: ANSWER,
          409: response('Features that the parts refer to are not remembered: send them.'),
          ...PROBLEMS,
          ...PROBLEMS_OF_BODY,
        },
      },
      onRequest: onlyFor('staff', identify),
      handler: async (request, reply) => {
        const enquiry = request.body
        if (enquiry.at !== undefined && !takesAt) return sendProblem(reply, AT_REFUSED)
        const asker = askerOf(request)
        const keyed = askedParts(enquiry.parts, keys, (part) => recent.recall(asker.address, part))
        if (keyed.kind === 'forgotten') return sendProblem(reply, forgotten(keyed.part))
        if (keyed.kind === 'unusable') return sendProblem(reply, keyed.told)
        const known = await register.current()
        const { indexAt, organisation } = known
        const at = enquiry.at ?? clock.now()
        const { policy, neverCleared } = organisation.settings
        const judged: Answer = {
          check: randomUUID(),
          at,
          ...judge(enquiry, keyed.parts, await indexAt(at), policy, at),
        }
        recent.keep(judged.check, asker.address, keyed.parts)
        const { parts } = keyed
        const writtenAt = realClock.now()
        const answer = await recordCheck(database, asker, enquiry, parts, judged, neverCleared, writtenAt)
        return enquiry.moment === 'read'
          ? { ...answer, received: await receivedOf(database, known, asker, enquiry.from, parts, at) }
          : answer
      },
    })
  }
