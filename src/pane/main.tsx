import { createRoot } from 'react-dom/client'
import { within } from '../outlook/deadline.ts'
import { surroundings } from '../outlook/surroundings.ts'
import { Root } from './Root.tsx'
import { wordingFor } from './wording.ts'

/** How long Outlook may take to start its library. Unit: milliseconds. Field reports name up to 2,200. */
const READY_MS = 10_000

/** Whether Outlook answered; a page opened by itself in a browser is never ready. */
function outlookReady(): Promise<boolean> {
  if (typeof Office === 'undefined') return Promise.resolve(false)
  const ready = Promise.resolve(Office.onReady()).then(() => true)
  return within(ready, READY_MS, () => false)
}

function show(place: HTMLElement): void {
  const wording = wordingFor(surroundings().language)
  document.documentElement.lang = wording.language === 'cy' ? 'cy' : 'en-GB'
  const root = createRoot(place, {
    onUncaughtError(fault) {
      console.error(fault)
      place.textContent = `${wording.fault.title}. ${wording.fault.text}`
    },
  })
  root.render(<Root wording={wording} />)
}

const place = document.getElementById('pane')
if (place) outlookReady().then(() => show(place))
