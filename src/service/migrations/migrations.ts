import type { Migration, MigrationProvider } from 'kysely'
import { up as releases } from './2026-11-22T15-00-releases.ts'
import { up as access } from './2026-11-22T15-03-access.ts'
import { up as files } from './2026-11-22T15-06-files.ts'
import { up as journal } from './2026-11-22T15-10-journal.ts'
import { up as settings } from './2026-11-22T15-20-settings.ts'
import { up as releaseDetails } from './2026-11-22T17-00-release-details.ts'
import { up as journalOfReleases } from './2026-11-22T17-10-journal-of-releases.ts'
import { up as clearances } from './2026-11-22T17-20-clearances.ts'
import { up as rareFigures } from './2026-11-27T11-40-rare-figures.ts'

/** Every step from an empty database to this program's, named by the instant it was written. Never changed, only added to. */
const MIGRATIONS: Record<string, Migration> = {
  '2026-11-22T15-00-releases': { up: releases },
  '2026-11-22T15-03-access': { up: access },
  '2026-11-22T15-06-files': { up: files },
  '2026-11-22T15-10-journal': { up: journal },
  '2026-11-22T15-20-settings': { up: settings },
  '2026-11-22T17-00-release-details': { up: releaseDetails },
  '2026-11-22T17-10-journal-of-releases': { up: journalOfReleases },
  '2026-11-22T17-20-clearances': { up: clearances },
  '2026-11-27T11-40-rare-figures': { up: rareFigures },
}

/** The steps as the migrator asks for them. */
export const migrations: MigrationProvider = { getMigrations: async () => MIGRATIONS }
