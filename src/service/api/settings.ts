import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { askerOf, onlyFor } from '../asker.ts'
import { realClock } from '../clock.ts'
import { NEW_SETTINGS, ORGANISATION_SETTINGS, SETTINGS_OVERTAKEN } from '../door/door-administration.ts'
import { etagOf, namedRevision } from '../door/etag.ts'
import {
  NOT_ALLOWED,
  PROBLEM_TYPE,
  PROBLEMS,
  PROBLEMS_OF_BODY,
  problem,
  REVISION_MISSING,
  REVISION_NOT_NAMED,
  TITLES,
  withStatus,
} from '../door/problem.ts'
import { changeOrganisation } from '../organisation.ts'
import type { Reading } from './get-release.ts'

const OVERTAKEN = problem(412, 'changed-since', TITLES.overtaken, {
  en: 'The settings were changed since you read them: look at what is there now, then make your change again.',
  cy: 'Newidiwyd y gosodiadau ers i chi eu darllen: edrychwch ar yr hyn sydd yno nawr, yna gwnewch eich newid eto.',
})

/** GET and PUT /api/settings: what the organisation has decided. The next check goes by it. */
export const settings =
  ({ database, register, identify }: Reading): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/settings',
      schema: {
        operationId: 'readSettings',
        summary: 'Domains, policy, usual times and the text shown to senders',
        tags: ['settings'],
        response: { 200: ORGANISATION_SETTINGS, ...PROBLEMS },
      },
      onRequest: onlyFor('staff', identify),
      handler: async (_, reply) => {
        const { organisation } = await register.current()
        reply.header('etag', etagOf(organisation.revision))
        return organisation.settings
      },
    })
    app.route({
      method: 'PUT',
      url: '/api/settings',
      schema: {
        operationId: 'changeSettings',
        summary: 'Replaces the settings',
        description: 'Every instance judges by the new policy from its next check on.',
        tags: ['settings'],
        body: NEW_SETTINGS,
        response: {
          200: ORGANISATION_SETTINGS,
          ...PROBLEMS,
          ...PROBLEMS_OF_BODY,
          ...NOT_ALLOWED,
          412: {
            description: 'Somebody else changed the settings; `current` is what they left.',
            content: { [PROBLEM_TYPE]: { schema: SETTINGS_OVERTAKEN } },
          },
          ...REVISION_NOT_NAMED,
        },
      },
      onRequest: onlyFor('administrator', identify),
      handler: async (request, reply) => {
        const named = namedRevision(request)
        if (named.kind === 'not-named') return withStatus(reply, REVISION_MISSING)
        const change = { who: askerOf(request).address, at: realClock.now() }
        const came = await changeOrganisation(database, request.body, named.revision, change)
        reply.header('etag', etagOf(came.revision))
        if (came.kind === 'changed') return came.settings
        return { ...withStatus(reply, OVERTAKEN), current: came.settings }
      },
    })
  }
