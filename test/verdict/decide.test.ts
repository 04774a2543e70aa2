import { describe, expect, it } from 'vitest'
import { FINGERPRINT_FORM } from '../../src/fingerprint/form.ts'
import type { Match } from '../../src/match/match.ts'
import type { Enquiry, PartFeatures } from '../../src/register/contract.ts'
import type { CompiledEdition } from '../../src/register/register-index.ts'
import type { Access, Release, ReleaseState } from '../../src/release/release.ts'
import { decide, type Found } from '../../src/verdict/decide.ts'
import { DEFAULT_POLICY, type Policy, STRICT_POLICY } from '../../src/verdict/policy.ts'
import { dialogOf } from '../../src/verdict/wording.ts'

// London keeps GMT until Sunday 29 March 2020.
const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
const MONDAY_09_30 = Date.UTC(2020, 2, 16, 9, 30)
const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)

const TEAM = 'maker@statistics.example'
const MINISTER = 'minister@department.example'
const FRIEND = 'friend@elsewhere.example'

const access = (address: string, opensAt = MONDAY_09_30, expiresAt: number | null = null): Access => ({
  address,
  post: 'Minister',
  opensAt,
  expiresAt,
})
const releaseWith = (state: ReleaseState = 'confirmed', entries: readonly Access[] = []): Release => ({
  id: 'pse',
  series: 'PSE',
  title: 'Public sector employment',
  at: TUESDAY_09_30,
  london: '2020-03-17 09:30',
  state,
  team: ['@statistics.example'],
  access: entries,
})
const editionOf = (release: Release): CompiledEdition => ({
  release,
  hashes: new Set(),
  names: new Set(),
  features: {
    size: 1,
    find: () => -1,
    bitsAt: () => 0,
    stepAt: () => 0,
    figuresAt: () => 0,
    isCoarseAt: () => false,
    isLabelledAt: () => false,
    isNovelAt: () => true,
    novel: () => 1,
    novelRuns: () => 1,
  },
})
const part = (unreadable: PartFeatures['unreadable'] = null): PartFeatures => ({
  part: 'tables.xlsx',
  size: 1,
  sha256: null,
  unreadable,
  figures: 9,
  form: FINGERPRINT_FORM,
  features: '',
})
const matched = (release: Release, certainty: Match['certainty'] = 'certain'): Found => ({
  part: part(),
  sameFile: [],
  sameName: [],
  matches: [{ edition: editionOf(release), certainty, hits: [0], published: [], bits: 60 }],
})
const enquiry = (recipients: readonly string[], deliverAt: number | null = null): Enquiry => ({
  build: 'test',
  moment: 'send',
  from: TEAM,
  recipients: recipients.map((address) => ({ address, name: '', kind: 'person' })),
  deliverAt,
  parts: [],
})
const decided = (
  found: Found,
  recipients: readonly string[],
  deliverAt: number | null = null,
  policy: Policy = DEFAULT_POLICY,
) => decide(enquiry(recipients, deliverAt), [found], true, policy, MONDAY_14_42)

describe('embargoed figures on Monday 16 March 2020, 14:42, for Tuesday 09:30', () => {
  it('are held for a stranger, who is named', () => {
    expect(decided(matched(releaseWith()), [TEAM, FRIEND])).toMatchObject({
      verdict: 'block',
      findings: [{ reason: 'without-access', recipients: [FRIEND] }],
    })
  })
  it('go to the production team', () => {
    expect(decided(matched(releaseWith()), [TEAM]).verdict).toBe('allow')
  })
  it('are held where no recipient is known', () => {
    expect(decided(matched(releaseWith()), []).verdict).toBe('block')
  })
  it('ask before they go to those with pre-release access', () => {
    expect(decided(matched(releaseWith('confirmed', [access(MINISTER)])), [MINISTER])).toMatchObject({
      verdict: 'warn',
      findings: [{ reason: 'pre-release-access' }],
    })
  })
  it('are held for all where one of several has no access', () => {
    expect(
      decided(matched(releaseWith('confirmed', [access(MINISTER)])), [MINISTER, FRIEND]).findings,
    ).toMatchObject([{ verdict: 'block', recipients: [FRIEND] }])
  })
  it('are held until access opens, and from when it has expired', () => {
    const early = releaseWith('confirmed', [access(MINISTER, MONDAY_14_42 + 1)])
    const over = releaseWith('confirmed', [access(MINISTER, MONDAY_09_30, MONDAY_14_42)])
    expect(decided(matched(early), [MINISTER]).findings).toMatchObject([
      { verdict: 'block', reason: 'access-not-open' },
    ])
    expect(decided(matched(over), [MINISTER]).findings).toMatchObject([
      { verdict: 'block', reason: 'access-expired' },
    ])
  })
  it('open with the window itself, and last to the millisecond before it closes', () => {
    const now = releaseWith('confirmed', [access(MINISTER, MONDAY_14_42)])
    const nearly = releaseWith('confirmed', [access(MINISTER, MONDAY_09_30, MONDAY_14_42 + 1)])
    expect(decided(matched(now), [MINISTER]).verdict).toBe('warn')
    expect(decided(matched(nearly), [MINISTER]).verdict).toBe('warn')
  })
  it('may be scheduled for the release itself, with a warning that it may move', () => {
    expect(decided(matched(releaseWith()), [FRIEND], TUESDAY_09_30)).toMatchObject({
      verdict: 'warn',
      findings: [{ reason: 'delivered-after-release' }],
    })
    expect(decided(matched(releaseWith()), [FRIEND], TUESDAY_09_30 - 1).verdict).toBe('block')
  })
  it.each(['provisional', 'postponed', 'cancelled'] as const)(
    'stay held for ever while the release is %s',
    (state) => {
      expect(decided(matched(releaseWith(state)), [FRIEND], TUESDAY_09_30 + 1).verdict).toBe('block')
    },
  )
  it('that are only possible are asked about', () => {
    expect(decided(matched(releaseWith(), 'possible'), [FRIEND])).toMatchObject({
      verdict: 'warn',
      findings: [{ kind: 'possible-figures' }],
    })
  })
})

describe('what could not be read', () => {
  const locked: Found = { part: part('encrypted'), sameFile: [], sameName: [], matches: [] }
  it('is asked about while anything is under embargo', () => {
    expect(decided(locked, [FRIEND])).toMatchObject({ verdict: 'warn', findings: [{ kind: 'unreadable' }] })
  })
  it('is held under the strict policy', () => {
    expect(decided(locked, [FRIEND], null, STRICT_POLICY).verdict).toBe('block')
  })
  it('goes where nothing is under embargo', () => {
    expect(decide(enquiry([FRIEND]), [locked], false, DEFAULT_POLICY, MONDAY_14_42).verdict).toBe('allow')
  })
})

describe('the dialog', () => {
  it('keeps to 500 characters and keeps the file, the time and the way on, however many there are', () => {
    const many = Array.from(
      { length: 60 },
      (_none, number) => `somebody.with.a.long.name.${number}@a-department-with-a-long-name.example`,
    )
    const { plain } = dialogOf(decided(matched(releaseWith()), many), MONDAY_14_42)
    expect(plain.length).toBeLessThanOrEqual(500)
    expect(plain).toMatch(
      /^tables\.xlsx contains figures under embargo until Tuesday 17 March 2020, 09:30 \(in 18 h 48 min\)/,
    )
    expect(plain).toMatch(/Open Embargo Guard for ways out\.$/)
  })
  it('lets a file name be no Markdown', () => {
    const found = { ...matched(releaseWith()), part: { ...part(), part: '[x](https://evil.example)*.xlsx' } }
    expect(dialogOf(decided(found, [FRIEND]), MONDAY_14_42).markdown).toContain(
      '\\[x\\]\\(https://evil\\.example\\)\\*\\.xlsx',
    )
  })
})
