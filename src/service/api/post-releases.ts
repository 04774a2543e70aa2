import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Problem } from '../../register/contract.ts'
import { instantFrom, type TypedTime } from '../../release/london-time.ts'
import { askerOf, onlyFor } from '../asker.ts'
import { realClock } from '../clock.ts'
import { NEW_RELEASE, REGISTERED_RELEASE } from '../door.ts'
import { NOT_ALLOWED, PROBLEMS, PROBLEMS_OF_BODY, problem, sendProblem } from '../problem.ts'
import type { Registering } from '../registering.ts'
import { registeredRelease } from '../release-view.ts'
import type { Reading } from './get-releases.ts'

/** A typed time that names no instant, or two. */
type NoInstant = Exclude<TypedTime, { kind: 'instant' }>

function timeProblem(time: NoInstant): Problem {
  switch (time.kind) {
    case 'unreadable':
      return problem(400, 'unreadable-time', 'The time cannot be read', time.because)
    case 'gap':
      return problem(400, 'time-in-gap', 'There is no such time', time.because)
    case 'twice':
      return problem(400, 'time-twice', 'There are two such times', time.because)
  }
}

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
        response: { 201: REGISTERED_RELEASE, ...PROBLEMS, ...PROBLEMS_OF_BODY, ...NOT_ALLOWED },
      },
      onRequest: onlyFor('administrator', identify),
      handler: async (request, reply) => {
        const { series, title, at, state = 'confirmed', team = [], access = [] } = request.body
        const time = instantFrom(at)
        if (time.kind !== 'instant') return sendProblem(reply, timeProblem(time))
        const change = { who: askerOf(request).address, at: realClock.now() }
        const release = await registering.addRelease(
          { series, title, at: time.at, london: time.london, state, team, access },
          change,
        )
        reply.code(201).header('location', `/api/releases/${release.id}`)
        return registeredRelease(release, await register.current(), clock.now())
      },
    })
  }
