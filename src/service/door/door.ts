import { z } from 'zod'
import type { Unreadable } from '../../content/content.ts'
import type { FindingKind, FindingReason, Moment, VerdictKind } from '../../register/contract.ts'
import { RELEASE_STATES } from '../../release/release.ts'

/**
 * The contract of the API (src/register/contract.ts) as it is checked at the
 * door. That both say the same is checked when it is compiled (test/service/door.test.ts).
 */

/** Characters of a name, a title, an address, a sentence. RFC 5321 allows an address 256. */
const NAME_CHARACTERS = 1_000
/** Characters of a summary or a note. */
const LONG_CHARACTERS = 20_000
/** Outlook sends one message to 500 at most by default; distribution lists written out are longer. */
const MAX_RECIPIENTS = 5_000
/** Parts of one message: its attachments, and the files in their archives. */
export const MAX_PARTS = 5_000
/** Entries of one access list or team. */
export const MAX_ENTRIES = 2_000
/** The last instant there is in JavaScript, in milliseconds from 1970. Source: ECMA-262, time values. */
const LAST_INSTANT = 8.64e15

/** What PostgreSQL cannot keep in a text: NUL, and halves of a character. */
const HALF_CHARACTER = /\p{Surrogate}/gu
const keepable = (text: string): string =>
  text.replaceAll('\u0000', '\ufffd').replace(HALF_CHARACTER, '\ufffd')

/** A text of one line that may be empty. */
export const TEXT = z.string().max(NAME_CHARACTERS).overwrite(keepable)
/** A text of some paragraphs. */
export const LONG_TEXT = z.string().max(LONG_CHARACTERS).overwrite(keepable)
/** A text that says something: a name, a title, a reason. */
export const NAME = z.string().trim().min(1).max(NAME_CHARACTERS).overwrite(keepable)

/** An instant as everybody writes it. */
export const INSTANT = z
  .int()
  .min(-LAST_INSTANT)
  .max(LAST_INSTANT)
  .describe('Milliseconds since 1970-01-01T00:00:00Z')
/** How many. */
export const COUNT = z.int().min(0)
/** What the service calls a thing. */
export const ID = z.uuid()

/**
 * Whether a text is base64. What is none Node leaves out while it decodes, and less comes
 * of it; a pattern over the 20 MB of a large workbook would take ten times as long. Of
 * base64url, which Node decodes too, `-` and `_` are none.
 */
function isBase64(text: string): boolean {
  if (text.length % 4 !== 0 || text.includes('-') || text.includes('_')) return false
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  return Buffer.from(text, 'base64').length === (text.length / 4) * 3 - padding
}

const base64 = z.string().refine(isBase64, 'not base64').describe('Base64 with padding, RFC 4648 §4')

const UNREADABLE = [
  'encrypted',
  'damaged',
  'too-large',
  'picture',
  'archive-not-opened',
  'old-format',
  'unknown-format',
  'reader-not-loaded',
  'cloud-link',
  'refused-by-outlook',
  'no-answer-from-outlook',
  'empty-although-it-has-a-size',
] as const satisfies readonly Unreadable[]

/** Every verdict. */
export const VERDICTS = ['allow', 'warn', 'block'] as const satisfies readonly VerdictKind[]

/** Every kind of finding. */
export const FINDINGS = [
  'embargoed-file',
  'embargoed-figures',
  'possible-figures',
  'registered-name',
  'unreadable',
  'cloud-link',
  'could-not-check',
] as const satisfies readonly FindingKind[]

const REASONS = [
  'without-access',
  'access-not-open',
  'access-expired',
  'pre-release-access',
  'production-team',
  'delivered-after-release',
  'weak-evidence',
  'name-only',
  'check-not-finished',
  ...UNREADABLE,
] as const satisfies readonly FindingReason[]

/** One attachment, body or file inside an archive. */
export const PART_FEATURES = z.object({
  part: TEXT,
  size: COUNT,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  unreadable: z.enum(UNREADABLE).nullable(),
  figures: COUNT,
  form: TEXT,
  features: base64,
})

/** A part that is asked about. */
const ASKED_PART = PART_FEATURES.extend({ sameAs: ID.exactOptional() })

/** A part of a file that is registered. */
export const REGISTERED_PART = PART_FEATURES.extend({ weights: base64, rareFigures: base64, madeOf: base64 })

/** One of those a message goes to. */
export const RECIPIENT = z.object({
  address: TEXT,
  name: TEXT,
  kind: z.enum(['person', 'distribution-list', 'unknown']),
})

export const MOMENTS = ['send', 'compose', 'read'] as const satisfies readonly Moment[]

/** POST /api/checks */
export const ENQUIRY = z.object({
  build: TEXT,
  moment: z.enum(MOMENTS),
  from: TEXT,
  recipients: z.array(RECIPIENT).max(MAX_RECIPIENTS),
  deliverAt: INSTANT.nullable(),
  parts: z.array(ASKED_PART).max(MAX_PARTS),
  at: INSTANT.exactOptional(),
})

/** A list that we hand out and nobody changes. */
export const listOf = <T>(one: z.ZodType<T>): z.ZodType<readonly T[]> => z.array(one)

/** One reason for a verdict. */
export const FINDING = z.object({
  kind: z.enum(FINDINGS),
  verdict: z.enum(VERDICTS),
  part: z.string(),
  release: z
    .object({
      id: z.string(),
      title: z.string(),
      at: INSTANT,
      london: z.string(),
      state: z.enum(RELEASE_STATES),
    })
    .nullable(),
  reason: z.enum(REASONS),
  because: z.string(),
  recipients: listOf(z.string()),
  hits: listOf(COUNT),
  published: listOf(COUNT),
  bits: z.number(),
})

/** What POST /api/checks answers. */
export const ANSWER = z.object({
  check: ID,
  verdict: z.enum(VERDICTS),
  at: INSTANT,
  findings: listOf(FINDING),
  received: z
    .object({
      published: listOf(z.object({ part: z.string(), series: z.string() })),
      sentIn: ID.nullable(),
    })
    .exactOptional(),
})

const ACCESS = z.object({
  address: NAME,
  post: TEXT,
  opensAt: INSTANT,
  expiresAt: INSTANT.nullable(),
  holder: z.enum(['person', 'team-inbox', 'distribution-list']).exactOptional(),
  reason: LONG_TEXT.exactOptional(),
})

/** POST /api/releases */
export const NEW_RELEASE = z.object({
  series: NAME,
  title: NAME,
  at: z
    .string()
    .max(100)
    .describe(
      'London wall clock `2026-05-19 07:00`, or ISO 8601 with an offset; months as `May 2026` or `May 2026 to June 2026` where it is provisional or postponed',
    ),
  state: z.enum(RELEASE_STATES).exactOptional(),
  team: z.array(NAME).max(MAX_ENTRIES).exactOptional(),
  access: z.array(ACCESS).max(MAX_ENTRIES).exactOptional(),
  producer: TEXT.exactOptional(),
  contact: z.object({ name: TEXT, email: TEXT, telephone: TEXT }).exactOptional(),
  summary: LONG_TEXT.exactOptional(),
  notice: LONG_TEXT.exactOptional(),
})

const STANDING = z.enum(['embargoed', 'published'])

/** POST /api/releases/:id/files */
export const NEW_FILE = z.object({
  name: NAME,
  standing: STANDING,
  parts: z.array(REGISTERED_PART).min(1).max(MAX_PARTS),
})

/** What registration says of a file. */
export const REGISTERED_FILE = z.object({
  id: ID,
  name: z.string(),
  standing: STANDING,
  figures: COUNT,
  features: COUNT,
  novel: COUNT,
  unreadable: listOf(z.object({ part: z.string(), because: z.enum(UNREADABLE) })),
  advice: listOf(z.string()),
})

/** Every answer of 400 and above. */
export const PROBLEM = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
})

/** The path of one release. */
export const RELEASE_PATH = z.object({ id: ID })

for (const [named, schema] of Object.entries({
  PartFeatures: PART_FEATURES,
  RegisteredPart: REGISTERED_PART,
  Enquiry: ENQUIRY,
  Answer: ANSWER,
  NewRelease: NEW_RELEASE,
  NewFile: NEW_FILE,
  RegisteredFile: REGISTERED_FILE,
  Problem: PROBLEM,
}))
  z.globalRegistry.add(schema, { id: named })
