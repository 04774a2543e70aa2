import type { AccessTable } from './access-table.ts'
import type { ClearanceTable } from './clearance-table.ts'
import type { FileTable } from './file-table.ts'
import type { JournalTable } from './journal-table.ts'
import type { ReleaseTable } from './release-table.ts'
import type { SettingTable } from './setting-table.ts'
import type { TeamTable } from './team-table.ts'

/** The tables of the service, by name. */
export type Tables = {
  releases: ReleaseTable
  access: AccessTable
  team: TeamTable
  files: FileTable
  journal: JournalTable
  settings: SettingTable
  clearances: ClearanceTable
}
