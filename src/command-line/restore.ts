import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inspectBackup } from '../service/backup/backup-form.ts'
import { restore as restoreFrom } from '../service/backup/restore.ts'
import {
  keptSecret,
  openDataDirectory,
  type Secret,
  secretFromHex,
} from '../service/database/data-directory.ts'
import { keysFrom } from '../service/register/keyed-features.ts'
import { openRegister } from '../service/register/open-register.ts'
import { type StartFailure, startFailureSentence } from '../service/start-failure.ts'
import { registerIn } from './backup.ts'
import { couldNot, EXIT, type Failure, wrongUsage } from './exit-code.ts'
import { faultWith } from './files.ts'
import { type OptionKind, type Options, oneOf } from './options.ts'

export const RESTORE_OPTIONS: Readonly<Record<string, OptionKind>> = {
  file: 'one',
  data: 'one',
  database: 'one',
  help: 'flag',
}

/** The secret that was kept beside the register: none is made up here. */
function secretIn(directory: string): Secret | StartFailure | null {
  const { EMBARGO_GUARD_SECRET } = process.env
  if (EMBARGO_GUARD_SECRET) return secretFromHex(EMBARGO_GUARD_SECRET)
  if (!existsSync(join(directory, 'secret'))) return null
  const data = openDataDirectory(directory)
  return data.kind === 'data-directory' ? keptSecret(data) : data
}

/** Why the secret that is there cannot be the one of the backup, or `null`. */
function faultWithSecret(directory: string, mark: string | null): Failure | null {
  const secret = secretIn(directory)
  const where = `the file “secret” of that register into ${directory}, or its digits into EMBARGO_GUARD_SECRET`
  if (secret === null) return wrongUsage(`The secret is not in a backup: put ${where}, then restore.`)
  if (secret.kind !== 'secret') return couldNot(startFailureSentence(secret))
  return mark === null || keysFrom(secret).mark === mark
    ? null
    : wrongUsage(
        `The secret is not the one that the backup was made with, so nothing in it could be recognised: put ${where}.`,
      )
}

/** `restore FILE`: a backup into an empty register. */
export async function restore(options: Options): Promise<number | Failure> {
  const path = oneOf(options, 'file')
  if (path === null) return wrongUsage('Name the backup: embargo-guard restore FILE.')
  const fault = faultWith([path])
  if (fault !== null) return fault
  const inspected = await inspectBackup(path)
  if (inspected.kind === 'no-backup')
    return wrongUsage(`${path} was not restored: ${inspected.because}. Take another backup.`)
  const { header } = inspected
  const { data, databaseUrl } = registerIn(options)
  const wrong = faultWithSecret(data, header.secretMark)
  if (wrong !== null) return wrong
  const register = await openRegister(data, databaseUrl)
  if (register.kind !== 'register') return couldNot(startFailureSentence(register))
  try {
    const restored = await restoreFrom(register.database, path, header)
    if (restored.kind === 'not-restored') return couldNot(`Nothing was restored. ${restored.because}`)
    const { releases, files, journal } = header.counts
    process.stdout.write(
      `The register is as it was on ${header.at}: ${releases} releases, ${files} files, ${journal} lines of the journal, all of them verified.\n`,
    )
    return EXIT.allow
  } finally {
    await register.close()
  }
}
