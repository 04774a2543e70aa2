import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../browser.ts'

const PAGE = `<!doctype html><title>page</title><link rel="icon" href="data:,">
<img alt="" src="https://example.org/pixel.png"><iframe src="/frame"></iframe>`
const FRAME = `<!doctype html><link rel="icon" href="data:,"><script>
try { localStorage.getItem('key'); document.title = 'kept' } catch (fault) { document.title = fault.name }
</script>`

const server: Server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html')
  response.end(request.url === '/frame' ? FRAME : PAGE)
})
let origin = ''

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  origin = `http://localhost:${(server.address() satisfies AddressInfo | string | null as AddressInfo).port}`
})
afterAll(() => server.close())

describe('the browser that the tests use', () => {
  it('stops and counts every request to an outside address', async () => {
    const browser = await openBrowser(origin)
    await browser.page.goto(origin)
    expect(browser.outside).toEqual(['GET https://example.org/pixel.png'])
    await browser.close()
  })

  it('can refuse storage to frames, as where third-party storage is blocked', async () => {
    const titles = []
    for (const storageBlocked of [false, true]) {
      const browser = await openBrowser(origin, { storageBlocked })
      await browser.page.goto(origin)
      const frame = browser.page.frames().find((each) => each.url().endsWith('/frame'))
      titles.push(await frame?.title())
      await browser.close()
    }
    expect(titles).toEqual(['kept', 'SecurityError'])
  })

  it('hears errors on the console, uncaught exceptions and questions', async () => {
    const browser = await openBrowser(origin)
    await browser.page.setContent(
      `<script>console.error('oh'); confirm('sure?'); throw new Error('dear')</script>`,
    )
    await expect.poll(() => browser.complaints.length).toBe(2)
    expect(browser.complaints.join()).toMatch(/oh.*dear/)
    expect(browser.dialogs).toEqual(['sure?'])
    await browser.close()
  })
})
