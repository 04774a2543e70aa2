import { londonWords } from '../../release/london-words.ts'
import type { Told } from '../wording.ts'
import type { Standing } from './received-parts.ts'

type ReleaseOf = Extract<Standing, { kind: 'may-not' }>['release']

/** What the pane says of a message that is being read. */
export type ReceivedWording = {
  readonly checking: Told
  /** Whatever kept it from being looked at. */
  readonly unfinished: Told
  /** The banner, by the gravest part. */
  readonly banners: Readonly<Record<Standing['kind'] | 'own' | 'nothing', Told>>
  readonly standings: Readonly<Record<Standing['kind'], string>>
  readonly badges: Readonly<Record<Standing['kind'], string>>
  readonly embargo: (release: ReleaseOf) => string
  readonly published: (series: string) => string
  readonly whoMayNot: (recipients: string) => string
  readonly partsHeading: string
  readonly ownHeading: string
  readonly mistakeHeading: string
  readonly mistakeSteps: readonly string[]
  readonly reply: (files: string) => string
  readonly replyLabel: string
  readonly copyReply: string
}

export const RECEIVED_ENGLISH: ReceivedWording = {
  unfinished: {
    title: 'Could not look',
    text: 'The Embargo Guard service cannot be reached, or Outlook did not hand over the message. Until you know, treat its figures as under embargo: keep them to yourself, and check again.',
  },
  checking: {
    title: 'Looking at what you received',
    text: 'Attachments and text are read here, on your computer. They are not uploaded.',
  },
  banners: {
    'may-not': {
      title: 'Not meant for you yet',
      text: 'It holds figures under embargo, and you are not among those who may have them now. What to do is below.',
    },
    own: {
      title: 'This went to people who may not have it',
      text: 'You sent figures under embargo to people who are not on the access list. What to do is below.',
    },
    may: {
      title: 'Under embargo: keep it to yourself',
      text: 'You may have these figures. Nobody else may have them from you before their release.',
    },
    possible: {
      title: 'May be under embargo',
      text: 'Ask the sender before you pass it on.',
    },
    unread: {
      title: 'Not everything could be read',
      text: 'Nothing under embargo was found in what could be. Of the rest it is not known: ask the sender.',
    },
    published: { title: 'Published figures', text: 'These are files that everybody may have.' },
    unknown: {
      title: 'Nothing under embargo',
      text: 'No figures in it belong to a release that is still to come.',
    },
    nothing: {
      title: 'Nothing to look at',
      text: 'There are neither attachments nor figures in this message.',
    },
  },
  standings: {
    'may-not': 'Holds figures under embargo.',
    may: 'Holds figures under embargo that you may have.',
    possible: 'May hold figures under embargo.',
    unread: 'Could not be read.',
    published: 'A published file.',
    unknown: 'No figures of a release that is still to come.',
  },
  badges: {
    'may-not': 'Under embargo',
    may: 'Under embargo',
    possible: 'Unclear',
    unread: 'Not read',
    published: 'Published',
    unknown: 'No embargo',
  },
  embargo: (release) => {
    if (release === null) return ''
    return release.state === 'confirmed'
      ? `${release.title}, until ${londonWords(release.at, 'en')}.`
      : `${release.title}, whose release has no confirmed time.`
  },
  published: (series) => `It is the published edition: ${series}.`,
  whoMayNot: (recipients) => `Received it without access: ${recipients}.`,
  partsHeading: 'What you received',
  ownHeading: 'What you sent',
  mistakeHeading: 'If you received it by mistake',
  mistakeSteps: [
    'Do not open, save, print or forward it, and do not use the figures.',
    'Tell the sender at once. The text below can be sent as it is.',
    'Delete the message, also from Deleted Items, and every copy you have saved.',
  ],
  reply: (files) =>
    `I received ${files} from you. It holds figures under embargo that I may not have. I have not used or passed them on, and I have deleted the message and every copy of it.`,
  replyLabel: 'Text of the reply',
  copyReply: 'Copy the reply',
}

export const RECEIVED_WELSH: ReceivedWording = {
  unfinished: {
    title: 'Methu ag edrych',
    text: 'Ni ellir cyrraedd gwasanaeth Embargo Guard, neu ni roddodd Outlook y neges. Nes i chi wybod, ystyriwch fod ei ffigurau dan embargo: cadwch nhw i chi’ch hun, a gwiriwch eto.',
  },
  checking: {
    title: 'Wrthi’n edrych ar yr hyn a gawsoch',
    text: 'Caiff atodiadau a thestun eu darllen yma, ar eich cyfrifiadur chi. Nid ydynt yn cael eu llwytho i fyny.',
  },
  banners: {
    'may-not': {
      title: 'Nid i chi eto',
      text: 'Mae’n cynnwys ffigurau dan embargo, ac nid ydych ymhlith y rhai a gaiff eu gweld nawr. Mae’r hyn i’w wneud isod.',
    },
    own: {
      title: 'Aeth hon at bobl na chânt ei gweld',
      text: 'Anfonasoch ffigurau dan embargo at bobl nad ydynt ar y rhestr fynediad. Mae’r hyn i’w wneud isod.',
    },
    may: {
      title: 'Dan embargo: cadwch hi i chi’ch hun',
      text: 'Cewch weld y ffigurau hyn. Ni chaiff neb arall eu cael gennych cyn eu cyhoeddi.',
    },
    possible: {
      title: 'Gall fod dan embargo',
      text: 'Holwch yr anfonwr cyn ei phasio ymlaen.',
    },
    unread: {
      title: 'Nid oedd modd darllen y cyfan',
      text: 'Ni chafwyd dim dan embargo yn yr hyn a ddarllenwyd. Ni wyddys am y gweddill: holwch yr anfonwr.',
    },
    published: { title: 'Ffigurau wedi’u cyhoeddi', text: 'Ffeiliau y caiff pawb eu gweld yw’r rhain.' },
    unknown: {
      title: 'Dim byd dan embargo',
      text: 'Nid oes ffigurau ynddi sy’n perthyn i ddatganiad sydd eto i ddod.',
    },
    nothing: { title: 'Dim byd i edrych arno', text: 'Nid oes nac atodiadau na ffigurau yn y neges hon.' },
  },
  standings: {
    'may-not': 'Mae’n cynnwys ffigurau dan embargo.',
    may: 'Mae’n cynnwys ffigurau dan embargo y cewch eu gweld.',
    possible: 'Gall gynnwys ffigurau dan embargo.',
    unread: 'Nid oedd modd ei darllen.',
    published: 'Ffeil wedi’i chyhoeddi.',
    unknown: 'Dim ffigurau o ddatganiad sydd eto i ddod.',
  },
  badges: {
    'may-not': 'Dan embargo',
    may: 'Dan embargo',
    possible: 'Aneglur',
    unread: 'Heb ei darllen',
    published: 'Cyhoeddwyd',
    unknown: 'Dim embargo',
  },
  embargo: (release) => {
    if (release === null) return ''
    // “Tan” softens what follows: dydd, tan ddydd.
    return release.state === 'confirmed'
      ? `${release.title}, tan d${londonWords(release.at, 'cy')}.`
      : `${release.title}, heb amser cyhoeddi wedi’i gadarnhau.`
  },
  published: (series) => `Yr argraffiad cyhoeddedig yw hwn: ${series}.`,
  whoMayNot: (recipients) => `Heb fynediad, ond wedi’i chael: ${recipients}.`,
  partsHeading: 'Yr hyn a gawsoch',
  ownHeading: 'Yr hyn a anfonasoch',
  mistakeHeading: 'Os daeth atoch drwy gamgymeriad',
  mistakeSteps: [
    'Peidiwch â’i hagor, ei chadw, ei hargraffu na’i hanfon ymlaen, a pheidiwch â defnyddio’r ffigurau.',
    'Rhowch wybod i’r anfonwr ar unwaith. Gellir anfon y testun isod fel y mae.',
    'Dilëwch y neges, hefyd o’r Eitemau a Ddilëwyd, a phob copi yr ydych wedi’i gadw.',
  ],
  reply: (files) =>
    `Cefais ${files} oddi wrthych. Mae’n cynnwys ffigurau dan embargo na chaf eu gweld. Nid wyf wedi’u defnyddio na’u pasio ymlaen, ac rwyf wedi dileu’r neges a phob copi ohoni.`,
  replyLabel: 'Testun yr ateb',
  copyReply: 'Copïo’r ateb',
}
