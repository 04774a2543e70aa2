import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ReleaseInFull } from '../../register/administration.ts'
import type { Problem } from '../../register/contract.ts'
import type { Refusal, RefusalKind } from '../../release/refusals.ts'
import { askerOf, onlyFor } from '../asker.ts'
import { realClock } from '../clock.ts'
import { RELEASE_PATH } from '../door/door.ts'
import {
  ACCESS_LIST,
  RELEASE_IN_FULL,
  RELEASE_OVERTAKEN,
  RELEASE_PATCH,
  WISH,
} from '../door/door-releases.ts'
import { etagOf, namedRevision } from '../door/etag.ts'
import { languageOf } from '../door/language.ts'
import {
  NO_SUCH_RELEASE,
  NOT_ALLOWED,
  noSuchRelease,
  PROBLEM_TYPE,
  PROBLEMS,
  PROBLEMS_OF_BODY,
  problem,
  REFUSED,
  REVISION_MISSING,
  REVISION_NOT_NAMED,
  TITLES,
  withStatus,
} from '../door/problem.ts'
import type { Aim, ChangeAt, ChangedRelease, Changing } from '../register/changing.ts'
import { releaseInFull } from '../register/release-view.ts'
import type { Reading } from './get-release.ts'

const OVERTAKEN = problem(412, 'changed-since', TITLES.overtaken, {
  en: 'The release was changed since you read it: look at what is there now, then make your change again.',
  cy: 'Newidiwyd y datganiad ers i chi ei ddarllen: edrychwch ar yr hyn sydd yno nawr, yna gwnewch eich newid eto.',
})

/** The problem of who comes second. */
type Overtaken = Problem & { readonly current: ReleaseInFull }

/** Whether a refusal is about the state of the release, or about what was asked for. */
const STATUS: Readonly<Record<RefusalKind, 409 | 422>> = {
  published: 409,
  cancelled: 409,
  'not-from-this-state': 409,
  'nothing-changes': 409,
  'before-its-time': 409,
  'public-already': 409,
  'lift-asked-already': 409,
  'lift-not-asked': 409,
  'same-person': 409,
  'reason-missing': 422,
  'not-exact': 422,
  'not-an-instant': 422,
  'in-the-past': 422,
  'too-soon': 422,
}

const refused = ({ refusal, because }: Refusal) => problem(STATUS[refusal], refusal, TITLES.notDone, because)

const RESPONSES = {
  200: RELEASE_IN_FULL,
  ...PROBLEMS,
  ...PROBLEMS_OF_BODY,
  ...NOT_ALLOWED,
  ...NO_SUCH_RELEASE,
  412: {
    description: 'Somebody else changed the release; `current` is what they left.',
    content: { [PROBLEM_TYPE]: { schema: RELEASE_OVERTAKEN } },
  },
  ...REVISION_NOT_NAMED,
} as const

/** PATCH /api/releases/:id, POST …/changes, PUT …/access: what is kept of a release, its state and time, who may have it. */
export const changeRelease =
  ({ register, clock, identify }: Reading, changing: Changing): FastifyPluginAsyncZod =>
  async (app) => {
    const answer = async (
      request: FastifyRequest<{ Params: { id: string } }>,
      reply: FastifyReply,
      attempt: (aim: Aim, by: ChangeAt) => Promise<ChangedRelease>,
    ): Promise<ReleaseInFull | Problem | Overtaken> => {
      const { id } = request.params
      const named = namedRevision(request)
      if (named.kind === 'not-named') return withStatus(reply, REVISION_MISSING)
      const serviceAt = clock.now()
      const by = { who: askerOf(request).address, at: realClock.now(), serviceAt }
      const came = await attempt({ id, revision: named.revision }, by)
      if (came.kind === 'missing') return withStatus(reply, noSuchRelease(id))
      if (came.kind === 'refused') return withStatus(reply, refused(came))
      reply.header('etag', etagOf(came.revision))
      const current = releaseInFull(came.release, await register.current(), serviceAt, languageOf(request))
      if (came.kind === 'changed') return current
      return { ...withStatus(reply, OVERTAKEN), current }
    }
    const onRequest = onlyFor('administrator', identify)
    app.route({
      method: 'PATCH',
      url: '/api/releases/:id',
      schema: {
        operationId: 'editRelease',
        summary: 'Changes what is kept of a release beside its state and time',
        tags: ['releases'],
        params: RELEASE_PATH,
        body: RELEASE_PATCH,
        response: RESPONSES,
      },
      onRequest,
      handler: (request, reply) => answer(request, reply, (aim, by) => changing.edit(aim, request.body, by)),
    })
    app.route({
      method: 'POST',
      url: '/api/releases/:id/changes',
      schema: {
        operationId: 'changeRelease',
        summary: 'Confirms, moves, postpones, cancels or publishes a release, or lifts its embargo with two',
        description: 'By the rules of the calendar; each change is kept for ever with its reason.',
        tags: ['releases'],
        params: RELEASE_PATH,
        body: WISH,
        response: { ...RESPONSES, ...REFUSED },
      },
      onRequest,
      handler: (request, reply) => answer(request, reply, (aim, by) => changing.grant(aim, request.body, by)),
    })
    app.route({
      method: 'PUT',
      url: '/api/releases/:id/access',
      schema: {
        operationId: 'listAccess',
        summary: 'Replaces the list of who may have a release before publication',
        description: 'Every entry is confirmed thereby, by the one who sends the list.',
        tags: ['releases'],
        params: RELEASE_PATH,
        body: ACCESS_LIST,
        response: RESPONSES,
      },
      onRequest,
      handler: (request, reply) => answer(request, reply, (aim, by) => changing.list(aim, request.body, by)),
    })
  }
