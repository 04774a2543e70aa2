import { type CalendarRow, type Fault, leftOut, type ReadRow } from './calendar-row.ts'
import { ROW, TIME } from './wording.ts'

/** Characters of a title, a name or an address. The service takes no more (src/service/door/door.ts). */
const NAME_CHARACTERS = 1_000

/** Characters of a summary, a notice or a reason: far more than any calendar has. */
const TEXT_CHARACTERS = 10_000

/**
 * Between these years London's clocks follow the rule that is built in
 * (src/release/london-time.ts); a release outside them is a slip of the keyboard.
 */
const FIRST_YEAR = 1996
const LAST_YEAR = 2100

/** What the file calls the fields of a row, so that a fault can be found in it. */
export type FieldNames = Readonly<Record<Exclude<keyof CalendarRow, 'line'>, string>>

/** Text as it is kept in one line: no line ends, no control characters, no halves of a character. */
export const oneLine = (text: string): string => cleaned(text).replace(/\s+/g, ' ').trim()

/** Text as it is kept in several lines. */
export const someLines = (text: string): string =>
  cleaned(text.replace(/\r\n?/g, '\n'))
    .replace(/[^\S\n]*\n/g, '\n')
    .trim()

/** Without what PostgreSQL, XML or a calendar cannot keep: control characters and halves of a character. */
function cleaned(text: string): string {
  let kept = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const isControl =
      (code < 0x20 && character !== '\n' && character !== '\t') || (code >= 0x7f && code < 0xa0)
    const isHalf = code >= 0xd800 && code <= 0xdfff
    if (!isControl && !isHalf) kept += character
  }
  return kept
}

/**
 * A row that is fit for the register, or left out with the faults that say why.
 *
 * A confirmed or published release has an exact time. Source: GOV.UK's
 * StatisticsAnnouncementDate, “must be exact if date is confirmed”.
 */
export function checkedRow(read: CalendarRow, names: FieldNames): ReadRow {
  const row: CalendarRow = {
    ...read,
    source: read.source === null ? null : oneLine(read.source) || null,
    series: read.series === null ? null : oneLine(read.series) || null,
    title: oneLine(read.title),
    producer: oneLine(read.producer),
    contact: {
      name: oneLine(read.contact.name),
      email: oneLine(read.contact.email),
      telephone: oneLine(read.contact.telephone),
    },
    summary: someLines(read.summary),
    notice: someLines(read.notice),
    reason: someLines(read.reason),
  }
  const faults = [...titleFaults(row, names), ...lengthFaults(row, names), ...timeFaults(row, names)]
  return { row: faults.length === 0 ? row : null, faults }
}

const titleFaults = ({ line, title }: CalendarRow, names: FieldNames): Fault[] =>
  title === '' ? [leftOut(line, names.title, ROW.noTitle)] : []

function lengthFaults(row: CalendarRow, names: FieldNames): Fault[] {
  const fault = (field: keyof FieldNames, text: string | null, most: number): Fault[] =>
    text !== null && text.length > most
      ? [leftOut(row.line, names[field], ROW.tooLong(text.length, most))]
      : []
  const { name, email, telephone } = row.contact
  return [
    ...fault('source', row.source, NAME_CHARACTERS),
    ...fault('series', row.series, NAME_CHARACTERS),
    ...fault('title', row.title, NAME_CHARACTERS),
    ...fault('producer', row.producer, NAME_CHARACTERS),
    ...fault('contact', name, NAME_CHARACTERS),
    ...fault('contact', email, NAME_CHARACTERS),
    ...fault('contact', telephone, NAME_CHARACTERS),
    ...fault('summary', row.summary, TEXT_CHARACTERS),
    ...fault('notice', row.notice, TEXT_CHARACTERS),
    ...fault('reason', row.reason, TEXT_CHARACTERS),
  ]
}

function timeFaults({ line, when, state }: CalendarRow, names: FieldNames): Fault[] {
  const years =
    when.kind === 'instant' ? [new Date(when.at).getUTCFullYear()] : [when.from.year, when.to.year]
  if (!years.every((year) => year >= FIRST_YEAR && year <= LAST_YEAR)) {
    return [leftOut(line, names.when, TIME.yearOutOfReach(when, FIRST_YEAR, LAST_YEAR))]
  }
  if (when.kind === 'months' && (state === 'confirmed' || state === 'published'))
    return [leftOut(line, names.when, TIME.notExact(state, when))]
  return []
}
