import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { FINGERPRINT_FORM } from '../../src/fingerprint/form.ts'
import type {
  AccessList,
  ImportPreview,
  JournalPage,
  OrganisationSettings,
  ReleaseInFull,
  ReleasePage,
  ReleasePatch,
  ReleaseWish,
  ReplacedFile,
} from '../../src/register/administration.ts'
import type { CheckRecord, Clearance, ClearanceDecision } from '../../src/register/clearance.ts'
import type {
  Answer,
  Enquiry,
  NewFile,
  NewRelease,
  Problem,
  RegisteredFile,
} from '../../src/register/contract.ts'
import { ANSWER_EXAMPLES } from '../../src/service/door/answer-examples.ts'
import {
  type ANSWER,
  ENQUIRY,
  type NEW_FILE,
  type NEW_RELEASE,
  type PROBLEM,
  type REGISTERED_FILE,
} from '../../src/service/door/door.ts'
import type {
  IMPORT_PREVIEW,
  JOURNAL_PAGE,
  NEW_SETTINGS,
} from '../../src/service/door/door-administration.ts'
import type { CHECK_RECORD, CLEARANCE, CLEARANCE_DECISION } from '../../src/service/door/door-clearances.ts'
import type {
  ACCESS_LIST,
  RELEASE_IN_FULL,
  RELEASE_PAGE,
  RELEASE_PATCH,
  REPLACED_FILE,
  WISH,
} from '../../src/service/door/door-releases.ts'
import { EXAMPLES } from '../../src/service/door/examples.ts'

/** A type without `readonly`, all the way down. */
type Plain<T> = T extends readonly (infer E)[]
  ? Plain<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T

/** `true` where two types say the same, in both directions. */
type Agrees<One, Other> = [keyof Other] extends [keyof One] ? Same<One, Other> : never

type Same<One, Other> = [Plain<One>] extends [Plain<Other>]
  ? [Plain<Other>] extends [Plain<One>]
    ? true
    : never
  : never

/** Compiles only while the door and the contract agree. */
const AGREEMENTS: readonly [
  Agrees<z.infer<typeof ENQUIRY>, Enquiry>,
  Agrees<z.infer<typeof ANSWER>, Answer>,
  Agrees<z.infer<typeof NEW_RELEASE>, NewRelease>,
  Agrees<z.infer<typeof NEW_FILE>, NewFile>,
  Agrees<z.infer<typeof REGISTERED_FILE>, RegisteredFile>,
  Agrees<z.infer<typeof PROBLEM>, Problem>,
  Agrees<z.infer<typeof RELEASE_IN_FULL>, ReleaseInFull>,
  Agrees<z.infer<typeof RELEASE_PAGE>, ReleasePage>,
  Agrees<z.infer<typeof RELEASE_PATCH>, ReleasePatch>,
  Agrees<z.infer<typeof WISH>, ReleaseWish>,
  Agrees<z.infer<typeof ACCESS_LIST>, AccessList>,
  Agrees<z.infer<typeof REPLACED_FILE>, ReplacedFile>,
  Agrees<z.infer<typeof NEW_SETTINGS>, OrganisationSettings>,
  Agrees<z.infer<typeof JOURNAL_PAGE>, JournalPage>,
  Agrees<z.infer<typeof IMPORT_PREVIEW>, ImportPreview>,
  Agrees<z.infer<typeof CLEARANCE>, Clearance>,
  Agrees<z.infer<typeof CLEARANCE_DECISION>, ClearanceDecision>,
  Agrees<z.infer<typeof CHECK_RECORD>, CheckRecord>,
] = [
  ...([true, true, true, true, true, true] as const),
  ...([true, true, true, true, true, true] as const),
  ...([true, true, true, true, true, true] as const),
]

const ENQUIRY_OF_NOTHING = {
  build: 'test',
  moment: 'send',
  from: 'ada@statistics.example',
  recipients: [],
  deliverAt: null,
  parts: [],
}

const PART = {
  part: 'PSE.xlsx',
  size: 12,
  sha256: 'ab'.repeat(32),
  unreadable: null,
  figures: 1,
  form: FINGERPRINT_FORM,
  features: 'AAAAAAAAAAA=',
}

describe('the door of the service', () => {
  it('asks for what the contract says, no more and no less', () => {
    expect(AGREEMENTS).not.toContain(false)
    expect(ENQUIRY.parse(ENQUIRY_OF_NOTHING)).toEqual(ENQUIRY_OF_NOTHING)
  })

  it.each([
    ['a hash that is none', { sha256: 'AB' }],
    ['features that are not base64', { features: 'what is this?' }],
    ['features in the alphabet for addresses', { features: 'AAAAAA-_AAA=' }],
    ['features with padding in the middle', { features: 'AAA=AAAAAAA=' }],
    ['a size below nothing', { size: -1 }],
    ['a reason nobody knows', { unreadable: 'too boring' }],
    ['half a figure', { figures: 0.5 }],
  ])('refuses %s', (_, wrong) => {
    const enquiry = { ...ENQUIRY_OF_NOTHING, parts: [{ ...PART, ...wrong }] }
    expect(ENQUIRY.safeParse({ ...ENQUIRY_OF_NOTHING, parts: [PART] }).success).toBe(true)
    expect(ENQUIRY.safeParse(enquiry).success).toBe(false)
  })

  it('refuses instants that no clock shows', () => {
    for (const deliverAt of [8.64e15 + 1, Number.NaN, '2020-03-17', 0.5])
      expect(ENQUIRY.safeParse({ ...ENQUIRY_OF_NOTHING, deliverAt }).success).toBe(false)
  })

  it('takes every example of the description', () => {
    for (const [schema, example] of [...EXAMPLES, ...ANSWER_EXAMPLES])
      expect(schema.parse(example)).toEqual(example)
  })

  it('replaces what no database keeps in a name, and lets the check go on', () => {
    const part = { ...PART, part: 'a\u0000b\ud800c😀.xlsx' }
    const { parts } = ENQUIRY.parse({ ...ENQUIRY_OF_NOTHING, parts: [part] })
    expect(parts[0]?.part).toBe('a\ufffdb\ufffdc😀.xlsx')
  })

  it('takes six million characters of features in a moment', () => {
    const parts = [{ ...PART, features: 'AAAA'.repeat(1_500_000) }]
    expect(ENQUIRY.safeParse({ ...ENQUIRY_OF_NOTHING, parts }).success).toBe(true)
  })
})
