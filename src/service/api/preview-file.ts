import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FilePreview } from '../../register/administration.ts'
import { onlyFor } from '../asker.ts'
import { NEW_FILE, RELEASE_PATH } from '../door/door.ts'
import { FILE_PREVIEW } from '../door/door-releases.ts'
import {
  NO_SUCH_RELEASE,
  NOT_ALLOWED,
  noSuchRelease,
  PROBLEMS,
  PROBLEMS_OF_BODY,
  type SaidProblem,
  sendProblem,
} from '../door/problem.ts'
import { hasPublished } from '../register/advice.ts'
import { fileToAdd, MAX_FILE_BODY_BYTES } from '../register/file-to-add.ts'
import type { Keys } from '../register/keyed-features.ts'
import { novelInNew } from '../register/recounting.ts'
import { asEditionFile, type FileToAdd } from '../register/registering.ts'
import type { Reading } from './get-release.ts'

/** POST /api/releases/:id/files/preview: what a file would bring, before it is registered. */
export const previewFile =
  ({ register, clock, identify }: Reading, keys: Keys): FastifyPluginAsyncZod =>
  async (app) => {
    const previewOf = async (file: FileToAdd): Promise<FilePreview | SaidProblem> => {
      const at = clock.now()
      const { releases, files, editionsOf } = await register.current()
      const release = releases.find(({ id }) => id === file.release)
      if (release === undefined) return noSuchRelease(file.release)
      const novel =
        file.standing === 'embargoed'
          ? novelInNew(asEditionFile(file), release, await editionsOf(release.series), at)
          : 0
      return { novel, hasPublished: hasPublished({ id: '', release: file.release }, releases, files, at) }
    }
    app.route({
      method: 'POST',
      url: '/api/releases/:id/files/preview',
      bodyLimit: MAX_FILE_BODY_BYTES,
      schema: {
        operationId: 'previewFile',
        summary: 'What a file would bring to the register, before it is registered',
        description: 'Nothing is kept of it.',
        tags: ['releases'],
        params: RELEASE_PATH,
        body: NEW_FILE,
        response: { 200: FILE_PREVIEW, ...PROBLEMS, ...PROBLEMS_OF_BODY, ...NOT_ALLOWED, ...NO_SUCH_RELEASE },
      },
      onRequest: onlyFor('administrator', identify),
      handler: async (request, reply) => {
        const toAdd = fileToAdd(request.params.id, request.body, keys)
        if (toAdd.kind === 'unusable') return sendProblem(reply, toAdd.told)
        const preview = await previewOf(toAdd.file)
        return 'status' in preview ? sendProblem(reply, preview) : preview
      },
    })
  }
