import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, resolve } from 'node:path'
import type { Answer, Enquiry } from '../../src/register/contract.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const DIST = resolve(ROOT, 'dist')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
}

/** What the service is to do with the next enquiries. */
export type Service = (enquiry: Enquiry) => Answer | 'away' | 'never'

/** The pane as it is built, with a service behind it that the test plays. */
export type PaneServer = {
  readonly origin: string
  readonly enquiries: readonly Enquiry[]
  answer(service: Service): void
  close(): Promise<void>
}

/** Builds the pane where nobody has built it yet. */
function build(): void {
  if (existsSync(resolve(DIST, 'try-out/addin/pane.html'))) return
  execFileSync(process.execPath, ['node_modules/webpack/bin/webpack.js', '--config-name', 'pane'], {
    cwd: ROOT,
    stdio: 'inherit',
  })
}

function fileFor(path: string): string | null {
  if (path === '/addin/pane.html') return resolve(DIST, 'try-out/addin/pane.html')
  if (path.startsWith('/addin/')) return resolve(DIST, path.slice(1))
  return null
}

/** Office is in the page already (fake-office.ts), so its own scripts are empty. */
function give(path: string, response: ServerResponse): void {
  const file = fileFor(path)
  if (file && existsSync(file))
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(readFileSync(file))
  else response.writeHead(200, { 'content-type': 'text/javascript' }).end('')
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const bytes of request) text += String(bytes)
  return text
}

/** Serves the built pane on a port of its own. */
export async function servePane(): Promise<PaneServer> {
  build()
  const enquiries: Enquiry[] = []
  let service: Service = () => 'never'
  const check = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const enquiry: Enquiry = JSON.parse(await bodyOf(request))
    enquiries.push(enquiry)
    const said = service(enquiry)
    if (said === 'away') request.socket.destroy()
    else if (said !== 'never')
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  }
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*/, '')
    if (path === '/api/checks') void check(request, response)
    else give(path, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the test server has no port')
  return {
    origin: `http://localhost:${address.port}`,
    enquiries,
    answer(next) {
      service = next
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
