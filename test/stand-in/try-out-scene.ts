import type { IncomingMessage } from 'node:http'
import type { Frame } from 'playwright-core'
import { type Browser, openBrowser } from '../browser.ts'
import type { Order } from './page/addin.ts'
import { type Answer, folder, json, modules, officeJs, serve } from './server.ts'

/** The built page of the try-out, a service that is not there, and an add-in of the test’s own. */
export type TryOutScene = {
  readonly browser: Browser
  readonly origin: string
  /** Opens the page anew, with the clock at the real time. */
  open(): Promise<void>
  /** The clock of the service. */
  clock(): Promise<number>
  setClock(at: number | null): Promise<void>
  /** Tells a handler what to do with its next events. */
  order(handler: string, order: Order): Promise<void>
  pane(): Promise<Frame>
  close(): Promise<void>
}

/** Three invented people. */
const PEOPLE = [
  { address: 'ada@statistics.example', name: 'Ada Marsh', role: 'staff' },
  { address: 'carys@statistics.example', name: 'Carys Lewis', role: 'administrator' },
]
const SAMPLES = [
  { name: 'pse-2020-03-embargoed.xlsx', title: 'Public Sector Employment, March 2020: bulletin tables' },
  { name: 'pse-2020-03-embargoed.csv', title: 'Public Sector Employment, March 2020: dataset' },
  { name: 'pse-2019-12-published.xlsx', title: 'Public Sector Employment, December 2019: published' },
]

/** The doors of a service in a try-out, as far as the page opens them. Its clock stands still when it is set. */
function doors(): Answer {
  let set: number | null = null
  return async (path, request) => {
    if (path === '/try-out/people') return json(PEOPLE)
    if (path === '/try-out/samples') return json(SAMPLES)
    if (path.startsWith('/try-out/samples/')) return { body: 'PK invented', type: 'application/octet-stream' }
    if (path !== '/try-out/clock') return null
    if (request.method === 'PUT') set = atIn(await bodyOf(request))
    return json({ at: set ?? Date.now(), isSet: set !== null })
  }
}

function atIn(body: string): number | null {
  const told: { at: number | null } = JSON.parse(body)
  return told.at
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

/** The add-in’s two pages are one and the same here. */
const addIn: Answer = async (path, request) => {
  const page = folder('/test/', 'test')
  if (path.endsWith('.html') && path.startsWith('/addin/'))
    return page('/test/stand-in/page/addin.html', request)
  return folder('/addin/assets/', 'assets')(path, request)
}

const outlookPage: Answer = async (path, request) =>
  path === '/outlook' ? folder('/', 'dist/try-out')('/outlook.html', request) : null

/** Opens the scene. The page must have been built: `npm run build`. */
export async function openTryOut(wishes: { width?: number; height?: number } = {}): Promise<TryOutScene> {
  const server = await serve(
    outlookPage,
    doors(),
    folder('/try-out/', 'dist/try-out'),
    addIn,
    officeJs,
    modules,
  )
  const browser = await openBrowser(server.origin, wishes)
  const { page } = browser
  const door = `${server.origin}/try-out/clock`
  const setClock = async (at: number | null): Promise<void> => {
    await fetch(door, { method: 'PUT', body: JSON.stringify({ at }) })
  }
  return {
    browser,
    origin: server.origin,
    clock: async () => atIn(await (await fetch(door)).text()) ?? Number.NaN,
    setClock,
    open: async () => {
      await page.goto('about:blank')
      await setClock(null)
      await page.goto(`${server.origin}/outlook`)
      await page.waitForFunction(() => window.standIn?.runtime() === 'ready')
    },
    order: (handler, order) =>
      page.evaluate(
        ([name, text]) =>
          window.standIn.write({ session: { ...window.standIn.draft().session, [name]: text } }),
        [handler, JSON.stringify(order)] as const,
      ),
    pane: async () => {
      const handle = await page.waitForSelector('aside iframe')
      const frame = await handle.contentFrame()
      if (!frame) throw new TypeError('an iframe without a frame')
      await frame.waitForFunction(() => 'addIn' in window && Boolean(Office.context?.mailbox?.item))
      return frame
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
