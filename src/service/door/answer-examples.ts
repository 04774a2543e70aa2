import type { z } from 'zod'
import { DEFAULT_POLICY } from '../../verdict/policy.ts'
import { ANSWER, PROBLEM, REGISTERED_FILE } from './door.ts'
import {
  IMPORT_PREVIEW,
  JOURNAL_PAGE,
  JOURNAL_VERIFICATION,
  ME,
  ORGANISATION_SETTINGS,
  SETTINGS_OVERTAKEN,
} from './door-administration.ts'
import { CHECK_RECORD, CLEARANCE } from './door-clearances.ts'
import { FILE_PREVIEW, RELEASE_IN_FULL, RELEASE_OVERTAKEN, RELEASE_PAGE } from './door-releases.ts'

// Monday 16 March 2020, 14:42 and Tuesday, 09:30. London keeps GMT until 29 March, so these clock times are UTC.
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)
const DAY_MS = 86_400_000
const RELEASE = '5b0e6c0a-3d8e-4a6b-8a40-1f6d2f1c7a11'
const FILE = 'c1f2ab34-9a77-4f0d-8b0e-6d1c2e3f4a55'
const CHECK = '2b7f1e5a-6c1d-4f0e-9a53-0d7c5e1b8f42'
const CLEARED = '8d3b5a90-1c2e-4b7f-a6d5-3e4f5a6b7c88'
const TITLE = 'Public sector employment, UK: December 2019'
const ADA = 'ada@statistics.example'
const CARYS = 'carys@statistics.example'
const ANALYST = 'analyst@department.example'

const FINDING = {
  kind: 'embargoed-figures',
  verdict: 'block',
  part: 'PSE_tables.xlsx',
  release: { id: RELEASE, title: TITLE, at: TUESDAY_09_30, london: '2020-03-17 09:30', state: 'confirmed' },
  reason: 'without-access',
  because: `${ANALYST} has no access to “${TITLE}”, which is under embargo until Tuesday 17 March 2020, 09:30.`,
  recipients: [ANALYST],
  hits: [3, 4, 5],
  published: [2],
  bits: 96,
}

const REGISTERED = {
  id: FILE,
  name: 'PSE_tables.xlsx',
  standing: 'embargoed',
  figures: 1_204,
  features: 5_310,
  novel: 212,
  unreadable: [],
  advice: [],
}

const SUMMARY = {
  id: RELEASE,
  series: 'Public Sector Employment',
  title: TITLE,
  at: TUESDAY_09_30,
  london: '2020-03-17 09:30',
  months: null,
  state: 'confirmed',
  producer: 'Labour Market Division',
  embargoed: true,
  files: 1,
  novel: 212,
  liftAsked: false,
}

const { files: _count, novel: _novel, liftAsked: _asked, ...KEPT } = SUMMARY

const IN_FULL = {
  ...KEPT,
  team: [ADA],
  access: [
    {
      address: 'press.office@department.example',
      post: 'Head of News',
      opensAt: TUESDAY_09_30 - DAY_MS,
      expiresAt: null,
      holder: 'team-inbox',
      reason: 'Answers the press on the day',
      confirmedAt: MONDAY_14_42 - DAY_MS,
      confirmedBy: CARYS,
    },
  ],
  contact: { name: 'Ada', email: ADA, telephone: '01632 960001' },
  summary: 'By sector and industry.',
  notice: '',
  source: '/releases/publicsectoremploymentukdecember2019',
  lift: null,
  changes: [],
  files: [REGISTERED],
}

const SETTINGS = {
  domains: ['statistics.example'],
  policy: DEFAULT_POLICY,
  usualTimes: [{ series: 'Public Sector Employment', time: '09:30' }],
  accessHours: 24,
  contactText: { en: 'Ring the release desk, 01632 960001.', cy: 'Ffoniwch 01632 960001.' },
  neverCleared: ['embargoed-file'],
  bankHolidays: null,
}

const CLEARANCE_ASKED = {
  id: CLEARED,
  check: CHECK,
  state: 'asked',
  askedBy: ADA,
  askedAt: MONDAY_14_42,
  reason: 'The department tests its page at 15:00.',
  decidedBy: null,
  decidedAt: null,
  decision: null,
  until: MONDAY_14_42 + DAY_MS,
  usedAt: null,
  recipients: [ANALYST],
  findings: [{ kind: FINDING.kind, part: FINDING.part, release: FINDING.release, because: FINDING.because }],
}

const overtaken = (detail: string) => ({
  type: 'urn:embargo-guard:problem:changed-since',
  title: 'Somebody else was first',
  status: 412,
  detail,
})

/** What each door answers, as it would have on 16 March 2020. */
export const ANSWER_EXAMPLES: readonly (readonly [schema: z.ZodType, example: unknown])[] = [
  [ANSWER, { check: CHECK, verdict: 'block', at: MONDAY_14_42, findings: [FINDING] }],
  [
    PROBLEM,
    {
      type: 'urn:embargo-guard:problem:reason-missing',
      title: 'This cannot be done',
      status: 422,
      detail: 'Say why: the reason is kept with the change.',
    },
  ],
  [REGISTERED_FILE, REGISTERED],
  [FILE_PREVIEW, { novel: 212, hasPublished: true }],
  [RELEASE_IN_FULL, IN_FULL],
  [
    RELEASE_OVERTAKEN,
    {
      ...overtaken('The release was changed since you read it: look at what is there now.'),
      current: IN_FULL,
    },
  ],
  [
    RELEASE_PAGE,
    { at: MONDAY_14_42, total: 1, page: 1, size: 20, releases: [SUMMARY], next: SUMMARY, embargoed: 1 },
  ],
  [ME, { address: CARYS, name: 'Carys', role: 'administrator' }],
  [ORGANISATION_SETTINGS, SETTINGS],
  [
    SETTINGS_OVERTAKEN,
    {
      ...overtaken('The settings were changed since you read them: look at what is there now.'),
      current: SETTINGS,
    },
  ],
  [
    JOURNAL_PAGE,
    {
      total: 1,
      page: 1,
      entries: [
        {
          seq: 1,
          at: MONDAY_14_42,
          kind: 'file-added',
          who: CARYS,
          release: RELEASE,
          what: `${CARYS} registered the file PSE_tables.xlsx.`,
          entry: { file: { id: FILE, release: RELEASE, name: 'PSE_tables.xlsx' } },
        },
      ],
    },
  ],
  [JOURNAL_VERIFICATION, { sound: true, entries: 1, brokenAt: null }],
  [
    IMPORT_PREVIEW,
    {
      added: [{ line: 2, title: 'Vacancies: May 2020', london: '2020-05-19 07:00' }],
      changed: [
        {
          line: 3,
          release: RELEASE,
          title: TITLE,
          fields: [
            {
              field: 'when',
              before: 'Tuesday 17 March 2020, 09:30',
              after: 'Wednesday 18 March 2020, 09:30',
            },
          ],
        },
      ],
      unchanged: 12,
      refused: [{ line: 7, title: 'Earnings', because: 'Say why: the reason is kept with the change.' }],
      faults: [
        {
          line: 9,
          field: 'date',
          because: '“19 May” is not a time. Write it as 2026-05-19 07:00, London time.',
        },
      ],
    },
  ],
  [CLEARANCE, CLEARANCE_ASKED],
  [
    CHECK_RECORD,
    {
      check: CHECK,
      at: MONDAY_14_42,
      who: ADA,
      verdict: 'block',
      message: {
        from: ADA,
        recipients: [{ address: ANALYST, name: 'Analyst', kind: 'person' }],
        deliverAt: null,
        moment: 'send',
        parts: ['PSE_tables.xlsx'],
      },
      findings: [{ ...FINDING, hits: [], published: [] }],
      reasons: [],
      clearance: CLEARANCE_ASKED,
      wentOut: null,
    },
  ],
]
