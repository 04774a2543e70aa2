import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { SettableClock } from '../clock.ts'
import { PEOPLE } from '../demo/people.ts'
import { SAMPLES, WORKBOOK_TYPE } from '../demo/samples.ts'
import { INSTANT } from '../door/door.ts'
import { isLoopbackPeer, namesLoopback } from '../door/loopback.ts'
import { problem, sendProblem } from '../door/problem.ts'

const NEXT_CLOCK = z.object({ at: INSTANT.nullable() })

const ELSEWHERE = problem(
  403,
  'not-from-here',
  { en: 'Only from this machine', cy: 'O’r peiriant hwn yn unig' },
  {
    en: 'A try-out answers this machine only: open it as http://localhost.',
    cy: 'Dim ond y peiriant hwn y mae prawf yn ei ateb: agorwch ef fel http://localhost.',
  },
)

/**
 * What only a try-out has: its clock can be set, one chooses who one is, and
 * there are samples. A real service never registers these.
 */
export const tryOutDoors =
  (clock: SettableClock): FastifyPluginAsyncZod =>
  async (app) => {
    const hidden = { hide: true }
    const told = () => ({ at: clock.now(), isSet: clock.isSet() })
    app.addHook('onRequest', async (request, reply) => {
      if (isLoopbackPeer(request.ip) && namesLoopback(request.headers.host)) return
      return sendProblem(reply, ELSEWHERE)
    })
    app.get('/try-out/clock', { schema: hidden }, async () => told())
    app.put('/try-out/clock', { schema: { ...hidden, body: NEXT_CLOCK } }, async (request) => {
      clock.set(request.body.at)
      return told()
    })
    app.get('/try-out/people', { schema: hidden }, async () =>
      PEOPLE.map(({ address, name, role }) => ({ address, name, role })),
    )
    app.get('/try-out/samples', { schema: hidden }, async () =>
      SAMPLES.map(({ name, title }) => ({ name, title })),
    )
    app.get(
      '/try-out/samples/:name',
      { schema: { ...hidden, params: z.object({ name: z.string() }) } },
      async (request, reply) => {
        const sample = SAMPLES.find(({ name }) => name === request.params.name)
        if (sample) return reply.type(WORKBOOK_TYPE).send(Buffer.from(sample.bytes()))
        const names = SAMPLES.map(({ name }) => name).join(', ')
        return sendProblem(
          reply,
          problem(
            404,
            'no-such-sample',
            { en: 'There is no such sample', cy: 'Nid oes sampl o’r fath' },
            { en: `There are ${names}.`, cy: `Mae ${names} ar gael.` },
          ),
        )
      },
    )
  }
