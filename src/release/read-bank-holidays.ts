import type { Said } from './said.ts'
import { type BankHoliday, type BankHolidays, DIVISIONS, type Division } from './working-days.ts'

/** What was read of a list of bank holidays, or a sentence that says what is wrong with it. */
export type ReadBankHolidays =
  | { readonly kind: 'holidays'; readonly holidays: BankHolidays }
  | { readonly kind: 'unreadable'; readonly because: Said }

/** Where the list is. Source: GOV.UK. */
export const BANK_HOLIDAYS_AT = 'https://www.gov.uk/bank-holidays.json'

const unreadable = ({ en, cy }: Said): ReadBankHolidays => ({
  kind: 'unreadable',
  because: {
    en: `${en} Take the file from ${BANK_HOLIDAYS_AT}.`,
    cy: `${cy} Cymerwch y ffeil o ${BANK_HOLIDAYS_AT}.`,
  },
})

const NO_LIST: Said = {
  en: 'This is not a list of bank holidays in JSON.',
  cy: 'Nid rhestr o wyliau banc mewn JSON yw hon.',
}

/**
 * Reads https://www.gov.uk/bank-holidays.json, to replace the list that is shipped.
 * All or nothing: a list in which a day cannot be read, or a division is missing or
 * empty, would turn holidays into working days.
 */
export function readBankHolidays(text: string): ReadBankHolidays {
  const file = parsed(text)
  if (!isRecord(file)) return unreadable(NO_LIST)
  const found = new Map<Division, BankHolidays[Division]>()
  for (const division of DIVISIONS) {
    const read = divisionFrom(file[division], division)
    if ('en' in read) return unreadable(read)
    found.set(division, read)
  }
  const england = found.get('england-and-wales')
  const scotland = found.get('scotland')
  const ireland = found.get('northern-ireland')
  if (!england || !scotland || !ireland) return unreadable(NO_LIST)
  return {
    kind: 'holidays',
    holidays: { 'england-and-wales': england, scotland, 'northern-ireland': ireland },
  }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return value
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function divisionFrom(value: unknown, division: Division): BankHolidays[Division] | Said {
  const events = isRecord(value) ? value.events : null
  if (!Array.isArray(events) || events.length === 0)
    return {
      en: `The list has no days for ${division}.`,
      cy: `Nid oes dyddiau yn y rhestr ar gyfer ${division}.`,
    }
  const read: BankHoliday[] = []
  for (const event of events) {
    const holiday = holidayFrom(event)
    if (holiday === null)
      return {
        en: `Entry ${read.length + 1} of ${division} is not a day with a title and a date.`,
        cy: `Nid yw cofnod ${read.length + 1} o ${division} yn ddiwrnod â theitl a dyddiad.`,
      }
    read.push(holiday)
  }
  return { division, events: read }
}

function holidayFrom(value: unknown): BankHoliday | null {
  if (!isRecord(value)) return null
  const { title, date, notes } = value
  if (typeof title !== 'string' || typeof date !== 'string' || !isDate(date)) return null
  return { title, date, notes: typeof notes === 'string' ? notes : '' }
}

const isDate = (date: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === date
}
