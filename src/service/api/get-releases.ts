import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { onlyFor } from '../asker.ts'
import type { Clock } from '../clock.ts'
import { REGISTER_LISTING } from '../door.ts'
import type { Identify } from '../identity.ts'
import type { LiveRegister } from '../live-register.ts'
import { PROBLEMS } from '../problem.ts'
import { registeredRelease } from '../release-view.ts'

/** What reading the register needs. */
export type Reading = {
  readonly register: LiveRegister
  readonly clock: Clock
  readonly identify: Identify
}

/** GET /api/releases: the whole register, the earliest release first. */
export const getReleases =
  ({ register, clock, identify }: Reading): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/releases',
      schema: {
        operationId: 'listReleases',
        summary: 'The register, the earliest release first',
        tags: ['releases'],
        response: { 200: REGISTER_LISTING, ...PROBLEMS },
      },
      onRequest: onlyFor('staff', identify),
      handler: async () => {
        const now = await register.current()
        const at = clock.now()
        return { at, releases: now.releases.map((release) => registeredRelease(release, now, at)) }
      },
    })
  }
