import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { onlyFor } from '../asker.ts'
import type { Database } from '../database/database.ts'
import { JOURNAL_PAGE, JOURNAL_QUERY, JOURNAL_VERIFICATION } from '../door/door-administration.ts'
import { languageOf } from '../door/language.ts'
import { NOT_ALLOWED, NOT_UNDERSTOOD, PROBLEMS } from '../door/problem.ts'
import type { Identify } from '../identity.ts'
import { verifyJournal } from '../journal/journal.ts'
import { readJournal } from '../journal/journal-reading.ts'

/** GET /api/journal and /api/journal/verification: what was done, and whether the record is as it was written. */
export const journal =
  (database: Database, identify: Identify): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = onlyFor('administrator', identify)
    app.route({
      method: 'GET',
      url: '/api/journal',
      schema: {
        operationId: 'readJournal',
        summary: 'What was done, the newest first',
        tags: ['journal'],
        querystring: JOURNAL_QUERY,
        response: { 200: JOURNAL_PAGE, ...PROBLEMS, ...NOT_UNDERSTOOD, ...NOT_ALLOWED },
      },
      onRequest,
      handler: (request) => readJournal(database, request.query, languageOf(request)),
    })
    app.route({
      method: 'GET',
      url: '/api/journal/verification',
      schema: {
        operationId: 'verifyJournal',
        summary: 'Whether the journal is as it was written',
        description: 'Computes the chain of hashes anew, from the first line to the last.',
        tags: ['journal'],
        response: { 200: JOURNAL_VERIFICATION, ...PROBLEMS, ...NOT_ALLOWED },
      },
      onRequest,
      handler: async () => {
        const chain = await verifyJournal(database)
        return chain.kind === 'intact'
          ? { sound: true, entries: chain.entries, brokenAt: null }
          : { sound: false, entries: chain.seq - 1, brokenAt: chain.seq }
      },
    })
  }
