import { createHash } from 'node:crypto'
import { inspectFile } from '../../fingerprint/inspect.ts'
import { finished } from '../../guard.ts'
import type { Database } from '../database/database.ts'
import { type Sheet, type SheetCell, writeWorkbook } from '../demo/workbook-writer.ts'
import type { StartFailure } from '../start-failure.ts'
import type { SettingKey } from '../tables/setting-table.ts'
import type { Keys } from './keyed-features.ts'

/** A small workbook that never changes: what is made of it tells one way of fingerprinting from another. */
const TOUCHSTONE: readonly Sheet[] = [
  {
    name: 'Touchstone',
    rows: [
      ['Quarter', 'First', 'Second', 'Third', 'Share (%)'],
      ['Mar 2019', thousands(36_126.854), thousands(1_207.25), thousands(408.5), share(12.3456)],
      ['Jun 2019', thousands(36_240.1), thousands(1_199.875), thousands(-17.25), share(0.0521)],
      ['Sep 2019', thousands(36_377.492), thousands(1_214), thousands(415.125), share(9.95)],
    ],
  },
]

function thousands(stored: number): SheetCell {
  return { stored, format: 'thousands' }
}

function share(stored: number): SheetCell {
  return { stored, format: 'one-decimal' }
}

/** The way of fingerprinting, as it shows in the touchstone. */
function wayOfFingerprinting(): string {
  const hash = createHash('sha256')
  for (const { features } of finished(inspectFile('touchstone.xlsx', writeWorkbook(TOUCHSTONE), 'register')))
    for (const bytes of [features.bytes, features.weights, features.rare?.figures ?? '']) hash.update(bytes)
  return hash.digest('hex').slice(0, 16)
}

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
  const needed = wayOfFingerprinting()
  const found = await marked(database, 'fingerprint-form', needed)
  return found === needed ? null : { kind: 'fingerprints-differ', found, needed }
}
