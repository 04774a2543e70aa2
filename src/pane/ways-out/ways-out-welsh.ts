import type { Change } from '../../outlook/change-draft.ts'
import type { WaysOutWording } from './ways-out-wording.ts'

function notChanged(change: Exclude<Change, { kind: 'done' }>, name: string): string {
  switch (change.kind) {
    case 'still-listed':
      return `Mae Outlook yn dal i restru ${name}. Arhoswch nes nad oes dim yn cael ei lwytho i fyny, yna rhowch gynnig arall arni; neu tynnwch y ffeil eich hun.`
    case 'not-there':
      return `Nid yw ${name} yn y neges hon mwyach.`
    case 'refused':
      return `Gwrthododd Outlook (${change.because}). Tynnwch ${name} eich hun, gyda’r × wrth ei ymyl.`
    case 'silent':
      return 'Nid atebodd Outlook. Arhoswch nes nad oes dim yn cael ei lwytho i fyny, yna rhowch gynnig arall arni.'
    case 'not-here':
      return `Nid yw’r Outlook hwn yn gadael i Embargo Guard newid y neges. Tynnwch ${name} eich hun, gyda’r × wrth ei ymyl.`
  }
}

// “Dydd” softens where it says when: ddydd Mawrth, tan ddydd Mawrth.
export const WAYS_OUT_WELSH: WaysOutWording = {
  heading: 'Ffyrdd ymlaen',
  sendAgain: 'Pwyswch Anfon eto.',
  remove: 'Tynnu',
  removing: (name) => `Wrthi’n tynnu ${name}.`,
  removed: (name) => `Tynnwyd ${name}.`,
  testCopy: 'Rhoi copi prawf gwag yn ei lle',
  steps: {
    making: (name) => `Wrthi’n gwneud copi gwag o ${name}.`,
    checking: () => 'Wrthi’n gwirio’r copi.',
    attaching: () => 'Wrthi’n atodi’r copi.',
    removing: (name) => `Wrthi’n tynnu ${name}.`,
  },
  replaced: (name, copy) =>
    `Rhoddwyd ${copy} yn lle ${name}: yr un tablau, â ffigurau ffug. Ni chafodd y gwiriad ddim ynddo.`,
  copyNotPossible: (name) => `Dim copi prawf o ${name}.`,
  copyNotClean: (name) =>
    `Cafodd y gwiriad rywbeth o hyd mewn copi o ${name}, felly ni newidiwyd dim. Gwnewch ffeil wag ar gyfer y prawf eich hun.`,
  copyNotChecked:
    'Nid oedd modd gwirio’r copi, am na ellir cyrraedd y gwasanaeth. Ni newidiwyd dim. Rhowch gynnig arall arni.',
  copyBesideOriginal: (copy, name) => `Mae ${copy} wedi’i atodi, ond mae ${name} yno o hyd hefyd.`,
  notChanged,
  atRelease: {
    heading: 'Ei hanfon adeg cyhoeddi',
    button: (when) => `Ei dosbarthu d${when}`,
    warning:
      'Bydd yn mynd ar yr amser hwnnw beth bynnag, hyd yn oed os caiff y datganiad ei ohirio. Tan hynny gallwch ei hatal yn Drafftiau; yn Outlook clasurol nid oes dim yn ei hatal ar ôl i chi bwyso Anfon.',
    setting: 'Wrthi’n gosod yr amser dosbarthu.',
    set: (when) => `Caiff ei dosbarthu d${when}, funud ar ôl y cyhoeddi.`,
    notSet: (change) =>
      change.kind === 'refused'
        ? `Ni dderbyniodd Outlook yr amser dosbarthu (${change.because}). Gosodwch ef eich hun: Trefnu anfon.`
        : 'Ni dderbyniodd Outlook yr amser dosbarthu. Gosodwch ef eich hun: Trefnu anfon.',
    scheduled: (when) =>
      `I’w dosbarthu d${when}. Bydd yn mynd bryd hynny beth bynnag, hyd yn oed os caiff y datganiad ei ohirio. Mae’r cwarel hwn yn dal i wylio tra bydd ar agor.`,
    tooEarly: (delivery, release) =>
      `I’w dosbarthu d${delivery}, sydd cyn y cyhoeddi: ${release}. Gosodwch yr amser eto, neu caiff ei dal yn ôl.`,
  },
  clearance: {
    heading: 'Gofyn am ganiatâd',
    what: 'Gall gweinyddwr ganiatáu’r neges hon: y ffeiliau hyn, i’r derbynwyr hyn, unwaith.',
    reason: 'Pam mae’n rhaid iddi fynd cyn y cyhoeddi',
    reasonMissing: 'Dywedwch pam.',
    ask: 'Gofyn am ganiatâd',
    asking: 'Wrthi’n gofyn.',
    states: {
      asked: () => 'Rydych wedi gofyn am ganiatâd. Bydd y cwarel hwn yn dweud pan fydd penderfyniad.',
      granted: ({ by, until }) =>
        `Caniatawyd gan ${by} tan d${until}, unwaith, ar gyfer y neges fel yr oedd pan ofynnoch. Pwyswch Anfon eto.`,
      refused: ({ by, decision }) => `Gwrthododd ${by}: ${decision}`,
      used: () => 'Defnyddiwyd y caniatâd. Mae’n gweithio unwaith.',
      expired: ({ until }) =>
        `Daeth y caniatâd i ben d${until} heb ei ddefnyddio. Gofynnwch eto os oes ei angen.`,
      withdrawn: () => 'Tynnwyd y caniatâd yn ôl.',
    },
    notAsked: (because) => `Ni ofynnwyd am y caniatâd: ${because}`,
    unreachable: 'Ni ellir cyrraedd y gwasanaeth. Gwiriwch eich cysylltiad, yna rhowch gynnig arall arni.',
  },
  approvals: {
    heading: (count) => `Yn aros am eich penderfyniad (${count})`,
    asks: (who) => `Mae ${who} yn gofyn am ganiatâd`,
    forMessage: (parts, recipients) => `${parts} i ${recipients}`,
    because: (reason) => `Rheswm: ${reason}`,
    reason: 'Eich rheswm',
    reasonMissing: 'Dywedwch pam.',
    grant: 'Caniatáu',
    refuse: 'Gwrthod',
    own: 'Chi ofynnodd am hyn, felly rhywun arall fydd yn penderfynu.',
    granted: (who) => `Caniatawyd i ${who}.`,
    refused: (who) => `Gwrthodwyd i ${who}.`,
    notDecided: (because) => `Heb ei benderfynu: ${because}`,
  },
  reason: {
    heading: 'Os ydych am ei hanfon serch hynny',
    what: 'Dywedwch pam. Cedwir y rheswm gyda’r gwiriad; yna bydd Outlook yn gofyn i chi unwaith eto.',
    choices: [
      'Mae gan y derbynwyr fynediad cyn cyhoeddi ac mae ei angen arnynt nawr.',
      'Mae’r ffigurau eisoes yn gyhoeddus.',
      'Nid ffigurau’r datganiad hwn ydynt.',
      'Bydd yn mynd ar ôl y cyhoeddi.',
    ],
    other: 'Rheswm arall',
    missing: 'Dewiswch neu teipiwch reswm.',
    keep: 'Cadw’r rheswm hwn',
    keeping: 'Wrthi’n cadw’r rheswm.',
    kept: 'Mae’r rheswm wedi’i gadw. Pwyswch Anfon eto, ac yna Anfon Beth Bynnag.',
    notKept: (because) => `Ni chadwyd y rheswm: ${because}`,
  },
}
