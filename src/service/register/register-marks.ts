import { FINGERPRINT_FORM } from '../../fingerprint/form.ts'
import type { Database } from '../database/database.ts'
import type { StartFailure } from '../start-failure.ts'
import type { SettingKey } from '../tables/setting-table.ts'
import type { Keys } from './keyed-features.ts'

/** Sets a mark where there is none yet, and reads it. */
async function marked(database: Database, key: SettingKey, mark: string): Promise<string> {
  await database
    .insertInto('settings')
    .values({ key, value: JSON.stringify(mark) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const { value } = await database
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return String(value)
}

/**
 * Makes sure that the register was made with this secret and by this way of
 * fingerprinting. Otherwise nothing in it would ever be recognised, and every
 * message would be let go.
 */
export async function checkMarks(database: Database, { mark }: Keys): Promise<StartFailure | null> {
  if ((await marked(database, 'secret-mark', mark)) !== mark) return { kind: 'secret-differs' }
  const found = await marked(database, 'fingerprint-form', FINGERPRINT_FORM)
  return found === FINGERPRINT_FORM ? null : { kind: 'fingerprints-differ', found, needed: FINGERPRINT_FORM }
}
