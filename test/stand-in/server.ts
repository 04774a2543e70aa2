import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { extname, join, resolve } from 'node:path'
import { transform } from '@swc/core'

/** What the server says to one request. */
export type Served = { readonly body: string | Buffer; readonly type: string; readonly status?: number }

/** A small server on this machine, for one test file. */
export type TestServer = {
  /** `http://localhost:PORT` */
  readonly origin: string
  close(): Promise<void>
}

/** Says what to serve at a path, or `null`: not this one. */
export type Answer = (path: string, request: IncomingMessage) => Promise<Served | null> | Served | null

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.ts': 'text/javascript; charset=utf-8',
  '.xml': 'application/xml',
}

/** The project. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** Serves what the first of these answers has. */
export async function serve(...answers: readonly Answer[]): Promise<TestServer> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const served = await firstOf(answers, path, request)
    response.writeHead(served.status ?? 200, { 'content-type': served.type, 'cache-control': 'no-store' })
    response.end(served.body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return {
    origin: `http://localhost:${address.port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}

async function firstOf(answers: readonly Answer[], path: string, request: IncomingMessage): Promise<Served> {
  for (const answer of answers) {
    const served = await answer(path, request)
    if (served) return served
  }
  return { status: 404, body: `nothing at ${path}`, type: 'text/plain' }
}

/** The files of a folder under a path. */
export function folder(prefix: string, under: string): Answer {
  return async (path) => {
    if (!path.startsWith(prefix)) return null
    const file = join(ROOT, under, path.slice(prefix.length))
    const body = await readFile(file).catch(() => null)
    return body && { body, type: TYPES[extname(file)] ?? 'application/octet-stream' }
  }
}

/** Microsoft’s library from node_modules. It asks for `AgaveErrorUX/…`, the package has `agaveerrorux/…`. */
export const officeJs: Answer = async (path, request) => {
  const dist = folder('/office-js/', 'node_modules/@microsoft/office-js/dist')
  return (await dist(path, request)) ?? dist(path.toLowerCase(), request)
}

/** Our own modules, types taken away, nothing bundled: imports name their files. */
export const modules: Answer = async (path) => {
  if (!/^\/(src|test)\/.*\.ts$/.test(path)) return null
  const source = await readFile(join(ROOT, path), 'utf8').catch(() => null)
  if (source === null) return null
  const { code } = await transform(source, {
    filename: path,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  })
  return { body: code, type: TYPES['.js'] ?? '' }
}

/** JSON. */
export function json(value: unknown, status = 200): Served {
  return { status, body: JSON.stringify(value), type: 'application/json' }
}
