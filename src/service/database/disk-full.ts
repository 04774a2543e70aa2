import { statfsSync } from 'node:fs'

/** ENOSPC in the C locale, in which the database’s programs run, and PostgreSQL’s own hint when it could write a part. */
const WORDS = /No space left on device|Check free disk space/

/** A database writes its log ahead in files of 16 MB (PostgreSQL manual, wal_segment_size): with less it cannot start. */
const LEAST_BYTES = 16 * 1024 * 1024

/** Whether a program of the database failed because its disk is full: it says so, or could not even say so. */
export function isDiskFull(path: string, said: string): boolean {
  if (WORDS.test(said)) return true
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize < LEAST_BYTES
}
