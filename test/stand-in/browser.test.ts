import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../browser.ts'
import { serve, type TestServer } from './server.ts'

const PAGE = `<!doctype html><title>page</title><link rel="icon" href="data:,">
<img alt="" src="https://example.org/pixel.png"><img alt="" src="http://127.0.0.2:8081/pixel.png"><iframe src="/frame"></iframe>`
const FRAME = `<!doctype html><link rel="icon" href="data:,"><script>
try { localStorage.getItem('key'); document.title = 'kept' } catch (fault) { document.title = fault.name }
</script>`

let server: TestServer
beforeAll(async () => {
  server = await serve((path) => ({ body: path === '/frame' ? FRAME : PAGE, type: 'text/html' }))
})
afterAll(() => server.close())

describe('the browser that the tests use', () => {
  it('counts every request to an outside address, and finds none', async () => {
    const browser = await openBrowser(server.origin)
    await browser.page.goto(server.origin)
    expect(browser.outside).toEqual([
      'GET https://example.org/pixel.png',
      'GET http://127.0.0.2:8081/pixel.png',
    ])
    await expect.poll(() => browser.complaints.length).toBe(2)
    for (const said of browser.complaints) expect(said).toContain('ERR_NAME_NOT_RESOLVED')
    await browser.close()
  })

  it('can refuse storage to frames, as where third-party storage is blocked', async () => {
    const titles = []
    for (const storageBlocked of [false, true]) {
      const browser = await openBrowser(server.origin, { storageBlocked })
      await browser.page.goto(server.origin)
      const frame = browser.page.frames().find((each) => each.url().endsWith('/frame'))
      titles.push(await frame?.title())
      await browser.close()
    }
    expect(titles).toEqual(['kept', 'SecurityError'])
  })

  it('hears errors on the console, uncaught exceptions and questions', async () => {
    const browser = await openBrowser(server.origin)
    await browser.page.setContent(
      `<script>console.error('oh'); confirm('sure?'); throw new Error('dear')</script>`,
    )
    await expect.poll(() => browser.complaints.length).toBe(2)
    expect(browser.complaints.join()).toMatch(/oh.*dear/)
    expect(browser.dialogs).toEqual(['sure?'])
    await browser.close()
  })
})
