import type { Frame, Page } from 'playwright-core'
import { type Browser, openBrowser } from '../browser.ts'
import type { Order } from './page/addin.ts'
import { folder, modules, officeJs, serve, type TestServer } from './server.ts'

/** A bare Outlook in a browser, with an add-in of the test’s own and the real library. */
export type Scene = {
  readonly browser: Browser
  readonly page: Page
  /** Opens the host page anew and waits for the add-in. */
  open(query?: string): Promise<void>
  /** The add-in’s hidden page, or its pane. */
  frame(kind: 'runtime' | 'pane'): Promise<Frame>
  /** Calls a method of the item from one of the add-in’s pages. */
  ask(method: string, ...parameters: unknown[]): Promise<unknown>
  /** Tells a handler what to do with its next events. */
  order(handler: string, order: Order): Promise<void>
  close(): Promise<void>
}

/** Opens the scene. */
export async function openScene(wishes: { readonly storageBlocked?: boolean } = {}): Promise<Scene> {
  const server = await serve(
    officeJs,
    modules,
    folder('/test/stand-in/page/', 'test/stand-in/page'),
    folder('/try-out/', 'src/stand-in'),
  )
  const browser = await openBrowser(server.origin, wishes)
  return sceneOf(server, browser)
}

function sceneOf(server: TestServer, browser: Browser): Scene {
  const { page } = browser
  const frame = async (kind: 'runtime' | 'pane'): Promise<Frame> => {
    const handle = await page.waitForSelector(`#${kind === 'runtime' ? 'hidden' : 'pane'} iframe`, {
      state: 'attached',
    })
    const found = await handle.contentFrame()
    if (!found) throw new TypeError('an iframe without a frame')
    await found.waitForFunction(() => 'addIn' in window && Boolean(Office.context?.mailbox?.item))
    return found
  }
  return {
    browser,
    page,
    open: async (query = '') => {
      await page.goto(`${server.origin}/test/stand-in/page/host.html${query}`)
      await page.evaluate(() => window.standIn.ready())
    },
    frame,
    ask: async (method, ...parameters) => {
      const runtime = await frame('runtime')
      return runtime.evaluate(([name, given]) => window.addIn.ask(name, ...given), [
        method,
        parameters,
      ] as const)
    },
    order: (handler, order) =>
      page.evaluate(
        ([name, text]) =>
          window.standIn.write({ session: { ...window.standIn.draft().session, [name]: text } }),
        [handler, JSON.stringify(order)] as const,
      ),
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
