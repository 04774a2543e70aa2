import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { OrganisationSettings } from '../register/administration.ts'
import { LEGAL_LIMIT_HOURS } from '../release/pre-release-access.ts'
import { DEFAULT_POLICY } from '../verdict/policy.ts'
import type { Database } from './database/database.ts'
import { NEW_SETTINGS } from './door/door-administration.ts'
import { append } from './journal/journal.ts'
import { type Change, growVersion, lockRegister } from './register/release-store.ts'
import type { Tables } from './tables/tables.ts'

/** The settings of the organisation, none left out, and how often they were changed. */
export type Organisation = {
  readonly settings: Required<OrganisationSettings>
  readonly revision: number
}

/** What holds until an administrator decides otherwise. */
const DEFAULT_SETTINGS: Required<OrganisationSettings> = {
  domains: [],
  policy: DEFAULT_POLICY,
  usualTimes: [],
  accessHours: LEGAL_LIMIT_HOURS,
  contactText: { en: '', cy: '' },
  neverCleared: [],
  bankHolidays: null,
}

/** The settings as they are kept. */
export async function readOrganisation(database: Database | Transaction<Tables>): Promise<Organisation> {
  const row = await database
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'organisation')
    .executeTakeFirst()
  if (row === undefined) return { settings: DEFAULT_SETTINGS, revision: 0 }
  const { value } = row
  if (typeof value !== 'object' || value === null || !('settings' in value) || !('revision' in value))
    throw new TypeError('settings: the row “organisation” is not what this program wrote')
  const settings = { ...DEFAULT_SETTINGS, ...NEW_SETTINGS.parse(value.settings) }
  return { settings, revision: Number(value.revision) }
}

/** What came of new settings. */
export type SettingsChanged = { readonly kind: 'changed' | 'overtaken' } & Organisation

/** Writes settings in the place of those of a revision, for all instances, and into the journal. */
export const changeOrganisation = (
  database: Database,
  wanted: z.infer<typeof NEW_SETTINGS>,
  revision: number,
  change: Change,
): Promise<SettingsChanged> =>
  database.transaction().execute(async (transaction): Promise<SettingsChanged> => {
    await lockRegister(transaction)
    const now = await readOrganisation(transaction)
    if (now.revision !== revision) return { kind: 'overtaken', ...now }
    const after = { settings: { ...now.settings, ...wanted }, revision: revision + 1 }
    await writeOrganisation(transaction, after)
    const entry = { before: now.settings, after: after.settings }
    await append(transaction, { kind: 'settings-changed', ...change, entry })
    return { kind: 'changed', ...after }
  })

/** Writes settings without more ado. */
export async function writeOrganisation(
  transaction: Transaction<Tables>,
  organisation: Organisation,
): Promise<void> {
  await growVersion(transaction)
  const value = JSON.stringify(organisation)
  await transaction
    .insertInto('settings')
    .values({ key: 'organisation', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
