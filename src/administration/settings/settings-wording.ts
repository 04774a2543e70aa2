import type { FindingKind, VerdictKind } from '../../register/contract.ts'
import type { yearsKnown } from '../../release/working-days.ts'
import type { PolicyLine } from './policy-steps.ts'

type YearsKnown = ReturnType<typeof yearsKnown>

/** What the table of the policy says, in English. */
export const POLICY_ENGLISH = {
  heading: 'What happens to a message',
  finding: 'When a message to others',
  verdict: 'Embargo Guard',
  lines: {
    withoutAccess: 'has embargoed figures, and somebody on it has no access',
    withAccess: 'has embargoed figures, and everybody has open access',
    deliveredAfterRelease: 'has embargoed figures, and leaves at or after the release',
    weakEvidence: 'may have embargoed figures, or has only the name of such a file',
    unreadable: 'has something that cannot be read',
    couldNotCheck: 'could not be checked to the end',
  } satisfies Record<PolicyLine, string>,
  verdicts: { allow: 'lets it go', warn: 'warns', block: 'holds it' } satisfies Record<VerdictKind, string>,
  consequences: {
    allow: 'It leaves, and the sender is told nothing.',
    warn: 'The sender sees why, and may send it all the same.',
    block: 'It does not leave until it is changed or cleared.',
  } satisfies Record<VerdictKind, string>,
  unsafe: 'This lets more leave than before',
  unsafeText: 'Figures may get out before their release:',
  sure: 'I know what may get out, and want it so.',
  sureAgain: 'Type RELAX to say it once more',
  word: 'RELAX',
}

/** What the settings say, in English. */
export const SETTINGS_ENGLISH = {
  organisation: 'Your organisation',
  domains: 'Own domains',
  hoursWrong: 'Enter hours from 0 to 24.',
  domainsHint: 'One a line, as statistics.example',
  accessHours: 'Hours before publication at which access may open',
  accessHoursHint: 'By law 24 in England; an organisation may set fewer.',
  usualTimes: 'Usual times',
  series: 'Series',
  at: 'London time',
  addTime: 'Add a series',
  noTimes: 'No series has a usual time of its own: 09:30 is suggested.',
  takeOut: (series: string): string => `Take out ${series}`,
  contactText: 'Whom senders may ring',
  english: 'In English',
  welsh: 'In Welsh',
  hint: 'Said below the reason when a message is held.',
  save: 'Save the settings',
}

/** What is said of bank holidays, in English. */
export const BANK_HOLIDAYS_ENGLISH = {
  heading: 'Bank holidays',
  known: ({ from, to }: YearsKnown, isAdded: boolean): string =>
    `Known for ${from} to ${to}, from ${isAdded ? 'the list of GOV.UK that was added' : 'the list that comes with Embargo Guard'}. A release on one of them is asked about.`,
  drop: 'Drop bank-holidays.json of GOV.UK here, or',
  choose: 'choose the file',
  shipped: 'Go back to the list that comes with Embargo Guard',
}

/** What is said of what nobody may clear, in English. */
export const NEVER_ENGLISH = {
  heading: 'What nobody may clear',
  text: 'A second person can clear a message that is held. Tick what not even they may clear:',
  kinds: {
    'embargoed-file': 'a file of a release itself',
    'embargoed-figures': 'unpublished figures',
    'possible-figures': 'what may be unpublished figures',
    'registered-name': 'the name of a file under embargo',
    unreadable: 'what cannot be read',
    'cloud-link': 'a link to a file elsewhere',
    'could-not-check': 'what could not be checked to the end',
  } satisfies Record<FindingKind, string>,
  consequences: {
    none: 'Whatever a message is held for, a second person can let it go: once, and to the people they saw.',
    some: 'A message held for one of these is not let go by anybody: it has to be changed, or wait for the release.',
  },
  clearable: (kind: string): string => `a second person can clear ${kind}`,
}

/** What the table of the policy says, in Welsh. */
export const POLICY_WELSH: typeof POLICY_ENGLISH = {
  heading: 'Beth sy’n digwydd i neges',
  finding: 'Pan fydd neges i eraill',
  verdict: 'Mae Embargo Guard',
  lines: {
    withoutAccess: 'â ffigurau dan embargo, a rhywun arni heb fynediad',
    withAccess: 'â ffigurau dan embargo, a chan bawb fynediad agored',
    deliveredAfterRelease: 'â ffigurau dan embargo, ac yn gadael adeg y cyhoeddi neu wedyn',
    weakEvidence: 'efallai â ffigurau dan embargo, neu ddim ond enw ffeil o’r fath',
    unreadable: 'â rhywbeth na ellir ei ddarllen',
    couldNotCheck: 'heb ei gwirio hyd y diwedd',
  },
  verdicts: { allow: 'yn ei gadael', warn: 'yn rhybuddio', block: 'yn ei dal yn ôl' },
  consequences: {
    allow: 'Mae’n gadael, ac ni ddywedir dim wrth yr anfonwr.',
    warn: 'Mae’r anfonwr yn gweld pam, a chaiff ei hanfon serch hynny.',
    block: 'Nid yw’n gadael nes ei newid neu ei chlirio.',
  },
  unsafe: 'Mae hyn yn gadael i fwy fynd nag o’r blaen',
  unsafeText: 'Gall ffigurau fynd allan cyn eu cyhoeddi:',
  sure: 'Gwn beth all fynd allan, a dyna fy nymuniad.',
  sureAgain: 'Teipiwch LLACIO i’w ddweud unwaith eto',
  word: 'LLACIO',
}

/** What the settings say, in Welsh. */
export const SETTINGS_WELSH: typeof SETTINGS_ENGLISH = {
  organisation: 'Eich sefydliad',
  domains: 'Parthau eich hun',
  hoursWrong: 'Rhowch oriau o 0 i 24.',
  domainsHint: 'Un i bob llinell, fel statistics.example.',
  accessHours: 'Oriau cyn cyhoeddi y caiff mynediad agor',
  accessHoursHint: 'Yn ôl y gyfraith 24 yn Lloegr; caiff sefydliad osod llai.',
  usualTimes: 'Amserau arferol',
  series: 'Cyfres',
  at: 'Amser Llundain',
  addTime: 'Ychwanegu cyfres',
  noTimes: 'Nid oes gan yr un gyfres ei hamser ei hun: awgrymir 09:30.',
  takeOut: (series) => `Tynnu ${series}`,
  contactText: 'Pwy y caiff anfonwyr ffonio',
  english: 'Yn Saesneg',
  welsh: 'Yn Gymraeg',
  hint: 'Dywedir hyn o dan y rheswm pan ddelir neges yn ôl.',
  save: 'Cadw’r gosodiadau',
}

/** What is said of bank holidays, in Welsh. */
export const BANK_HOLIDAYS_WELSH: typeof BANK_HOLIDAYS_ENGLISH = {
  heading: 'Gwyliau banc',
  known: ({ from, to }, isAdded) =>
    `Yn hysbys ar gyfer ${from} i ${to}, o’r rhestr ${isAdded ? 'GOV.UK a ychwanegwyd' : 'sy’n dod gydag Embargo Guard'}. Gofynnir am ddatganiad ar un ohonynt.`,
  drop: 'Gollyngwch bank-holidays.json GOV.UK yma, neu',
  choose: 'dewiswch y ffeil',
  shipped: 'Mynd yn ôl i’r rhestr sy’n dod gydag Embargo Guard',
}

/** What is said of what nobody may clear, in Welsh. */
export const NEVER_WELSH: typeof NEVER_ENGLISH = {
  heading: 'Yr hyn na chaiff neb ei glirio',
  text: 'Gall ail berson glirio neges a ddelir yn ôl. Ticiwch yr hyn na chaiff hyd yn oed yr ail berson ei glirio:',
  kinds: {
    'embargoed-file': 'ffeil y datganiad ei hun',
    'embargoed-figures': 'ffigurau heb eu cyhoeddi',
    'possible-figures': 'yr hyn a all fod yn ffigurau heb eu cyhoeddi',
    'registered-name': 'enw ffeil dan embargo',
    unreadable: 'yr hyn na ellir ei ddarllen',
    'cloud-link': 'dolen i ffeil mewn man arall',
    'could-not-check': 'yr hyn na ellid ei wirio hyd y diwedd',
  },
  consequences: {
    none: 'Am beth bynnag y delir neges yn ôl, gall ail berson ei gollwng: unwaith, ac i’r bobl a welodd.',
    some: 'Ni ollyngir gan neb neges a ddelir yn ôl am un o’r rhain: rhaid ei newid, neu aros am y cyhoeddi.',
  },
  clearable: (kind) => `gall ail berson glirio ${kind}`,
}
