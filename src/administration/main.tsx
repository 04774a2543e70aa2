import { createRoot } from 'react-dom/client'
import { AdministrationPage } from './AdministrationPage.tsx'
import { administrationWording } from './wording.ts'

/** `?language=cy` first, then what the browser is set to. */
const language = new URLSearchParams(window.location.search).get('language') ?? navigator.language

const place = document.getElementById('administration')
if (place) {
  const wording = administrationWording(language)
  document.documentElement.lang = wording.language === 'cy' ? 'cy' : 'en-GB'
  const root = createRoot(place, {
    onUncaughtError(fault) {
      console.error(fault)
      place.textContent = `${wording.fault.title}. ${wording.fault.text}`
    },
  })
  root.render(<AdministrationPage wording={wording} />)
}
