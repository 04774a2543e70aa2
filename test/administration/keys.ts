import type { Page } from 'playwright-core'

/** More stops than any screen has. */
const MOST_STOPS = 150

/** The name and the role of what has the focus, as a screen reader says them. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document
    const named = activeElement?.getAttribute('aria-labelledby')?.split(' ') ?? []
    const labels =
      activeElement instanceof HTMLElement && 'labels' in activeElement ? activeElement.labels : null
    const byLabel = labels instanceof NodeList ? Array.from(labels, (label) => label.textContent) : []
    const text =
      activeElement?.getAttribute('aria-label') ??
      (named.length > 0
        ? named.map((id) => document.getElementById(id)?.textContent).join(' ')
        : byLabel.join(' ') || activeElement?.textContent)
    return (text ?? '').replace(/[*\s]+/g, ' ').trim()
  })

/** Presses Tab until what has a name has the focus; the name is what it begins with. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const seen: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (now.startsWith(name)) return
    seen.push(now)
  }
  throw new Error(`the Tab key does not come to “${name}”, but to: ${seen.slice(0, 40).join(' | ')}`)
}

/** Goes to what has a name and presses it. */
export async function pressOn(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

/** Goes to a field and types into it in the place of what is there. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}
