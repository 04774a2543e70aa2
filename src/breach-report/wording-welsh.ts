import type { BreachWording } from './wording.ts'

/** Welsh keeps the noun in the singular after a number, and softens it after 2. */
const counted = (count: number, noun: string, afterTwo: string): string =>
  `${count} ${count === 2 ? afterTwo : noun}`
const figures = (count: number | null, rest: string): string =>
  count === null
    ? `ffigurau heb eu cyhoeddi${rest}`
    : `${counted(count, 'ffigur', 'ffigur')} heb ${count === 1 ? 'ei' : 'eu'} cyhoeddi${rest}`

export const WELSH: BreachWording = {
  language: 'cy',
  locale: 'cy-GB',
  title: (output) => `Torri’r Cod Ymarfer ar gyfer Ystadegau: ${output}`,
  draft:
    'Drafft a wnaed o gofnod Embargo Guard. Amser Llundain yw’r amseroedd. Nid yw’r hyn sydd wedi’i nodi “i’w lenwi” yn y cofnod.',
  sections: {
    core: 'Gwybodaeth graidd',
    circumstances: 'Amgylchiadau’r toriad',
    impact: 'Effaith y toriad',
    corrective: 'Camau unioni',
  },
  tableHeadings: ['Yr wybodaeth sydd ei hangen', 'Ymateb'],
  fields: {
    output: { label: 'Teitl yr allbwn ystadegol a dolen iddo', hint: 'y ddolen i’r allbwn' },
    producer: { label: 'Enw’r sefydliad sy’n cynhyrchu’r ystadegau', hint: 'y sefydliad' },
    division: { label: 'Is-adran', hint: 'yr is-adran neu’r gangen' },
    reporter: {
      label: 'Enw a manylion cyswllt y person sy’n delio â’r adroddiad',
      hint: 'enw, cyfeiriad a rhif ffôn',
    },
    headOfProfession: {
      label: 'Enw a manylion cyswllt y Pennaeth Proffesiwn Ystadegau neu’r Swyddog Arweiniol',
      hint: 'enw, cyfeiriad a rhif ffôn',
    },
    statement: {
      label: 'Dolen i ddatganiad a gyhoeddwyd am y toriad (os yw’n berthnasol)',
      hint: 'y ddolen, neu “dim”',
    },
    reportDate: { label: 'Dyddiad yr adroddiad', hint: 'y dyddiad yr anfonir yr adroddiad' },
    practices: {
      label: 'Egwyddorion ac arferion perthnasol',
      hint: 'arferion eraill sy’n berthnasol, fel T3.4 lle’r aeth y ffigurau at bobl heb fynediad cyn cyhoeddi',
    },
    breachDate: { label: 'Dyddiad y toriad', hint: 'y dyddiad' },
    account: {
      label: 'Yr hyn a ddigwyddodd, gyda rolau’r bobl dan sylw, dyddiadau ac amseroedd',
      hint: 'sut y digwyddodd, rolau’r bobl dan sylw, a beth arall a wnaed a phryd',
    },
    impactInside: {
      label: 'Effaith o fewn y sefydliad',
      hint: 'yr hyn a olygai i’r sefydliad ac i’r datganiad',
    },
    impactOutside: {
      label: 'Effaith y tu allan',
      hint: 'pwy a agorodd, a ddefnyddiodd neu a rannodd y ffigurau, ac a ddaethant yn gyhoeddus',
    },
    corrected: { label: 'Yr hyn a wnaed ar unwaith', hint: 'beth arall a wnaed ar unwaith' },
    prevented: {
      label: 'Yr hyn a wneir fel na fydd yn digwydd eto',
      hint: 'newidiadau i weithdrefnau, gyda dyddiadau a phwy sy’n gyfrifol',
    },
  },
  toFillIn: (hint) => `[I’w lenwi: ${hint}]`,
  practice:
    'Egwyddor T3, Rhyddhau trefnus. Arfer T3.6: caiff ystadegau eu rhyddhau i bob defnyddiwr am 9.30am ar ddiwrnod gwaith.',
  series: (series) => `Cyfres: ${series}`,
  due: (when) => `I’w gyhoeddi: ${when}`,
  account: {
    checked: {
      allow: 'Roedd Embargo Guard wedi gwirio’r neges a heb ddod o hyd i ddim i’w dal yn ôl o’i blegid.',
      warn: 'Roedd Embargo Guard wedi gwirio’r neges a rhybuddio; gadawyd y penderfyniad i’r anfonwr.',
      block: 'Roedd Embargo Guard wedi gwirio’r neges a’i dal yn ôl.',
    },
    notChecked: 'Nid oes gwiriad o’r neges hon yng nghofnod Embargo Guard.',
    sent: (sender, recipients) =>
      `Anfonodd ${sender} neges at ${counted(recipients.length, 'derbynnydd', 'dderbynnydd')}: ${recipients.join(', ')}.`,
    found: (part, what) => `Yn ${part} roedd ${what}.`,
    kinds: {
      'embargoed-file': (count) => figures(count, ', sef un o ffeiliau’r datganiad ei hun'),
      'embargoed-figures': (count) => figures(count, ''),
      'possible-figures': (count) => `yr hyn a all fod yn ${figures(count, '')}`,
      'registered-name': () => 'rhywbeth o dan enw un o ffeiliau’r datganiad',
      unreadable: () => 'rhywbeth na ellid ei ddarllen',
      'cloud-link': () => 'dolen i ffeil na chafodd ei darllen',
      'could-not-check': () => 'rhywbeth na ellid ei wirio',
    },
    body: 'nhestun y neges',
    withoutAccess: (recipients) =>
      recipients.length === 0
        ? 'Roedd gan bawb a’i derbyniodd fynediad cyn cyhoeddi ar y pryd.'
        : `Heb fynediad cyn cyhoeddi ar y pryd: ${recipients.join(', ')}.`,
    delivered: 'Cafodd y neges ei dosbarthu.',
    noticed: 'Sylwyd ar y camgymeriad.',
    recalled: 'Galwyd y neges yn ôl.',
    deletionRequested: 'Gofynnwyd i’r derbynwyr ei dileu.',
    informed: 'Hysbyswyd y Pennaeth Proffesiwn.',
    deleted: (address) => `Cadarnhaodd ${address} ei bod wedi’i dileu.`,
    dueThen: (output) => `Yr amser y byddai ${output} yn cael ei gyhoeddi.`,
  },
  received: (without, deleted) =>
    without === 0
      ? 'Ni chafodd neb heb fynediad cyn cyhoeddi ar y pryd y neges.'
      : `Derbynwyr heb fynediad cyn cyhoeddi: ${without}. Wedi cadarnhau ei bod wedi’i dileu: ${deleted}.`,
  steps: {
    recall: {
      title: 'Galw’r neges yn ôl',
      text: 'Yn yr Eitemau a Anfonwyd, agorwch y neges a dewis ei galw’n ôl. Dim ond yr hyn sydd heb ei ddarllen yn yr un sefydliad y gall Outlook ei alw’n ôl, felly ewch ymlaen beth bynnag.',
    },
    'request-deletion': {
      title: 'Gofyn i’r rhai heb fynediad ei dileu',
      text: 'Anfonwch y cais parod. Mae’n enwi’r neges ond nid yr un ffigur.',
    },
    inform: {
      title: 'Rhoi gwybod i’r Pennaeth Proffesiwn ac i’r tîm cynhyrchu',
      text: 'Dywedwch beth a aeth, at bwy a phryd. Nhw fydd yn penderfynu a ddylid cyhoeddi’n gynt.',
    },
    'collect-confirmations': {
      title: 'Casglu’r atebion',
      text: 'Nodwch pwy sydd wedi’i dileu a phryd, pwy a’i hagorodd, ac a gafodd ei rhannu.',
    },
    report: {
      title: 'Anfon yr adroddiad ar y toriad',
      text: 'Llenwch yr hyn sydd wedi’i nodi, a’i anfon at y Pennaeth Proffesiwn yr un diwrnod.',
    },
  },
  afterSending: (duration) => `${duration} ar ôl ei hanfon`,
  request: {
    subject: (output) => `Dilëwch neges a anfonwyd atoch ar gam, os gwelwch yn dda: ${output}`,
    body: ({ day, clock, parts, output, due, sender }) =>
      [
        'Annwyl gydweithiwr,',
        // “Ar” softens what follows, and so does a day on which something happens: ar ddydd, ddydd.
        `Am ${clock} ar d${day} anfonais neges atoch ar gam. ${partsSentence(parts)} ystadegau sydd heb eu cyhoeddi eto: ${output}${due === null ? '' : `, i’w cyhoeddi d${due}`}.`,
        'Hyd nes y cânt eu cyhoeddi, ni chaiff neb ond y rhai ar y rhestr mynediad cyn cyhoeddi eu gweld. Gofynnaf ichi, p’un a gawsoch alwad yn ôl ai peidio:',
        [
          '1. Dileu’r neges a phopeth a ddaeth gyda hi, o’ch eitemau a ddilëwyd hefyd, ac unrhyw gopi a gadwyd neu a argraffwyd.',
          '2. Peidio ag agor, defnyddio, crybwyll na rhannu’r hyn sydd ynddi.',
          '3. Os yw wedi’i rhannu eisoes, dweud wrthyf gyda phwy.',
          '4. Ateb y neges hon pan fydd hyn wedi’i wneud: pryd y gwnaethoch ei dileu, ac a oedd wedi’i hagor.',
        ].join('\n'),
        'Mae’n ddrwg gennyf am y drafferth, a diolch ichi am eich help.',
        sender,
      ].join('\n\n'),
  },
}

const partsSentence = (parts: readonly string[]): string =>
  parts.length === 0 ? 'Mae ynddi' : `Mae ynddi, yn ${parts.map((part) => `“${part}”`).join(', ')},`
