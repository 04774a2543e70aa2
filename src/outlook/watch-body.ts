import { askOutlook } from './ask-outlook.ts'
import { after } from './deadline.ts'
import type { OutlookItem } from './outlook-item.ts'
import { turnsOf } from './three-at-a-time.ts'

/** How often the text is looked at: with the check that follows it is said within 2 s. Unit: milliseconds. */
export const BODY_LOOK_MS = 1_000

/** How long Outlook may take to tell it. Unit: milliseconds. */
const BODY_MS = 5_000

async function textOf(item: OutlookItem): Promise<string | null> {
  const { body } = item
  if (!body) return null
  const answer = await turnsOf(item)(() =>
    askOutlook<string>((reply) => body.getAsync('html', reply), BODY_MS),
  )
  return answer.kind === 'answered' ? answer.value : null
}

let watched: OutlookItem | null = null

/**
 * Tells when the text changes, of which Outlook has no event: a table may have
 * been pasted. Goes on as long as the page does. Where there is no page, as in
 * classic Outlook, whose runtime ends with its event, nothing is told before Send.
 */
export function watchBody(item: OutlookItem | null, changed: () => void): void {
  if (!item || item === watched || typeof document !== 'object') return
  watched = item
  let before: string | null = null
  const look = async (): Promise<void> => {
    const text = await textOf(item)
    if (watched !== item) return
    if (text !== null && before !== null && text !== before) changed()
    before = text ?? before
    after(BODY_LOOK_MS, () => void look())
  }
  void look()
}
