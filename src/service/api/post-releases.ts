import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { instantFrom, type TypedTime } from '../../release/london-time.ts'
import type { ReleaseState } from '../../release/release.ts'
import { type DetailedRelease, timeFields } from '../../release/release-details.ts'
import type { Said } from '../../release/said.ts'
import { monthsFrom } from '../../release/when.ts'
import { askerOf, onlyFor } from '../asker.ts'
import { realClock } from '../clock.ts'
import { NEW_RELEASE } from '../door/door.ts'
import { RELEASE_IN_FULL } from '../door/door-releases.ts'
import { etagOf } from '../door/etag.ts'
import { languageOf } from '../door/language.ts'
import {
  NOT_ALLOWED,
  PROBLEMS,
  PROBLEMS_OF_BODY,
  problem,
  type SaidProblem,
  sendProblem,
} from '../door/problem.ts'
import type { Registering } from '../register/registering.ts'
import { releaseInFull } from '../register/release-view.ts'
import type { Reading } from './get-release.ts'

/** A typed time that names no instant, or two. */
type NoInstant = Exclude<TypedTime, { kind: 'instant' }>

const NO_TIME: Readonly<Record<NoInstant['kind'], readonly [word: string, title: Said]>> = {
  unreadable: ['unreadable-time', { en: 'The time cannot be read', cy: 'Ni ellir darllen yr amser' }],
  gap: ['time-in-gap', { en: 'There is no such time', cy: 'Nid oes amser o’r fath' }],
  twice: ['time-twice', { en: 'There are two such times', cy: 'Mae dau amser o’r fath' }],
}

function timeProblem({ kind, because }: NoInstant): SaidProblem {
  const [word, title] = NO_TIME[kind]
  return problem(400, word, title, because)
}

type Time = { readonly kind: 'time' } & Pick<DetailedRelease, 'at' | 'london' | 'months'>

/** When a release is due as it was typed; months only where no time is promised. */
function timeOf(typed: string, state: ReleaseState): Time | NoInstant {
  const months = state === 'provisional' || state === 'postponed' ? monthsFrom(typed) : null
  if (months !== null) return { kind: 'time', ...timeFields({ kind: 'months', ...months }) }
  const time = instantFrom(typed)
  return time.kind === 'instant' ? { kind: 'time', at: time.at, london: time.london, months: null } : time
}

/** What a new release's ETag says. */
const FIRST_REVISION = 1

/** Who lists access confirms it thereby. */
const confirmedAt =
  (at: number) =>
  <Entry extends object>(entry: Entry) => ({ ...entry, confirmedAt: at })

/** POST /api/releases: a release with its instant of publication. It is under embargo from now on. */
export const postReleases =
  ({ register, clock, identify }: Reading, registering: Registering): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/api/releases',
      schema: {
        operationId: 'addRelease',
        summary: 'Registers a release',
        description: 'Without a state it is confirmed: its embargo ends at its time.',
        tags: ['releases'],
        body: NEW_RELEASE,
        response: { 201: RELEASE_IN_FULL, ...PROBLEMS, ...PROBLEMS_OF_BODY, ...NOT_ALLOWED },
      },
      onRequest: onlyFor('administrator', identify),
      handler: async (request, reply) => {
        const { at: typed, state = 'confirmed', team = [], access = [], ...told } = request.body
        const time = timeOf(typed, state)
        if (time.kind !== 'time') return sendProblem(reply, timeProblem(time))
        const { at, london, months } = time
        const change = { who: askerOf(request).address, at: realClock.now() }
        const release = await registering.addRelease(
          { ...told, at, london, months, state, team, access: access.map(confirmedAt(clock.now())) },
          change,
        )
        reply
          .code(201)
          .header('location', `/api/releases/${release.id}`)
          .header('etag', etagOf(FIRST_REVISION))
        return releaseInFull(release, await register.current(), clock.now(), languageOf(request))
      },
    })
  }
