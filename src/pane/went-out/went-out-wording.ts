/** The steps after a message got out whose times are kept. */
export const WENT_OUT_STEPS = ['noticedAt', 'recalledAt', 'deletionAskedAt', 'informedAt'] as const
export type WentOutStep = (typeof WENT_OUT_STEPS)[number]

/** What the pane says when a message got out. */
export type WentOutWording = {
  readonly open: string
  readonly heading: string
  readonly what: string
  readonly steps: Readonly<Record<WentOutStep, { readonly title: string; readonly text: string }>>
  readonly now: string
  readonly doneAt: (when: string) => string
  readonly request: string
  readonly copy: string
  readonly copied: string
  readonly notCopied: string
  readonly reportHeading: string
  readonly reportWhat: string
  readonly docx: string
  readonly copyReport: string
  readonly failed: (because: string) => string
}

export const WENT_OUT_ENGLISH: WentOutWording = {
  open: 'This went out',
  heading: 'It went out: what to do now',
  what: 'Do these in their order. Press “Now” when one is done; the time is kept with the check.',
  steps: {
    noticedAt: { title: 'Noticed', text: 'When somebody saw that it had gone out.' },
    recalledAt: {
      title: 'Recall it',
      text: 'Sent Items, open the message, File or “…”, Recall message. It reaches only mailboxes of your own organisation.',
    },
    deletionAskedAt: {
      title: 'Ask to delete it',
      text: 'Send this text to everybody who may not have it.',
    },
    informedAt: {
      title: 'Inform',
      text: 'Tell the head of profession for statistics and your line manager at once, by telephone.',
    },
  },
  now: 'Now',
  doneAt: (when) => `Done: ${when}`,
  request: 'Text of the request',
  copy: 'Copy the text',
  copied: 'Copied.',
  notCopied: 'Could not copy. Select the text and press Ctrl+C.',
  reportHeading: 'Breach report',
  reportWhat: 'Drafted from the record; what is not known is marked to fill in.',
  docx: 'Download as .docx',
  copyReport: 'Copy as text',
  failed: (because) => `This did not work: ${because}`,
}

export const WENT_OUT_WELSH: WentOutWording = {
  open: 'Aeth hon allan',
  heading: 'Aeth allan: beth i’w wneud nawr',
  what: 'Gwnewch y rhain yn eu trefn. Pwyswch “Nawr” pan fydd un wedi’i wneud; cedwir yr amser gyda’r gwiriad.',
  steps: {
    noticedAt: { title: 'Sylwi', text: 'Pryd y gwelodd rhywun ei bod wedi mynd allan.' },
    recalledAt: {
      title: 'Ei galw’n ôl',
      text: 'Eitemau a Anfonwyd, agorwch y neges, Ffeil neu “…”, Galw’r neges yn ôl. Dim ond blychau post eich sefydliad eich hun y mae’n eu cyrraedd.',
    },
    deletionAskedAt: {
      title: 'Gofyn am ei dileu',
      text: 'Anfonwch y testun hwn at bawb na chaiff ei gweld.',
    },
    informedAt: {
      title: 'Hysbysu',
      text: 'Dywedwch wrth y pennaeth proffesiwn ystadegau a’ch rheolwr llinell ar unwaith, dros y ffôn.',
    },
  },
  now: 'Nawr',
  doneAt: (when) => `Gwnaed: ${when}`,
  request: 'Testun y cais',
  copy: 'Copïo’r testun',
  copied: 'Copïwyd.',
  notCopied: 'Methu â chopïo. Dewiswch y testun a phwyswch Ctrl+C.',
  reportHeading: 'Adroddiad toriad',
  reportWhat: 'Drafftiwyd o’r cofnod; mae’r hyn nad yw’n hysbys wedi’i nodi i’w lenwi.',
  docx: 'Lawrlwytho fel .docx',
  copyReport: 'Copïo fel testun',
  failed: (because) => `Ni weithiodd hyn: ${because}`,
}
