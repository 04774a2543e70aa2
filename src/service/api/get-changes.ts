import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onlyFor } from '../asker.ts'
import type { Database } from '../database/database.ts'
import { PROBLEMS } from '../door/problem.ts'
import type { Identify } from '../identity.ts'
import { changeFeed, type Told } from '../journal/change-feed.ts'

/** How often a line without meaning keeps the connection open, in milliseconds. Proxies close after 60 s of silence. */
const KEEP_OPEN_MS = 20_000
/** How long a browser waits before it comes again, in milliseconds. */
const COME_AGAIN_MS = 1_000

/** One event. Source: WHATWG HTML, “Server-sent events”. */
const eventOf = ({ seq, ...change }: Told): string => `id: ${seq}\ndata: ${JSON.stringify(change)}\n\n`

/** GET /api/changes: that the register changed, as it happens. */
export const getChanges =
  (database: Database, identify: Identify): FastifyPluginAsyncZod =>
  async (app) => {
    const feed = changeFeed(database)
    app.addHook('onClose', async () => feed.stop())
    app.route({
      method: 'GET',
      url: '/api/changes',
      schema: {
        operationId: 'hearOfChanges',
        summary: 'That the register changed, as it happens',
        description:
          'Server-sent events. Each is a RegisterChange: which release if one, by whom, when. Who comes again with Last-Event-ID is told whether anything happened meanwhile.',
        tags: ['journal'],
        response: {
          200: { description: 'Events.', content: { 'text/event-stream': { schema: z.string() } } },
          ...PROBLEMS,
        },
      },
      onRequest: onlyFor('staff', identify),
      handler: async (request, reply) => {
        const known = Number(request.headers['last-event-id'] ?? Number.NaN)
        const stream = reply.raw
        const head = await feed.head()
        reply.hijack()
        for (const [name, value] of Object.entries(reply.getHeaders()))
          if (value !== undefined) stream.setHeader(name, value)
        stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
        stream.write(`retry: ${COME_AGAIN_MS}\n\n`)
        if (known < head) stream.write(eventOf({ seq: head, release: null, by: '', at: Date.now() }))
        const keepOpen = setInterval(() => stream.write(':\n\n'), KEEP_OPEN_MS).unref()
        const stop = feed.listen((told) => stream.write(eventOf(told)), head)
        stream.on('close', () => {
          clearInterval(keepOpen)
          stop()
        })
      },
    })
  }
