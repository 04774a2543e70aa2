import { z } from 'zod'
import { COUNT, FINDINGS, ID, INSTANT, LONG_TEXT, listOf, NAME, PROBLEM, TEXT, VERDICTS } from './door.ts'

/** The contract of people, settings, journal and calendars (src/register/administration.ts) as it is checked at the door. */

/** Entries of a list that administrators make. */
const MAX_LISTED = 2_000

/** GET /api/me */
export const ME = z.object({
  address: z.string(),
  name: z.string(),
  role: z.enum(['staff', 'administrator']),
})

const DOMAIN = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?!-)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u, 'not a domain as statistics.example')

const TIME_OF_DAY = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'not a time as 07:00')

const VERDICT = z.enum(VERDICTS)

/** Bank holidays of one division: fifty years of them. GOV.UK lists nine. */
const MAX_HOLIDAYS = 500

/** The longest time before publication that an organisation may set for access, in hours: a week. */
const MAX_ACCESS_HOURS = 168

const SETTINGS = {
  domains: z.array(DOMAIN).max(MAX_LISTED),
  policy: z.object({
    withoutAccess: VERDICT,
    withAccess: VERDICT,
    deliveredAfterRelease: VERDICT,
    weakEvidence: VERDICT,
    unreadable: VERDICT,
    couldNotCheck: VERDICT,
  }),
  usualTimes: z.array(z.object({ series: NAME, time: TIME_OF_DAY })).max(MAX_LISTED),
  accessHours: z.number().min(0).max(MAX_ACCESS_HOURS),
  contactText: z.object({ en: LONG_TEXT, cy: LONG_TEXT }),
}

const BANK_HOLIDAYS_OF_DIVISION = z.object({
  division: z.enum(['england-and-wales', 'scotland', 'northern-ireland']),
  events: listOf(z.object({ title: TEXT, date: z.iso.date(), notes: z.string().max(200) })).check(
    z.minLength(1),
    z.maxLength(MAX_HOLIDAYS),
  ),
})

/** A list as on https://www.gov.uk/bank-holidays.json. */
const BANK_HOLIDAYS = z.object({
  'england-and-wales': BANK_HOLIDAYS_OF_DIVISION,
  scotland: BANK_HOLIDAYS_OF_DIVISION,
  'northern-ireland': BANK_HOLIDAYS_OF_DIVISION,
})

/** PUT /api/settings. What may never be cleared, and the bank holidays, stay as they are where they are left out. */
export const NEW_SETTINGS = z.object({
  ...SETTINGS,
  neverCleared: z.array(z.enum(FINDINGS)).max(FINDINGS.length).exactOptional(),
  bankHolidays: BANK_HOLIDAYS.nullable().exactOptional(),
})

/** GET /api/settings */
export const ORGANISATION_SETTINGS = z.object({
  domains: listOf(z.string()),
  policy: SETTINGS.policy,
  usualTimes: listOf(z.object({ series: z.string(), time: z.string() })),
  accessHours: z.number(),
  contactText: z.object({ en: z.string(), cy: z.string() }),
  neverCleared: listOf(z.enum(FINDINGS)),
  bankHolidays: BANK_HOLIDAYS.nullable(),
})

/** 412: somebody else changed the settings; this is what they left. */
export const SETTINGS_OVERTAKEN = PROBLEM.extend({ current: ORGANISATION_SETTINGS })

/** GET /api/journal?… */
export const JOURNAL_QUERY = z.object({
  page: z.coerce.number().pipe(z.int().min(1).max(1_000_000)).exactOptional(),
  size: z.coerce.number().pipe(z.int().min(1).max(200)).exactOptional(),
  kind: TEXT.exactOptional().describe('One kind of entry, or several with commas between'),
  release: ID.exactOptional(),
})

const JOURNAL_ENTRY = z.object({
  seq: COUNT,
  at: INSTANT,
  kind: z.string(),
  who: z.string(),
  release: z.string().nullable(),
  what: z.string(),
  entry: z.unknown(),
})

/** GET /api/journal */
export const JOURNAL_PAGE = z.object({ total: COUNT, page: COUNT, entries: listOf(JOURNAL_ENTRY) })

/** GET /api/journal/verification */
export const JOURNAL_VERIFICATION = z.object({
  sound: z.boolean(),
  entries: COUNT,
  brokenAt: COUNT.nullable(),
})

/** Characters of a calendar: ONS's whole calendar is 3 MB. */
const MAX_CALENDAR_CHARACTERS = 20_000_000

/** POST /api/imports, POST /api/imports/preview */
export const CALENDAR_TEXT = z.object({
  name: TEXT,
  text: z.string().max(MAX_CALENDAR_CHARACTERS),
  reason: LONG_TEXT.exactOptional(),
})

/** What an import would do, or did. */
export const IMPORT_PREVIEW = z.object({
  added: listOf(z.object({ line: COUNT, title: z.string(), london: z.string() })),
  changed: listOf(
    z.object({
      line: COUNT,
      release: z.string(),
      title: z.string(),
      fields: listOf(z.object({ field: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  unchanged: COUNT,
  refused: listOf(z.object({ line: COUNT, title: z.string(), because: z.string() })),
  faults: listOf(z.object({ line: COUNT, field: z.string(), because: z.string() })),
})

for (const [named, schema] of Object.entries({
  Me: ME,
  NewSettings: NEW_SETTINGS,
  OrganisationSettings: ORGANISATION_SETTINGS,
  SettingsOvertaken: SETTINGS_OVERTAKEN,
  JournalPage: JOURNAL_PAGE,
  JournalVerification: JOURNAL_VERIFICATION,
  CalendarText: CALENDAR_TEXT,
  ImportPreview: IMPORT_PREVIEW,
}))
  z.globalRegistry.add(schema, { id: named })
