import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { askerOf, onlyFor } from '../asker.ts'
import { realClock } from '../clock.ts'
import { NEW_FILE, REGISTERED_FILE, RELEASE_PATH } from '../door/door.ts'
import { languageOf } from '../door/language.ts'
import {
  NO_SUCH_RELEASE,
  NOT_ALLOWED,
  noSuchRelease,
  PROBLEMS,
  PROBLEMS_OF_BODY,
  sendProblem,
} from '../door/problem.ts'
import { fileToAdd, MAX_FILE_BODY_BYTES } from '../register/file-to-add.ts'
import type { Keys } from '../register/keyed-features.ts'
import type { Registering } from '../register/registering.ts'
import { registeredFile } from '../register/release-view.ts'
import type { Reading } from './get-release.ts'

/** POST /api/releases/:id/files: a file of the edition, or of the one published before it, as features. */
export const postFiles =
  ({ register, clock, identify }: Reading, registering: Registering, keys: Keys): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/api/releases/:id/files',
      bodyLimit: MAX_FILE_BODY_BYTES,
      schema: {
        operationId: 'addFile',
        summary: 'Registers a file of a release by its features',
        description:
          'The file itself stays where it is. Register published files before the one under embargo.',
        tags: ['releases'],
        params: RELEASE_PATH,
        body: NEW_FILE,
        response: {
          201: REGISTERED_FILE,
          ...PROBLEMS,
          ...PROBLEMS_OF_BODY,
          ...NOT_ALLOWED,
          ...NO_SUCH_RELEASE,
        },
      },
      onRequest: onlyFor('administrator', identify),
      handler: async (request, reply) => {
        const toAdd = fileToAdd(request.params.id, request.body, keys)
        if (toAdd.kind === 'unusable') return sendProblem(reply, toAdd.told)
        const change = { who: askerOf(request).address, at: realClock.now() }
        const file = await registering.addFile(toAdd.file, change, clock.now())
        if (file === null) return sendProblem(reply, noSuchRelease(request.params.id))
        reply.code(201)
        return registeredFile(file, await register.current(), clock.now(), languageOf(request))
      },
    })
  }
