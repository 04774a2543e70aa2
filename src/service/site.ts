import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { serveDeployment } from './deployment/serve-deployment.ts'
import { noSuchAddress, sendProblem } from './door/problem.ts'

/** Where the built pages lie. */
export type Site = {
  /** `dist`: with `addin` and `try-out`. */
  readonly dist: string
  /** Microsoft’s library, unmodified, as npm brought it. Only a try-out serves it. */
  readonly officeJs: string
  /** Where Outlook reaches the service, or `null` where nobody said. */
  readonly origin: string | null
}

/** Paths in lower case, and as they are: the library asks for `AgaveErrorUX/`, npm’s copy has `agaveerrorux/`. */
function foldedPaths(root: string): ReadonlyMap<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.split(sep).join('/'),
  )
  return new Map(paths.map((path) => [path.toLowerCase(), path]))
}

function serveOfficeJs(app: FastifyInstance, root: string): void {
  let paths: ReadonlyMap<string, string> | null = null
  app.get('/office-js/*', { schema: { hide: true } }, (request, reply) => {
    paths ??= foldedPaths(root)
    const asked = request.url.slice('/office-js/'.length).replace(/[?#].*$/, '')
    const path = paths.get(asked.toLowerCase())
    return path === undefined ? nothingHere(reply, request.url) : reply.sendFile(path, root)
  })
}

const nothingHere = (reply: FastifyReply, url: string): FastifyReply => sendProblem(reply, noSuchAddress(url))

/** The register as a page of its own. */
const serveAdmin = (app: FastifyInstance, folder: string): void => {
  app.get('/admin', { schema: { hide: true } }, (_, reply) => reply.sendFile('admin.html', folder))
}

/** Serves the add-in’s own pages, as Outlook loads them. */
export async function serveAddIn(app: FastifyInstance, { dist, origin }: Site): Promise<void> {
  await app.register(fastifyStatic, { root: join(dist, 'addin'), prefix: '/addin/' })
  serveDeployment(app, dist, origin)
  serveAdmin(app, join(dist, 'addin'))
}

/** Serves the try-out: a compose window, the add-in for it, and Microsoft’s library. */
export async function serveTryOut(app: FastifyInstance, { dist, officeJs, origin }: Site): Promise<void> {
  await app.register(fastifyStatic, {
    root: [join(dist, 'try-out', 'addin'), join(dist, 'addin')],
    prefix: '/addin/',
  })
  await app.register(fastifyStatic, {
    root: join(dist, 'try-out'),
    prefix: '/try-out/',
    decorateReply: false,
  })
  serveDeployment(app, dist, origin)
  serveOfficeJs(app, officeJs)
  serveAdmin(app, join(dist, 'try-out', 'addin'))
  app.get('/outlook', { schema: { hide: true } }, (_, reply) =>
    reply.sendFile('outlook.html', join(dist, 'try-out')),
  )
  app.get('/', { schema: { hide: true } }, (_, reply) => reply.redirect('/outlook'))
}
