import { z } from 'zod'
import { RELEASE_STATES } from '../../release/release.ts'
import {
  COUNT,
  ID,
  INSTANT,
  LONG_TEXT,
  listOf,
  MAX_ENTRIES,
  MAX_PARTS,
  NAME,
  PROBLEM,
  REGISTERED_FILE,
  REGISTERED_PART,
  TEXT,
} from './door.ts'

/** The contract of releases (src/register/administration.ts) as it is checked at the door. */

const STATE = z.enum(RELEASE_STATES)

/** A month of a year. Source: src/release/when.ts; years as ISO 8601 writes them. */
const YEAR_MONTH = z.object({ year: z.int().min(1996).max(9999), month: z.int().min(1).max(12) })

const inMonths = ({ year, month }: z.infer<typeof YEAR_MONTH>): number => year * 12 + month

const areInOrder = ({ from, to }: Readonly<Record<'from' | 'to', z.infer<typeof YEAR_MONTH>>>): boolean =>
  inMonths(from) <= inMonths(to)
const ORDER = 'the first month comes after the last'

/** The months in which a release is expected. */
export const MONTHS = z.object({ from: YEAR_MONTH, to: YEAR_MONTH }).refine(areInOrder, ORDER)

const WHEN = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('instant'), at: INSTANT }),
  z.object({ kind: z.literal('months'), from: YEAR_MONTH, to: YEAR_MONTH }).refine(areInOrder, ORDER),
])

/** Whom to ask about a release. */
export const CONTACT = z.object({ name: TEXT, email: TEXT, telephone: TEXT })

const HOLDER = z.enum(['person', 'team-inbox', 'distribution-list'])

const LISTED = z.object({
  address: NAME,
  post: TEXT,
  opensAt: INSTANT,
  expiresAt: INSTANT.nullable(),
  holder: HOLDER,
  reason: LONG_TEXT,
})

/** PUT /api/releases/:id/access */
export const ACCESS_LIST = z.array(LISTED).max(MAX_ENTRIES)

/** PATCH /api/releases/:id */
export const RELEASE_PATCH = z
  .object({
    series: NAME.exactOptional(),
    title: NAME.exactOptional(),
    producer: TEXT.exactOptional(),
    contact: CONTACT.exactOptional(),
    summary: LONG_TEXT.exactOptional(),
    notice: LONG_TEXT.exactOptional(),
    team: z.array(NAME).max(MAX_ENTRIES).exactOptional(),
  })
  .strict()

/** POST /api/releases/:id/changes */
export const WISH = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirm'), to: INSTANT, reason: LONG_TEXT }),
  z.object({ kind: z.literal('move'), to: WHEN, reason: LONG_TEXT }),
  z.object({ kind: z.literal('postpone'), reason: LONG_TEXT }),
  z.object({ kind: z.literal('cancel'), reason: LONG_TEXT }),
  z.object({ kind: z.literal('publish') }),
  z.object({ kind: z.literal('ask-to-lift'), reason: LONG_TEXT }),
  z.object({ kind: z.literal('withdraw-lift') }),
  z.object({ kind: z.literal('lift') }),
])

const AT_STATE = z.object({ state: STATE, when: WHEN })

const RELEASE_CHANGE = z.object({
  kind: z.enum([
    'confirmed',
    'moved',
    'postponed',
    'cancelled',
    'published',
    'lift-asked',
    'lift-withdrawn',
    'lifted',
  ]),
  by: z.string(),
  askedBy: z.string().nullable(),
  changedAt: INSTANT,
  before: AT_STATE,
  after: AT_STATE,
  reason: z.string(),
})

const ACCESS_ENTRY = LISTED.extend({ confirmedAt: INSTANT, confirmedBy: z.string() })

/** GET /api/releases/:id */
export const RELEASE_IN_FULL = z.object({
  id: ID,
  series: z.string(),
  title: z.string(),
  at: INSTANT,
  london: z.string(),
  months: MONTHS.nullable(),
  state: STATE,
  team: listOf(z.string()),
  access: listOf(ACCESS_ENTRY),
  producer: z.string(),
  contact: CONTACT,
  summary: z.string(),
  notice: z.string(),
  source: z.string().nullable(),
  lift: z.object({ by: z.string(), askedAt: INSTANT, reason: z.string() }).nullable(),
  changes: listOf(RELEASE_CHANGE),
  embargoed: z.boolean(),
  files: listOf(REGISTERED_FILE),
})

/** 412: somebody else changed the release; this is what they left. */
export const RELEASE_OVERTAKEN = PROBLEM.extend({ current: RELEASE_IN_FULL })

/** GET /api/releases?… */
export const RELEASE_QUERY = z.object({
  search: TEXT.exactOptional(),
  series: TEXT.exactOptional(),
  state: STATE.exactOptional(),
  embargoed: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .exactOptional(),
  from: z.coerce.number().pipe(INSTANT).exactOptional(),
  to: z.coerce.number().pipe(INSTANT).exactOptional(),
  sort: z.enum(['due', 'due-last', 'series', 'changed']).exactOptional(),
  page: z.coerce.number().pipe(z.int().min(1).max(1_000_000)).exactOptional(),
  size: z.coerce.number().pipe(z.int().min(1).max(200)).exactOptional(),
})

/** A release in a list. */
export const RELEASE_SUMMARY = z.object({
  id: ID,
  series: z.string(),
  title: z.string(),
  at: INSTANT,
  london: z.string(),
  months: MONTHS.nullable(),
  state: STATE,
  producer: z.string(),
  embargoed: z.boolean(),
  files: COUNT,
  novel: COUNT,
  liftAsked: z.boolean(),
})

/** One page of the register. */
export const RELEASE_PAGE = z.object({
  at: INSTANT,
  total: COUNT,
  page: COUNT,
  size: COUNT,
  releases: listOf(RELEASE_SUMMARY),
  next: RELEASE_SUMMARY.nullable(),
  embargoed: COUNT,
})

/** PUT /api/releases/:id/files/:file */
export const REPLACED_FILE = z.object({
  name: NAME,
  parts: z.array(REGISTERED_PART).min(1).max(MAX_PARTS),
  reason: NAME,
})

/** DELETE /api/releases/:id/files/:file */
export const REMOVAL = z.object({ reason: NAME })

/** POST /api/releases/:id/files/preview */
export const FILE_PREVIEW = z.object({ novel: z.number(), hasPublished: z.boolean() })

/** The path of one file of a release. */
export const FILE_PATH = z.object({ id: ID, file: ID })

for (const [named, schema] of Object.entries({
  Months: MONTHS,
  Contact: CONTACT,
  AccessList: ACCESS_LIST,
  ReleasePatch: RELEASE_PATCH,
  ReleaseWish: WISH,
  ReleaseInFull: RELEASE_IN_FULL,
  ReleaseOvertaken: RELEASE_OVERTAKEN,
  ReleaseSummary: RELEASE_SUMMARY,
  ReleasePage: RELEASE_PAGE,
  ReplacedFile: REPLACED_FILE,
  Removal: REMOVAL,
  FilePreview: FILE_PREVIEW,
}))
  z.globalRegistry.add(schema, { id: named })
