import { cy } from 'date-fns/locale/cy'
import { RECEIVED_WELSH } from './received/received-wording.ts'
import { timeLeftWords } from './time-left.ts'
import { WAYS_OUT_WELSH } from './ways-out/ways-out-welsh.ts'
import { WENT_OUT_WELSH } from './went-out/went-out-wording.ts'
import type { PaneWording } from './wording.ts'

/** Welsh keeps the noun in the singular after a number, and softens it after 2. */
const counted = (count: number, noun: string, afterTwo: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 2 ? afterTwo : noun}`

export const WELSH: PaneWording = {
  language: 'cy',
  checking: {
    title: 'Wrthi’n gwirio’r neges hon',
    text: 'Caiff atodiadau a thestun eu darllen yma, ar eich cyfrifiadur chi. Nid ydynt yn cael eu llwytho i fyny.',
  },
  reading: (name, number, of) =>
    of === 1 ? `Wrthi’n darllen ${name}` : `Wrthi’n darllen ${name} (${number} o ${of})`,
  checkAgain: 'Gwirio eto',
  checkingAgain: 'Wrthi’n gwirio eto',
  checkedAt: (time) => `Gwiriwyd am ${time}`,
  verdicts: {
    allow: {
      title: 'Dim byd dan embargo',
      text: 'Nid oes dim yn y neges hon yn perthyn i ddatganiad sydd eto i ddod.',
    },
    warn: { title: 'Edrychwch cyn anfon', text: 'Bydd Outlook yn dangos pam, a chi fydd yn penderfynu.' },
    block: {
      title: 'Caiff y neges hon ei dal yn ôl',
      text: 'Ni fydd Outlook yn ei hanfon fel y mae. Tynnwch yr hyn sydd wedi’i nodi isod, neu’r rhai na chânt ei weld.',
    },
  },
  allowedUnderEmbargo: {
    title: 'Gellir ei hanfon',
    text: 'Mae’n cynnwys ffigurau dan embargo, ac mae pawb sy’n ei derbyn yn gweithio ar y datganiad.',
  },
  figuresRead: (figures) =>
    figures === 0 ? 'Ni chafwyd ffigurau ynddi.' : `Darllenwyd ${counted(figures, 'ffigur', 'ffigur')}.`,
  unfinished: {
    'no-message': () => ({
      title: 'Dim neges i’w gwirio',
      text: 'Agorwch y cwarel hwn o neges yr ydych yn ei hysgrifennu.',
    }),
    'service-unreachable': () => ({
      title: 'Methu â gwirio',
      text: 'Darllenwyd y neges hon, ond ni ellir cyrraedd gwasanaeth Embargo Guard, felly ni wyddys beth sydd dan embargo. Gwiriwch eich cysylltiad, yna gwiriwch eto. Tan hynny ni ellir anfon neges ag atodiadau neu ffigurau.',
    }),
    'service-refused': (detail) => ({
      title: 'Methu â gwirio',
      text: `Ni dderbyniodd gwasanaeth Embargo Guard y gwiriad: ${detail} Os na fydd gwirio eto’n helpu, rhowch wybod i’r rhai sy’n gofalu am Embargo Guard.`,
    }),
    'too-slow': () => ({
      title: 'Methu â gwirio',
      text: 'Ni roddodd Outlook y neges mewn pryd. Arhoswch nes bod pob atodiad wedi’i lwytho i fyny, yna gwiriwch eto.',
    }),
    fault: () => ({
      title: 'Methu â gwirio',
      text: 'Methodd Embargo Guard ei hun. Gwiriwch eto; os na fydd hynny’n helpu, rhowch wybod i’r rhai sy’n gofalu am Embargo Guard.',
    }),
  },
  outside: {
    title: 'Caiff pob neges ei gwirio cyn ei hanfon',
    text: 'Agorwch y cwarel hwn wrth ymyl neges yr ydych yn ei hysgrifennu i weld beth ynddi sydd dan embargo.',
    points: [
      'Caiff atodiadau a thestun eu cymharu â’r ffigurau sydd eto i’w cyhoeddi.',
      'Caiff neges â ffigurau o’r fath ei dal yn ôl tan eu cyhoeddi, oni bai y caiff pawb sy’n ei derbyn eu gweld.',
      'Mae ffeiliau a thestun yn aros ar eich cyfrifiadur; dim ond olion bysedd y ffigurau a gymharir.',
    ],
  },
  releasesHeading: 'Dan embargo',
  // “Tan” softens what follows: dydd, tan ddydd.
  underEmbargoUntil: (when) => `Tan d${when}`,
  underEmbargo: 'Nid oes amser cyhoeddi wedi’i gadarnhau',
  timeLeft: (left) => `${timeLeftWords(left, cy)} ar ôl`,
  partsHeading: 'Yn y neges hon',
  partVerdicts: { allow: 'Caiff fynd', warn: 'Edrychwch', block: 'Dal yn ôl' },
  notRead: 'Heb ei ddarllen',
  body: 'Testun y neges',
  kinds: {
    'embargoed-file': 'Un o ffeiliau’r datganiad ei hun yw hon.',
    'embargoed-figures': 'Yn cynnwys ffigurau heb eu cyhoeddi.',
    'possible-figures': 'Gall gynnwys ffigurau heb eu cyhoeddi.',
    'registered-name': 'Mae ganddi enw ffeil dan embargo, ond nid ei ffigurau.',
    unreadable: 'Nid oedd modd ei darllen.',
    'cloud-link': 'Dolen i ffeil na chafodd ei darllen.',
    'could-not-check': 'Nid oedd modd ei gwirio.',
  },
  evidenceHeading: (places) => `Ble: ${counted(places, 'lle', 'le')}`,
  recipientsHeading: 'Pwy sy’n ei derbyn',
  leaves: {
    'may-not': (count) => `Ni chânt ei gweld (${count})`,
    'look-first': (count) => `Gwnewch yn siŵr (${count})`,
    may: (count) => `Cânt ei gweld (${count})`,
  },
  reasons: {
    'without-access': 'Nid yw ar restr fynediad y datganiad hwn.',
    'access-not-open': 'Mae ganddo fynediad cyn cyhoeddi, ond nid yw wedi agor eto.',
    'access-expired': 'Roedd ganddo fynediad cyn cyhoeddi, ond mae wedi dod i ben.',
    'pre-release-access': 'Mae ganddo fynediad cyn cyhoeddi. Gwnewch yn siŵr mai nawr y dylid ei ddefnyddio.',
    'production-team': 'Mae pawb sy’n derbyn y neges yn gweithio ar y datganiad.',
    'delivered-after-release':
      'Bydd yn mynd ar ei amser dosbarthu, hyd yn oed os caiff y datganiad ei ohirio.',
    'weak-evidence': 'Edrychwch ai’r rhai heb eu cyhoeddi yw’r ffigurau.',
    'name-only': 'Edrychwch ai hon yw’r ffeil gywir.',
    'check-not-finished': 'Ni orffennwyd y gwiriad.',
    encrypted: 'Mae wedi’i hamgryptio. Anfonwch hi heb gyfrinair, neu holwch y tîm cynhyrchu.',
    damaged: 'Mae wedi’i difrodi neu’n anghyflawn. Cadwch hi eto a’i hatodi eto.',
    'too-large': 'Mae’n rhy fawr i’w darllen yn gyfan. Anfonwch ddarn llai.',
    picture: 'Llun ydyw, neu ddim llawer mwy, ac ni ellir darllen ei ffigurau.',
    'archive-not-opened': 'Archif nad yw’n cael ei hagor ydyw. Atodwch y ffeiliau eu hunain, neu zip.',
    'old-format': 'Mae mewn hen fformat. Cadwch hi fel .xlsx a’i hatodi eto.',
    'unknown-format': 'Mae o fath nad yw’n cael ei ddarllen.',
    'reader-not-loaded':
      'Ni lwythodd y rhan o Embargo Guard sy’n ei darllen. Gwiriwch eto; os nad yw hynny’n helpu, caewch y cwarel hwn a’i agor eto.',
    'cloud-link': 'Dolen i ffeil mewn man arall ydyw. Atodwch y ffeil yn lle hynny.',
    'refused-by-outlook': 'Ni roddodd Outlook y ffeil. Tynnwch hi a’i hatodi eto o’i ffolder.',
    'no-answer-from-outlook':
      'Nid atebodd Outlook. Arhoswch nes ei bod wedi’i llwytho i fyny, yna gwiriwch eto.',
    'empty-although-it-has-a-size': 'Daeth heb ei chynnwys. Tynnwch hi a’i hatodi eto.',
  },
  nobodyYet: 'Nid oes neb wedi’i enwi eto.',
  waysOut: WAYS_OUT_WELSH,
  wentOut: WENT_OUT_WELSH,
  received: RECEIVED_WELSH,
  fault: {
    title: 'Mae’r cwarel hwn wedi methu',
    text: 'Caewch ef a’i agor eto. Caiff negeseuon eu gwirio o hyd wrth eu hanfon.',
  },
}
