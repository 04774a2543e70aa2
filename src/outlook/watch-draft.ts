import { askOutlook } from './ask-outlook.ts'
import type { OutlookItem } from './outlook-item.ts'

/** How long Outlook may take to take note. Unit: milliseconds. */
const NOTE_MS = 5_000

/**
 * The events of a message being written, as the values of `Office.EventType`;
 * the enumeration itself is missing while the library is still loading.
 */
const EVENTS = ['olkAttachmentsChanged', 'olkRecipientsChanged'] as const

/**
 * Tells when Outlook says that attachments or recipients changed. Where Outlook
 * has no such events nothing is told: whoever relies on it asks now and then too.
 *
 * @returns ends the watch
 */
export function watchDraft(item: OutlookItem, changed: () => void): () => void {
  EVENTS.forEach((event) => {
    void askOutlook<void>((reply) => {
      if (!item.addHandlerAsync) throw new Error('this Outlook has no item events')
      item.addHandlerAsync(event, changed, reply)
    }, NOTE_MS)
  })
  return () => {
    EVENTS.forEach((event) => {
      void askOutlook<void>((reply) => {
        if (item.removeHandlerAsync) item.removeHandlerAsync(event, reply)
      }, NOTE_MS)
    })
  }
}
