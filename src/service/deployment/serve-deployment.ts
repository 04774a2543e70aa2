import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { problem, sendProblem } from '../door/problem.ts'
import { allowedScripts, LAUNCH_SCRIPT } from './allowed-scripts.ts'
import { keptManifest } from './kept-manifest.ts'
import { manifestFor, PLACEHOLDER_ORIGIN } from './manifest-for.ts'

const NO_ORIGIN = problem(
  404,
  'no-origin',
  { en: 'The service does not know where it is', cy: 'Nid yw’r gwasanaeth yn gwybod ble mae' },
  {
    en: 'Start it with EMBARGO_GUARD_ORIGIN set to the https origin that Outlook reaches it at.',
    cy: 'Dechreuwch ef gydag EMBARGO_GUARD_ORIGIN wedi’i osod i’r tarddiad https y mae Outlook yn ei gyrraedd.',
  },
)

/** Where browsers and classic Outlook look for the list of scripts. */
const ALLOWED_PATH = '/.well-known/microsoft-officeaddins-allowed.json'

/**
 * Serves what Outlook and its administrator need of an add-in that is deployed:
 * the manifest, the list of scripts that may ask, and the event bundle with the
 * origin that classic Outlook cannot tell it.
 *
 * @param dist the built files; manifest.xml lies beside it
 * @param origin where Outlook reaches the service, or `null` where nobody said
 */
export function serveDeployment(app: FastifyInstance, dist: string, origin: string | null): void {
  const schema = { hide: true }
  app.get('/manifest.xml', { schema }, (_, reply) => {
    const kept = keptManifest(join(dist, '..', 'manifest.xml'))
    if (origin === null || kept === null) return sendProblem(reply, NO_ORIGIN)
    const made = manifestFor(kept, origin, 'Block')
    if (made.kind === 'not-an-origin') return sendProblem(reply, NO_ORIGIN)
    return reply.type('text/xml; charset=utf-8').send(made.xml)
  })
  app.get(ALLOWED_PATH, { schema }, (_, reply) =>
    origin === null ? sendProblem(reply, NO_ORIGIN) : reply.send(allowedScripts(origin)),
  )
  if (origin === null) return
  app.get(LAUNCH_SCRIPT, { schema }, (_, reply) => {
    const bundle = readFileSync(join(dist, 'addin', 'launch.js'), 'utf8')
    return reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(bundle.split(PLACEHOLDER_ORIGIN).join(origin))
  })
}
