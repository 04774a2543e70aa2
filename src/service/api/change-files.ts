import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { askerOf, onlyFor } from '../asker.ts'
import { realClock } from '../clock.ts'
import { REGISTERED_FILE } from '../door/door.ts'
import { FILE_PATH, REMOVAL, REPLACED_FILE } from '../door/door-releases.ts'
import { languageOf } from '../door/language.ts'
import {
  NOT_ALLOWED,
  PROBLEMS,
  PROBLEMS_OF_BODY,
  problem,
  response,
  type SaidProblem,
  sendProblem,
} from '../door/problem.ts'
import { fileToAdd, MAX_FILE_BODY_BYTES } from '../register/file-to-add.ts'
import type { Keys } from '../register/keyed-features.ts'
import type { Registering } from '../register/registering.ts'
import { registeredFile } from '../register/release-view.ts'
import type { Reading } from './get-release.ts'

const noSuchFile = (release: string, file: string): SaidProblem =>
  problem(
    404,
    'no-such-file',
    { en: 'There is no such file', cy: 'Nid oes ffeil o’r fath' },
    {
      en: `Release ${release} has no file ${file}, or no longer: GET /api/releases/${release} lists them.`,
      cy: `Nid oes gan ddatganiad ${release} ffeil ${file}, neu nid oes mwyach: mae GET /api/releases/${release} yn eu rhestru.`,
    },
  )

const RESPONSES = {
  200: REGISTERED_FILE,
  ...PROBLEMS,
  ...PROBLEMS_OF_BODY,
  ...NOT_ALLOWED,
  404: response('The release has no such file.'),
} as const

/** PUT and DELETE /api/releases/:id/files/:file: another file in the place of one, or none. */
export const changeFiles =
  ({ register, clock, identify }: Reading, registering: Registering, keys: Keys): FastifyPluginAsyncZod =>
  async (app) => {
    const onRequest = onlyFor('administrator', identify)
    app.route({
      method: 'PUT',
      url: '/api/releases/:id/files/:file',
      bodyLimit: MAX_FILE_BODY_BYTES,
      schema: {
        operationId: 'replaceFile',
        summary: 'Puts another file in the place of one that is registered',
        description: 'The new file has an id of its own, and the standing of the old one.',
        tags: ['releases'],
        params: FILE_PATH,
        body: REPLACED_FILE,
        response: RESPONSES,
      },
      onRequest,
      handler: async (request, reply) => {
        const { id, file } = request.params
        const { reason, name, parts } = request.body
        const toAdd = fileToAdd(id, { name, parts, standing: 'embargoed' }, keys)
        if (toAdd.kind === 'unusable') return sendProblem(reply, toAdd.told)
        const change = { who: askerOf(request).address, at: realClock.now() }
        const old = { release: id, file, reason }
        const now = await registering.replaceFile(old, toAdd.file, change, clock.now())
        if (now === null) return sendProblem(reply, noSuchFile(id, file))
        reply.header('content-location', `/api/releases/${id}/files/${now.id}`)
        return registeredFile(now, await register.current(), clock.now(), languageOf(request))
      },
    })
    app.route({
      method: 'DELETE',
      url: '/api/releases/:id/files/:file',
      schema: {
        operationId: 'removeFile',
        summary: 'Takes a file out of the register',
        description: 'What it holds is no longer recognised. Answers what the file was.',
        tags: ['releases'],
        params: FILE_PATH,
        body: REMOVAL,
        response: RESPONSES,
      },
      onRequest,
      handler: async (request, reply) => {
        const { id, file } = request.params
        const change = { who: askerOf(request).address, at: realClock.now() }
        const old = { release: id, file, reason: request.body.reason }
        const gone = await registering.removeFile(old, change, clock.now())
        if (gone === null) return sendProblem(reply, noSuchFile(id, file))
        return registeredFile(gone, await register.current(), clock.now(), languageOf(request))
      },
    })
  }
