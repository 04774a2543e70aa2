import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { backUp } from '../service/backup/backup.ts'
import { openRegister } from '../service/register/open-register.ts'
import { startFailureSentence, systemWords } from '../service/start-failure.ts'
import { couldNot, EXIT, type Failure, wrongUsage } from './exit-code.ts'
import { type OptionKind, type Options, oneOf } from './options.ts'

export const BACKUP_OPTIONS: Readonly<Record<string, OptionKind>> = {
  file: 'one',
  data: 'one',
  database: 'one',
  help: 'flag',
}

/** Where the register is: the options, else the environment as the service reads it, else `./data`. */
export function registerIn(options: Options) {
  const { DATABASE_URL, EMBARGO_GUARD_DATA } = process.env
  const data = oneOf(options, 'data')
  const url = oneOf(options, 'database') ?? (data === null ? DATABASE_URL || null : null)
  return { data: resolve(data ?? EMBARGO_GUARD_DATA ?? 'data'), databaseUrl: url }
}

/** `backup FILE`: everything that is in the register, into one file. */
export async function backup(options: Options): Promise<number | Failure> {
  const path = oneOf(options, 'file')
  if (path === null) return wrongUsage('Name the file to write: embargo-guard backup FILE.')
  if (existsSync(path)) return wrongUsage(`${path} is there already: name a file that is not.`)
  if (!existsSync(dirname(path)))
    return wrongUsage(`There is no folder ${dirname(path)} to write into: make it first.`)
  const { data, databaseUrl } = registerIn(options)
  if (databaseUrl === null && !existsSync(data))
    return wrongUsage(`There is no register in ${data}. Name its directory with --data DIR.`)
  const register = await openRegister(data, databaseUrl)
  if (register.kind !== 'register') return couldNot(startFailureSentence(register))
  try {
    const made = await backUp(register.database, path, Date.now())
    if (made.kind === 'not-backed-up') return couldNot(made.because)
    const { releases, files, journal } = made.header.counts
    const secret = databaseUrl === null ? join(data, 'secret') : 'the service’s secret'
    process.stdout.write(
      `${releases} releases, ${files} files and ${journal} lines of the journal are in ${path} (${statSync(path).size} bytes).\n` +
        `The secret is not in it, and without it nothing in it is recognised: keep ${secret} too, in another place.\n`,
    )
    return EXIT.allow
  } catch (fault) {
    return couldNot(`${path} could not be written (${systemWords(fault)}): nothing of it is left there.`)
  } finally {
    await register.close()
  }
}
