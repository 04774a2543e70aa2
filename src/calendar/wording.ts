import { whenSaid } from '../release/london-words.ts'
import type { ReleaseState } from '../release/release.ts'
import type { Said } from '../release/said.ts'
import { STATE_WORDS } from '../release/state-words.ts'
import type { When } from '../release/when.ts'

/** What is said of a calendar that is read, in both languages: faults of the file, of its times, of its rows. */
export const FILE = {
  empty: { en: 'The file is empty.', cy: 'Mae’r ffeil yn wag.' },
  noCalendar: {
    en: 'This is no calendar but a page, a document or an archive: save it as .ics, .json or .csv.',
    cy: 'Nid calendr yw hwn ond tudalen, dogfen neu archif: cadwch ef fel .ics, .json neu .csv.',
  },
  noIcs: {
    en: 'This is not a calendar file: it does not begin with BEGIN:VCALENDAR.',
    cy: 'Nid ffeil calendr yw hon: nid yw’n dechrau gyda BEGIN:VCALENDAR.',
  },
  noKnownJson: {
    en: 'This JSON is no release calendar that is known here.',
    cy: 'Nid calendr datganiadau sy’n hysbys yma yw’r JSON hwn.',
  },
  noKnownEntry: {
    en: 'This entry is neither a release of ONS nor an announcement of GOV.UK.',
    cy: 'Nid datganiad gan yr ONS na chyhoeddiad gan GOV.UK yw’r cofnod hwn.',
  },
  laterForm: {
    en: 'A later version wrote this calendar: read it with that one.',
    cy: 'Fersiwn diweddarach a ysgrifennodd y calendr hwn: darllenwch ef gyda hwnnw.',
  },
  notJson: { en: 'This is not JSON.', cy: 'Nid JSON yw hwn.' },
  jsonGoesOn: {
    en: 'Something follows after the end.',
    cy: 'Mae rhywbeth yn dilyn ar ôl y diwedd.',
  },
  jsonEndsEarly: { en: 'The file ends too early.', cy: 'Mae’r ffeil yn gorffen yn rhy gynnar.' },
  jsonTooDeep: { en: 'This is nested too deeply.', cy: 'Mae hwn wedi’i nythu’n rhy ddwfn.' },
  jsonNoComma: (closing: ']' | '}'): Said => ({
    en: `A comma or ${closing} is missing.`,
    cy: `Mae coma neu ${closing} ar goll.`,
  }),
  jsonNoName: { en: 'The name of a member is missing.', cy: 'Mae enw aelod ar goll.' },
  jsonNoColon: (name: string): Said => ({
    en: `A colon is missing after “${name}”.`,
    cy: `Mae colon ar goll ar ôl “${name}”.`,
  }),
  jsonUnreadable: (text: string): Said => ({
    en: `This cannot be read as JSON: “${text}”.`,
    cy: `Ni ellir darllen hwn fel JSON: “${text}”.`,
  }),
  jsonTextUnreadable: (text: string): Said => ({
    en: `This text cannot be read as JSON: ${text} … Is a quotation mark missing?`,
    cy: `Ni ellir darllen y testun hwn fel JSON: ${text} … A oes dyfynnod ar goll?`,
  }),
  jsonUnexpected: (sign: string): Said => ({
    en: `“${sign}” is not expected here.`,
    cy: `Ni ddisgwylir “${sign}” yma.`,
  }),
  loneQuotationMark: {
    en: 'A quotation mark in this line has no partner, or stands inside a field.',
    cy: 'Nid oes partner i ddyfynnod yn y llinell hon, neu mae’n sefyll y tu mewn i faes.',
  },
  noColumn: (column: string): Said => ({
    en: `There is no column for the ${column}. The first line names the columns; one has to be called “${column}”.`,
    cy: `Nid oes colofn “${column}”. Mae’r llinell gyntaf yn enwi’r colofnau; rhaid galw un yn “${column}”.`,
  }),
  unknownColumn: {
    en: 'This column is not read: its name is not known, or came before.',
    cy: 'Ni ddarllenir y golofn hon: nid yw ei henw’n hysbys, neu daeth o’r blaen.',
  },
  noStateColumn: {
    en: 'There is no column for the state: all releases are taken as provisional.',
    cy: 'Nid oes colofn i’r cyflwr: cymerir bod pob datganiad dros dro.',
  },
  tooManyFields: (fields: number, columns: number): Said => ({
    en: `There are ${fields} fields in this line and ${columns} columns: is a field with a comma not in quotation marks?`,
    cy: `Mae ${fields} maes yn y llinell hon a ${columns} colofn: a oes maes â choma heb ddyfynodau?`,
  }),
  onlyEvents: {
    en: 'Only events are releases: this is not read.',
    cy: 'Dim ond digwyddiadau sy’n ddatganiadau: ni ddarllenir hwn.',
  },
  calendarNotEnded: {
    en: 'The calendar is not ended: is the file whole, or are releases missing?',
    cy: 'Nid yw’r calendr wedi’i orffen: a yw’r ffeil yn gyfan, neu a oes datganiadau ar goll?',
  },
  eventNotEnded: {
    en: 'The event is not ended: is the file whole?',
    cy: 'Nid yw’r digwyddiad wedi’i orffen: a yw’r ffeil yn gyfan?',
  },
  noProperty: { en: 'This line names no property.', cy: 'Nid yw’r llinell hon yn enwi priodwedd.' },
  comesOutOnce: {
    en: 'A release comes out once: only the time in DTSTART is taken.',
    cy: 'Unwaith y daw datganiad allan: dim ond yr amser yn DTSTART a gymerir.',
  },
} as const

/** Faults of a time. */
export const TIME = {
  none: { en: 'There is no date.', cy: 'Nid oes dyddiad.' },
  noDtstart: { en: 'There is no DTSTART.', cy: 'Nid oes DTSTART.' },
  noMonth: (month: string, text: string): Said => ({
    en: `“${month}” is no month in “${text}”.`,
    cy: `Nid mis yw “${month}” yn “${text}”.`,
  }),
  unreadable: (text: string): Said => ({
    en: `“${text}” is not a time. Write it as 2026-05-19 07:00, London time.`,
    cy: `Nid amser yw “${text}”. Ysgrifennwch ef fel 2026-05-19 07:00, amser Llundain.`,
  }),
  noSuchDay: (text: string): Said => ({
    en: `There is no such day as “${text}”. The day comes before the month.`,
    cy: `Nid oes diwrnod o’r fath â “${text}”. Daw’r diwrnod cyn y mis.`,
  }),
  noTimeOfDay: (text: string, day: string): Said => ({
    en: `“${text}” has no time of day. Write it as ${day} 09:30.`,
    cy: `Nid oes amser o’r dydd yn “${text}”. Ysgrifennwch ef fel ${day} 09:30.`,
  }),
  notATimeOfDay: (text: string): Said => ({
    en: `“${text}” is not a time of day. Write it as 09:30.`,
    cy: `Nid amser o’r dydd yw “${text}”. Ysgrifennwch ef fel 09:30.`,
  }),
  otherZone: (zone: string, wall: string): Said => ({
    en: `London’s clocks do not show ${zone} then: which is wrong, ${zone} or ${wall}?`,
    cy: `Nid yw clociau Llundain yn dangos ${zone} bryd hynny: pa un sy’n anghywir, ${zone} ynteu ${wall}?`,
  }),
  otherWeekday: (day: string, actual: string, written: string): Said => ({
    en: `${day} is a ${actual}, not “${written}”: which of the two is wrong?`,
    cy: `${actual} yw ${day}, nid “${written}”: pa un o’r ddau sy’n anghywir?`,
  }),
  noSuchTime: (text: string): Said => ({
    en: `There is no such time as ${text}.`,
    cy: `Nid oes amser o’r fath â ${text}.`,
  }),
  notATime: (text: string): Said => ({ en: `“${text}” is not a time.`, cy: `Nid amser yw “${text}”.` }),
  dayAlone: (text: string): Said => ({
    en: `${text} has no time of day: a release needs one.`,
    cy: `Nid oes amser o’r dydd yn ${text}: mae angen un ar ddatganiad.`,
  }),
  skipped: (wall: string): Said => ({
    en: `London’s clocks skip ${wall}.`,
    cy: `Mae clociau Llundain yn neidio dros ${wall}.`,
  }),
  twice: (wall: string): Said => ({
    en: `London’s clocks show ${wall} twice: give it in UTC.`,
    cy: `Mae clociau Llundain yn dangos ${wall} ddwywaith: rhowch ef yn UTC.`,
  }),
  zoneUnknown: (zone: string): Said => ({
    en: `The file does not say what the time zone “${zone}” is.`,
    cy: `Nid yw’r ffeil yn dweud beth yw’r gylchfa amser “${zone}”.`,
  }),
  zoneUnknownThen: (zone: string, wall: string): Said => ({
    en: `The file does not say what the time zone “${zone}” was on ${wall}.`,
    cy: `Nid yw’r ffeil yn dweud beth oedd y gylchfa amser “${zone}” ar ${wall}.`,
  }),
  zoneChanges: (zone: string, wall: string): Said => ({
    en: `The clocks of “${zone}” change within a day of ${wall}: give it in UTC.`,
    cy: `Mae clociau “${zone}” yn newid o fewn diwrnod i ${wall}: rhowch ef yn UTC.`,
  }),
  namesNoMonth: (text: string): Said => ({
    en: `“${text}” names no month: the release date counts.`,
    cy: `Nid yw “${text}” yn enwi mis: dyddiad y datganiad sy’n cyfrif.`,
  }),
  yearOutOfReach: (when: When, first: number, last: number): Said => ({
    en: `${whenSaid(when).en} is not between ${first} and ${last}: is the year right?`,
    cy: `Nid yw ${whenSaid(when).cy} rhwng ${first} a ${last}: a yw’r flwyddyn yn gywir?`,
  }),
  notExact: (state: ReleaseState, when: When): Said => ({
    en: `The release is ${state}, so its time has to be exact: ${whenSaid(when).en} is not.`,
    cy: `Mae’r datganiad ${STATE_WORDS[state].cy}, felly rhaid i’w amser fod yn union: nid yw ${whenSaid(when).cy}.`,
  }),
} as const

const STATES = {
  en: 'provisional, confirmed, published, postponed or cancelled',
  cy: 'provisional, confirmed, published, postponed neu cancelled',
}

/** Faults of a row, and why it is not taken over. */
export const ROW = {
  noTitle: { en: 'There is no title.', cy: 'Nid oes teitl.' },
  notText: { en: 'This is not a text.', cy: 'Nid testun yw hwn.' },
  tooLong: (length: number, most: number): Said => ({
    en: `This is ${length} characters long: more than ${most} are not kept.`,
    cy: `Mae hwn yn ${length} nod o hyd: ni chedwir mwy na ${most}.`,
  }),
  unknownState: (word: string): Said =>
    word === ''
      ? { en: `There is no state. Write ${STATES.en}.`, cy: `Nid oes cyflwr. Ysgrifennwch ${STATES.cy}.` }
      : {
          en: `“${word}” is no state. Write ${STATES.en}.`,
          cy: `Nid cyflwr yw “${word}”. Ysgrifennwch ${STATES.cy}.`,
        },
  noOnsState: {
    en: 'It says neither whether the release is finalised, nor published, nor cancelled.',
    cy: 'Nid yw’n dweud a yw’r datganiad wedi’i derfynu, ei gyhoeddi na’i ganslo.',
  },
  noStatus: {
    en: 'There is no STATUS: the release is taken as provisional.',
    cy: 'Nid oes STATUS: cymerir bod y datganiad dros dro.',
  },
  publishedTooSoon: (title: string, when: When): Said => ({
    en: `“${title}” is called published, but its time is still to come: ${whenSaid(when).en}.`,
    cy: `Dywedir bod “${title}” wedi’i gyhoeddi, ond mae ei amser eto i ddod: ${whenSaid(when).cy}.`,
  }),
  notProvisionalAgain: (title: string, state: ReleaseState): Said => ({
    en: `“${title}” is ${state} here: it does not become provisional again.`,
    cy: `Mae “${title}” ${STATE_WORDS[state].cy} yma: ni ddaw dros dro eto.`,
  }),
  contradicted: (line: number, title: string): Said => ({
    en: `Line ${line} says something else of “${title}”: which one is right?`,
    cy: `Mae llinell ${line} yn dweud rhywbeth arall am “${title}”: pa un sy’n gywir?`,
  }),
  several: (title: string, when: When): Said => ({
    en: `Several releases have the title “${title}” for ${whenSaid(when).en}: give the row its series.`,
    cy: `Mae gan sawl datganiad y teitl “${title}” ar gyfer ${whenSaid(when).cy}: rhowch ei chyfres i’r rhes.`,
  }),
  mayHaveMoved: (title: string, when: When, source: string): Said => ({
    en: `“${title}” is in the register for ${whenSaid(when).en}. Without its source a row cannot say that it moved: give the row the source ${source}, or move the release in the register.`,
    cy: `Mae “${title}” yn y gofrestr ar gyfer ${whenSaid(when).cy}. Heb ei ffynhonnell ni all rhes ddweud iddo symud: rhowch y ffynhonnell ${source} i’r rhes, neu symudwch y datganiad yn y gofrestr.`,
  }),
  typedByHand: (title: string, when: When): Said => ({
    en: `“${title}” was typed by hand, for ${whenSaid(when).en}. If it is the same release, move it in the register first; it then gets its source.`,
    cy: `Teipiwyd “${title}” â llaw, ar gyfer ${whenSaid(when).cy}. Os yr un datganiad ydyw, symudwch ef yn y gofrestr yn gyntaf; caiff ei ffynhonnell wedyn.`,
  }),
} as const
