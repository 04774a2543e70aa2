import { z } from 'zod'
import { FINGERPRINT_FORM } from '../../fingerprint/form.ts'
import { DEFAULT_POLICY } from '../../verdict/policy.ts'
import { ANSWER_EXAMPLES } from './answer-examples.ts'
import { ENQUIRY, NEW_FILE, NEW_RELEASE } from './door.ts'
import { CALENDAR_TEXT, NEW_SETTINGS } from './door-administration.ts'
import { CLEARANCE_DECISION, CLEARANCE_REQUEST, SEND_REASON, WENT_OUT } from './door-clearances.ts'
import { ACCESS_LIST, RELEASE_PATCH, REMOVAL, REPLACED_FILE, WISH } from './door-releases.ts'

// Monday 16 March 2020, 14:42 and Tuesday, 09:30. London keeps GMT until 29 March, so these clock times are UTC.
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)
const CHECK = '2b7f1e5a-6c1d-4f0e-9a53-0d7c5e1b8f42'

const PART = {
  part: 'PSE_tables.xlsx',
  size: 48_213,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  unreadable: null,
  figures: 1,
  form: FINGERPRINT_FORM,
  features: 'AQIDBAUGBwg=',
}
const REGISTERED = { ...PART, weights: 'HgEC', rareFigures: '', madeOf: '' }

/** What is sent to each door, as the story of 16 March 2020 would have sent it. */
export const EXAMPLES: readonly (readonly [schema: z.ZodType, example: unknown])[] = [
  [
    ENQUIRY,
    {
      build: '0.1.0',
      moment: 'send',
      from: 'ada@statistics.example',
      recipients: [{ address: 'analyst@department.example', name: 'Analyst', kind: 'person' }],
      deliverAt: null,
      parts: [PART],
    },
  ],
  [
    NEW_RELEASE,
    {
      series: 'Public Sector Employment',
      title: 'Public sector employment, UK: December 2019',
      at: '2020-03-17 09:30',
      team: ['ada@statistics.example'],
      producer: 'Labour Market Division',
    },
  ],
  [NEW_FILE, { name: 'PSE_tables.xlsx', standing: 'embargoed', parts: [REGISTERED] }],
  [
    RELEASE_PATCH,
    { title: 'Public sector employment, UK: December 2019', summary: 'By sector and industry.' },
  ],
  [
    WISH,
    {
      kind: 'move',
      to: { kind: 'instant', at: TUESDAY_09_30 + 172_800_000 },
      reason: 'An error in table 4 was found.',
    },
  ],
  [
    ACCESS_LIST,
    [
      {
        address: 'press.office@department.example',
        post: 'Head of News',
        opensAt: TUESDAY_09_30 - 86_400_000,
        expiresAt: null,
        holder: 'team-inbox',
        reason: 'Answers the press on the day',
      },
    ],
  ],
  [REPLACED_FILE, { name: 'PSE_tables_v2.xlsx', parts: [REGISTERED], reason: 'Table 4 corrected.' }],
  [REMOVAL, { reason: 'It belongs to another release.' }],
  [
    NEW_SETTINGS,
    {
      domains: ['statistics.example'],
      policy: DEFAULT_POLICY,
      usualTimes: [{ series: 'Public Sector Employment', time: '09:30' }],
      accessHours: 24,
      contactText: { en: 'Ring the release desk, 01632 960001.', cy: 'Ffoniwch 01632 960001.' },
      neverCleared: ['embargoed-file'],
      bankHolidays: null,
    },
  ],
  [
    CALENDAR_TEXT,
    {
      name: 'calendar.csv',
      text: 'title,date\nVacancies: May 2020,2020-05-19 07:00\n',
      reason: 'As announced.',
    },
  ],
  [CLEARANCE_REQUEST, { check: CHECK, reason: 'The department tests its page at 15:00.' }],
  [CLEARANCE_DECISION, { granted: true, reason: 'Agreed by telephone.', until: MONDAY_14_42 + 3_600_000 }],
  [SEND_REASON, { reason: 'The figures are last quarter’s.' }],
  [
    WENT_OUT,
    {
      noticedAt: MONDAY_14_42 + 30_000,
      recalledAt: MONDAY_14_42 + 60_000,
      deletionAskedAt: MONDAY_14_42 + 420_000,
      informedAt: null,
      note: 'Sent in a test of the mailing.',
    },
  ],
]

/** Puts the examples beside what they are examples of, for the description of the API. */
export function addExamples(): void {
  for (const [schema, example] of [...EXAMPLES, ...ANSWER_EXAMPLES])
    z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), examples: [example] })
}
