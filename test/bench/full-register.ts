import { randomBytes, randomUUID } from 'node:crypto'
import { FEATURE_BYTES, WEIGHT_BYTES } from '../../src/fingerprint/feature-list.ts'
import { recordsOf } from '../../src/register/records.ts'
import { londonText } from '../../src/release/london-time.ts'
import type { Database } from '../../src/service/database/database.ts'
import { appendAll, type NewEntry } from '../../src/service/journal/journal.ts'
import { addFile } from '../../src/service/register/file-store.ts'
import type { Keys } from '../../src/service/register/keyed-features.ts'
import { addReleases } from '../../src/service/register/release-writing.ts'

/*
 * The register of an office after years of work: 40 series of 50 issues, the last
 * two not out yet, ten files each. Keyed features look random, so random bytes
 * stand for them; each edition shares all but a few with the one before it.
 */

const SERIES = 40
const ISSUES = 50
const ISSUES_TO_COME = 2
/** Features of the ten files of an edition: from one table to a workbook of many. */
const FEATURES = [300, 500, 800, 1_200, 2_000, 3_000, 5_000, 8_000, 12_000, 18_000]
/** The share of its features that an edition has anew. Source: real pairs of editions, 0.1 to 5 %. */
const NEW_SHARE = 0.03
const ACCESS_ENTRIES = 8

const MONTH_MS = (365.25 * 24 * 3_600_000) / 12
const TOPICS = ['Vacancies', 'Earnings', 'Trade', 'Prices', 'Output', 'Retail', 'Migration', 'Housing']
const CHANGE = { who: 'carys@statistics.example', at: Date.now() }

/** What was filled in. */
export type Full = {
  readonly releases: number
  readonly files: number
  readonly features: number
  /** The features of one file under embargo as a message would carry them, not keyed. */
  readonly embargoed: Uint8Array
}

/** Features and weights, as many of each. */
type Marked = { readonly features: Buffer; readonly weights: Buffer }

function dueOf(series: number, issue: number): number {
  const months = issue - (ISSUES - ISSUES_TO_COME) + 0.5 + series / SERIES / 2
  return Math.round((Date.now() + months * MONTH_MS) / 60_000) * 60_000
}

function releaseToAdd(series: string, number: number, issue: number) {
  const at = dueOf(number, issue)
  return {
    series,
    title: `${series}: issue ${issue + 1}`,
    at,
    london: londonText(at),
    state: 'confirmed' as const,
    producer: `Division ${number % 7}`,
    team: ['@statistics.example', `team-${number}@department.example`],
    access: Array.from({ length: ACCESS_ENTRIES }, (_none, post) => ({
      address: `post-${post}@department.example`,
      post: `Post ${post}`,
      opensAt: at - 86_400_000,
      expiresAt: null,
    })),
  }
}

const isMuchAlike = (): Marked['weights'] => Buffer.from([12, 8, 3])

function startOf(count: number): Marked {
  return {
    features: randomBytes(count * FEATURE_BYTES),
    weights: Buffer.alloc(count * WEIGHT_BYTES, isMuchAlike()),
  }
}

/** The next edition: some features are new, anywhere among the others. */
function nextOf({ features, weights }: Marked): Marked {
  const count = features.length / FEATURE_BYTES
  const next = Buffer.from(features)
  for (let fresh = Math.ceil(count * NEW_SHARE); fresh > 0; fresh--)
    randomBytes(FEATURE_BYTES).copy(next, Math.floor(Math.random() * count) * FEATURE_BYTES)
  return { features: next, weights }
}

/** Fills an empty register. Takes about a minute and a gigabyte. */
export async function fill(database: Database, keys: Keys, tell: (line: string) => void): Promise<Full> {
  const embargoed = randomBytes((FEATURES.at(-1) ?? 1) * FEATURE_BYTES)
  let [releases, files, features] = [0, 0, 0]
  for (let number = 0; number < SERIES; number++) {
    const series = `${TOPICS[number % TOPICS.length]} in region ${Math.floor(number / TOPICS.length) + 1}`
    tell(`filling: ${series}`)
    await database.transaction().execute(async (transaction) => {
      const all = Array.from({ length: ISSUES }, (_none, issue) => releaseToAdd(series, number, issue))
      const added = await addReleases(
        transaction,
        all.map((toAdd) => ({ toAdd, change: CHANGE })),
      )
      const lines: NewEntry[] = added.map((release) => ({
        kind: 'release-added',
        ...CHANGE,
        entry: { release },
      }))
      let editions = FEATURES.map(startOf)
      for (const [issue, release] of added.entries()) {
        if (number === 0 && issue === ISSUES - 1)
          editions = editions.map((edition, slot) =>
            slot === FEATURES.length - 1
              ? { ...edition, features: Buffer.from(keys.features(embargoed)) }
              : edition,
          )
        for (const [slot, { features: keyed, weights }] of editions.entries()) {
          const told = {
            id: randomUUID(),
            release: release.id,
            name: `${series.toLowerCase().replaceAll(' ', '-')}-${issue + 1}-${slot + 1}.xlsx`,
            standing: 'embargoed' as const,
            figures: keyed.length / FEATURE_BYTES,
            novel: Math.ceil((keyed.length / FEATURE_BYTES) * NEW_SHARE),
            unreadable: [],
          }
          const marks = {
            hashes: [randomBytes(32)],
            records: recordsOf([{ bytes: keyed, weights, rare: null }]),
          }
          const file = await addFile(transaction, told, marks, CHANGE)
          lines.push({ kind: 'file-added', ...CHANGE, entry: { file } })
          files++
          features += file.features
        }
        releases++
        editions = editions.map(nextOf)
      }
      await appendAll(transaction, lines)
    })
  }
  return { releases, files, features, embargoed }
}
