import type { Transaction } from 'kysely'
import { inspectFile } from '../../fingerprint/inspect.ts'
import { finished, registeredFeaturesOf } from '../../guard.ts'
import type { DetailedRelease } from '../../release/release-details.ts'
import { STANDARD_TIME, timeOfDayText } from '../../release/usual-time.ts'
import { addClearance } from '../checks/clearance-store.ts'
import type { Database } from '../database/database.ts'
import { appendAll, type NewEntry } from '../journal/journal.ts'
import { readOrganisation, writeOrganisation } from '../organisation.ts'
import { beforeAndAfter } from '../register/changing.ts'
import { fileToAdd } from '../register/file-to-add.ts'
import type { Keys } from '../register/keyed-features.ts'
import type { Registering } from '../register/registering.ts'
import { addReleases } from '../register/release-writing.ts'
import type { Tables } from '../tables/tables.ts'
import { demoCheck, demoChecks } from './demo-checks.ts'
import { DEMO_ADMINISTRATORS, type DemoRelease, demoReleases } from './demo-releases.ts'
import { DEMO_SERIES } from './demo-series.ts'
import { sequence } from './employment-figures.ts'
import { type Sheet, writeWorkbook } from './workbook-writer.ts'

const [CARYS] = DEMO_ADMINISTRATORS
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** What the journal says of a release: that it was registered, and each change since. */
const linesOf = (release: DetailedRelease, addedAt: number): readonly NewEntry[] => [
  {
    kind: 'release-added',
    who: CARYS,
    at: addedAt,
    entry: { release: { ...release, state: release.months ? 'provisional' : 'confirmed', changes: [] } },
  },
  ...release.changes.map((made): NewEntry => {
    const was = { ...release, state: made.before.state }
    const is = { ...release, state: made.after.state }
    const entry = { release: release.id, title: release.title, ...beforeAndAfter(was, is), change: made }
    return { kind: 'release-changed', who: made.by, at: made.changedAt, entry }
  }),
]

/** What the organisation of the try-out has decided. */
async function decideSettings(transaction: Transaction<Tables>, at: number): Promise<NewEntry> {
  const { settings } = await readOrganisation(transaction)
  const after = {
    ...settings,
    domains: ['statistics.example'],
    usualTimes: [
      ...DEMO_SERIES.map(({ series, time }) => ({ series, time })),
      { series: 'Public Sector Employment', time: timeOfDayText(STANDARD_TIME) },
    ],
    contactText: {
      en: 'Questions? Ring the release desk, 01632 960001.',
      cy: 'Cwestiynau? Ffoniwch y ddesg cyhoeddi, 01632 960001.',
    },
  }
  await writeOrganisation(transaction, { settings: after, revision: 1 })
  return { kind: 'settings-changed', who: CARYS, at, entry: { before: settings, after } }
}

/** Somebody was held an hour ago, and waits for a second person. */
async function askForClearance(
  transaction: Transaction<Tables>,
  release: DetailedRelease,
  now: number,
): Promise<readonly NewEntry[]> {
  const [who, to, at] = ['ben@statistics.example', 'analyst@department.example', now - HOUR_MS] as const
  const found = ['embargoed-file', 'without-access', 'block'] as const
  const entry = demoCheck('held', at, who, to, release, found)
  const reason = 'The department has to test its page with real tables; agreed with the head of profession.'
  const clearance = await addClearance(transaction, {
    id: entry.check,
    check: entry.check,
    askedBy: who,
    askedAt: at + 60_000,
    reason,
    until: at + 60_000 + DAY_MS,
    recipients: [to],
    findings: entry.findings.map(({ kind, part, release: about, because }) => ({
      kind,
      part,
      release: about,
      because,
    })),
    marks: entry.parts.map(({ mark }) => mark),
  })
  const asked = { clearance: clearance?.id, check: entry.check, reason, recipients: [to] }
  return [
    { kind: 'check', who, at, entry },
    { kind: 'clearance-asked', who, at: at + 60_000, entry: asked },
  ]
}

const change = ({ addedAt }: DemoRelease) => ({ who: CARYS, at: addedAt })

const writeAll = (database: Database, planned: readonly DemoRelease[], now: number) =>
  database.transaction().execute(async (transaction) => {
    const lines: NewEntry[] = [await decideSettings(transaction, now - 366 * DAY_MS)]
    const releases = await addReleases(
      transaction,
      planned.map((one) => ({ toAdd: one.release, change: change(one) })),
    )
    for (const [index, release] of releases.entries())
      lines.push(...linesOf(release, planned[index]?.addedAt ?? now))
    const inOrder = [...releases].sort((first, second) => first.at - second.at)
    lines.push(...demoChecks(inOrder, now))
    const waiting = releases.find((_, index) => planned[index]?.hasFiles)
    if (waiting !== undefined) lines.push(...(await askForClearance(transaction, waiting, now)))
    await appendAll(
      transaction,
      lines.sort((first, second) => first.at - second.at),
    )
    return releases.filter((_, index) => planned[index]?.hasFiles)
  })

/** A table of invented monthly figures; the same series gives the same rows. */
function workbookOf(series: string, months: number): Uint8Array {
  const next = sequence([...series].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7))
  const rows = Array.from({ length: months }, (_, month) => [
    `Month ${month + 1}`,
    ...Array.from({ length: 4 }, () => ({
      stored: Math.round(next() * 4_000_000) / 1000,
      format: 'thousands' as const,
    })),
  ])
  const heading = ['Month', 'Men', 'Women', 'Total', 'Change']
  const sheet: Sheet = { name: 'Table 1', rows: [[`${series}. All figures are invented.`], heading, ...rows] }
  return writeWorkbook([sheet])
}

/** Months in the published edition of a demonstration; the next one has one more. */
const MONTHS_PUBLISHED = 36

/**
 * Fills the register of a try-out with a year of invented work, so that every
 * screen has something to show. Only where there is nothing yet.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z, by the real clock
 */
export async function demonstrate(
  database: Database,
  registering: Registering,
  keys: Keys,
  now: number,
): Promise<void> {
  const known = await database.selectFrom('journal').select('seq').limit(1).executeTakeFirst()
  if (known !== undefined) return
  const withFiles = await writeAll(database, demoReleases(now), now)
  for (const { id, series } of withFiles)
    for (const [standing, months] of [
      ['published', MONTHS_PUBLISHED],
      ['embargoed', MONTHS_PUBLISHED + 1],
    ] as const) {
      const name = `${series.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${standing}.xlsx`
      const parts = finished(inspectFile(name, workbookOf(series, months), 'register')).map(
        registeredFeaturesOf,
      )
      const toAdd = fileToAdd(id, { name, standing, parts }, keys)
      if (toAdd.kind === 'unusable') throw new TypeError(`DEMO: ${toAdd.told.detail.en}`)
      await registering.addFile(toAdd.file, { who: CARYS, at: now }, now)
    }
}
