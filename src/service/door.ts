import { z } from 'zod'
import type { Unreadable } from '../content/content.ts'
import type { FindingKind, FindingReason, VerdictKind } from '../register/contract.ts'
import { RELEASE_STATES } from '../release/release.ts'

/**
 * The contract of the API (src/register/contract.ts) as it is checked at the
 * door. That both say the same is checked when it is compiled (test/service/door.test.ts).
 */

/** Characters of a name, a title, an address, a sentence. RFC 5321 allows an address 256. */
const NAME_CHARACTERS = 1_000
/** Outlook sends one message to 500 at most by default; distribution lists written out are longer. */
const MAX_RECIPIENTS = 5_000
/** Parts of one message: its attachments, and the files in their archives. */
const MAX_PARTS = 5_000
/** Entries of one access list or team. */
const MAX_ENTRIES = 2_000
/** The last instant there is in JavaScript, in milliseconds from 1970. Source: ECMA-262, time values. */
const LAST_INSTANT = 8.64e15

/** What PostgreSQL cannot keep in a text: NUL, and halves of a character. */
const HALF_CHARACTER = /\p{Surrogate}/gu
const keepable = (text: string): string =>
  text.replaceAll('\u0000', '\ufffd').replace(HALF_CHARACTER, '\ufffd')

const text = z.string().max(NAME_CHARACTERS).overwrite(keepable)
const name = z.string().trim().min(1).max(NAME_CHARACTERS).overwrite(keepable)

/** An instant as everybody writes it. */
export const INSTANT = z
  .int()
  .min(-LAST_INSTANT)
  .max(LAST_INSTANT)
  .describe('Milliseconds since 1970-01-01T00:00:00Z')
const count = z.int().min(0)
const id = z.uuid()

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/
const base64 = z
  .string()
  .refine((value) => value.length % 4 === 0 && BASE64.test(value), 'not base64')
  .describe('Base64 with padding, RFC 4648 §4')

const UNREADABLE = [
  'encrypted',
  'damaged',
  'too-large',
  'picture',
  'archive-not-opened',
  'old-format',
  'unknown-format',
  'cloud-link',
  'refused-by-outlook',
  'no-answer-from-outlook',
  'empty-although-it-has-a-size',
] as const satisfies readonly Unreadable[]

const VERDICTS = ['allow', 'warn', 'block'] as const satisfies readonly VerdictKind[]

const FINDINGS = [
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
  part: text,
  size: count,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  unreadable: z.enum(UNREADABLE).nullable(),
  figures: count,
  features: base64,
})

/** A part of a file that is registered. */
export const REGISTERED_PART = PART_FEATURES.extend({ weights: base64 })

const RECIPIENT = z.object({
  address: text,
  name: text,
  kind: z.enum(['person', 'distribution-list', 'unknown']),
})

/** POST /api/checks */
export const ENQUIRY = z.object({
  build: text,
  moment: z.enum(['send', 'compose']),
  from: text,
  recipients: z.array(RECIPIENT).max(MAX_RECIPIENTS),
  deliverAt: INSTANT.nullable(),
  parts: z.array(PART_FEATURES).max(MAX_PARTS),
  at: INSTANT.exactOptional(),
})

/** A list that we hand out and nobody changes. */
const listOf = <T>(one: z.ZodType<T>): z.ZodType<readonly T[]> => z.array(one)

const FINDING = z.object({
  kind: z.enum(FINDINGS),
  verdict: z.enum(VERDICTS),
  part: z.string(),
  release: z.object({ id: z.string(), title: z.string(), at: INSTANT, london: z.string() }).nullable(),
  reason: z.enum(REASONS),
  because: z.string(),
  recipients: listOf(z.string()),
  hits: listOf(count),
  published: listOf(count),
  bits: z.number(),
})

/** What POST /api/checks answers. */
export const ANSWER = z.object({
  check: id,
  verdict: z.enum(VERDICTS),
  at: INSTANT,
  findings: listOf(FINDING),
})

const ACCESS = z.object({
  address: name,
  post: text,
  opensAt: INSTANT,
  expiresAt: INSTANT.nullable(),
})

/** POST /api/releases */
export const NEW_RELEASE = z.object({
  series: name,
  title: name,
  at: z.string().max(100).describe('London wall clock `2026-05-19 07:00`, or ISO 8601 with an offset'),
  state: z.enum(RELEASE_STATES).exactOptional(),
  team: z.array(name).max(MAX_ENTRIES).exactOptional(),
  access: z.array(ACCESS).max(MAX_ENTRIES).exactOptional(),
})

const STANDING = z.enum(['embargoed', 'published'])

/** POST /api/releases/:id/files */
export const NEW_FILE = z.object({
  name,
  standing: STANDING,
  parts: z.array(REGISTERED_PART).min(1).max(MAX_PARTS),
})

/** What registration says of a file. */
export const REGISTERED_FILE = z.object({
  id,
  name: z.string(),
  standing: STANDING,
  figures: count,
  features: count,
  novel: count,
  unreadable: listOf(z.object({ part: z.string(), because: z.enum(UNREADABLE) })),
  advice: listOf(z.string()),
})

/** GET /api/releases/:id */
export const REGISTERED_RELEASE = z.object({
  id,
  series: z.string(),
  title: z.string(),
  at: INSTANT,
  london: z.string(),
  state: z.enum(RELEASE_STATES),
  team: listOf(z.string()),
  access: listOf(
    z.object({ address: z.string(), post: z.string(), opensAt: INSTANT, expiresAt: INSTANT.nullable() }),
  ),
  embargoed: z.boolean(),
  files: listOf(REGISTERED_FILE),
})

/** GET /api/releases */
export const REGISTER_LISTING = z.object({ at: INSTANT, releases: listOf(REGISTERED_RELEASE) })

/** Every answer of 400 and above. */
export const PROBLEM = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
})

/** The path of one release. */
export const RELEASE_PATH = z.object({ id })

for (const [named, schema] of Object.entries({
  PartFeatures: PART_FEATURES,
  RegisteredPart: REGISTERED_PART,
  Enquiry: ENQUIRY,
  Answer: ANSWER,
  NewRelease: NEW_RELEASE,
  NewFile: NEW_FILE,
  RegisteredFile: REGISTERED_FILE,
  RegisteredRelease: REGISTERED_RELEASE,
  RegisterListing: REGISTER_LISTING,
  Problem: PROBLEM,
}))
  z.globalRegistry.add(schema, { id: named })
