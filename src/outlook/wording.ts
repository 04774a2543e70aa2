import type { Unfinished } from './check-draft.ts'

/** The languages the add-in speaks. */
export type Language = 'en' | 'cy'

/** The language for an Outlook shown in `cy-GB`, `en-GB`, `de-DE`: Welsh for Welsh, else English. */
export const languageOf = (displayLanguage: string): Language =>
  /^cy(-|$)/i.test(displayLanguage) ? 'cy' : 'en'

/** What the events say by themselves; what the verdict says is in src/verdict/wording.ts. */
export type EventWording = {
  /** The button that opens the pane. At most 20 characters (outlook-platform: `cancelLabel`). */
  readonly openPane: string
  /** Why nothing was sent, and what to do. At most 500 characters with the detail. */
  readonly unfinished: Readonly<Record<Unfinished, (detail: string) => string>>
  /** The notifications in the compose window. At most 150 characters. */
  readonly until: (name: string, when: string) => string
  readonly noTime: (name: string) => string
  readonly body: string
  readonly heldFor: (recipients: number) => string
  readonly notCheckedYet: string
}

const ENGLISH: EventWording = {
  openPane: 'Open Embargo Guard',
  unfinished: {
    'no-message': () =>
      'Nothing was sent. Embargo Guard could not see the message, so it was not checked. Close this window, open the draft again and press Send.',
    'service-unreachable': () =>
      'Nothing was sent. Embargo Guard read this message but could not reach its service to learn what is under embargo. Check your connection, then press Send again. A message without attachments and figures can leave meanwhile.',
    'service-refused': (detail) =>
      `Nothing was sent. The Embargo Guard service did not take the check: ${detail} Press Send again; if that does not help, tell the people who run Embargo Guard.`,
    'too-slow': () =>
      'Nothing was sent. The message and its attachments could not be checked in time, because Outlook or the network is slow. Wait until every attachment is uploaded, then press Send again.',
    fault: () =>
      'Nothing was sent. Embargo Guard itself failed while it checked this message. Press Send again; if that does not help, tell the people who run Embargo Guard.',
  },
  until: (name, when) => `${name} is embargoed until ${when}.`,
  noTime: (name) => `${name} is embargoed, and its release is not confirmed.`,
  body: 'The text of this message',
  heldFor: (recipients) =>
    recipients === 1 ? 'One recipient may not have it.' : `${recipients} recipients may not have it.`,
  notCheckedYet: 'Embargo Guard could not check this message yet. It will be checked when you send it.',
}

const WELSH: EventWording = {
  openPane: 'Agor Embargo Guard',
  unfinished: {
    'no-message': () =>
      'Ni anfonwyd dim. Ni allai Embargo Guard weld y neges, felly ni chafodd ei gwirio. Caewch y ffenestr hon, agorwch y drafft eto a phwyswch Anfon.',
    'service-unreachable': () =>
      'Ni anfonwyd dim. Darllenodd Embargo Guard y neges, ond ni allai gyrraedd ei wasanaeth i wybod beth sydd dan embargo. Gwiriwch eich cysylltiad, yna pwyswch Anfon eto. Yn y cyfamser gall neges heb atodiadau na ffigurau fynd.',
    'service-refused': (detail) =>
      `Ni anfonwyd dim. Ni dderbyniodd gwasanaeth Embargo Guard y gwiriad: ${detail} Pwyswch Anfon eto; os na fydd hynny’n helpu, rhowch wybod i’r rhai sy’n gofalu am Embargo Guard.`,
    'too-slow': () =>
      'Ni anfonwyd dim. Nid oedd modd gwirio’r neges a’i hatodiadau mewn pryd, am fod Outlook neu’r rhwydwaith yn araf. Arhoswch nes bod pob atodiad wedi’i lwytho i fyny, yna pwyswch Anfon eto.',
    fault: () =>
      'Ni anfonwyd dim. Methodd Embargo Guard ei hun wrth wirio’r neges hon. Pwyswch Anfon eto; os na fydd hynny’n helpu, rhowch wybod i’r rhai sy’n gofalu am Embargo Guard.',
  },
  // “tan” softens what follows: dydd, tan ddydd.
  until: (name, when) => `Mae ${name} dan embargo tan d${when}.`,
  noTime: (name) => `Mae ${name} dan embargo, a heb ddyddiad cyhoeddi wedi’i gadarnhau.`,
  body: 'testun y neges hon',
  heldFor: (recipients) =>
    recipients === 1 ? 'Ni chaiff un derbynnydd ei weld.' : `Ni chaiff ${recipients} o’r derbynwyr ei weld.`,
  notCheckedYet: 'Ni allai Embargo Guard wirio’r neges hon eto. Caiff ei gwirio pan fyddwch yn ei hanfon.',
}

/** The catalogue by language. */
export const EVENT_WORDING: Readonly<Record<Language, EventWording>> = { en: ENGLISH, cy: WELSH }
