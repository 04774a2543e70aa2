/** Why the service could not be started: each has a sentence for the person at the terminal. */
export type StartFailure =
  | { readonly kind: 'setting-unreadable'; readonly name: string; readonly because: string }
  | { readonly kind: 'host-not-loopback'; readonly host: string }
  | { readonly kind: 'port-in-use'; readonly host: string; readonly port: number }
  | {
      readonly kind: 'address-refused'
      readonly host: string
      readonly port: number
      readonly because: string
    }
  | { readonly kind: 'data-in-use'; readonly directory: string; readonly pid: number }
  | { readonly kind: 'data-not-writable'; readonly path: string; readonly because: string }
  | { readonly kind: 'disk-full'; readonly path: string }
  | { readonly kind: 'password-missing'; readonly path: string }
  | { readonly kind: 'secret-unreadable'; readonly path: string }
  | { readonly kind: 'secret-differs' }
  | { readonly kind: 'fingerprints-differ'; readonly found: string; readonly needed: string }
  | { readonly kind: 'binaries-missing'; readonly platform: string }
  | { readonly kind: 'binaries-unusable'; readonly path: string; readonly because: string }
  | { readonly kind: 'cluster-of-other-version'; readonly found: string; readonly needed: string }
  | { readonly kind: 'database-did-not-start'; readonly because: string; readonly log: string }
  | { readonly kind: 'database-ended'; readonly data: string }
  | { readonly kind: 'database-did-not-stop'; readonly pid: number }
  | { readonly kind: 'database-unreachable'; readonly address: string; readonly because: string }
  | { readonly kind: 'database-too-old'; readonly version: string; readonly needed: number }
  | { readonly kind: 'migration-failed'; readonly name: string; readonly because: string }

const OTHER_DATABASE = 'or set DATABASE_URL to a PostgreSQL server of version 15 or later'

/** One sentence that names the thing and says what to do. */
export function startFailureSentence(failure: StartFailure): string {
  switch (failure.kind) {
    case 'setting-unreadable':
      return `The setting ${failure.name} cannot be used: ${failure.because}.`
    case 'host-not-loopback':
      return `A try-out listens on this machine only, and HOST is ${failure.host}: leave HOST out, or set EMBARGO_GUARD_MODE=service for a real service.`
    case 'port-in-use':
      return `Port ${failure.port} on ${failure.host} is in use: stop the program that uses it, or choose another with PORT=${failure.port + 1} npm start.`
    case 'address-refused':
      return `The service cannot listen on ${failure.host}:${failure.port} (${inWords(failure.because)}): choose another HOST or PORT.`
    case 'data-in-use':
      return `The register in ${failure.directory} is in use by process ${failure.pid}: stop that one first, or work on other data.`
    case 'data-not-writable':
      return `${failure.path} cannot be used (${inWords(failure.because)}): ${RIGHTS.includes(failure.because) ? 'give this user the right to it, or start as the user who made it' : 'name another place for the data'}.`
    case 'disk-full':
      return `The disk that holds ${failure.path} is full: make room and start again.`
    case 'password-missing':
      return `${failure.path}, the password of the database beside it, is missing: put it back from your backup, ${OTHER_DATABASE}.`
    case 'secret-unreadable':
      return `${failure.path} does not hold a secret of 32 bytes (64 hexadecimal digits): put it back from your backup.`
    case 'secret-differs':
      return 'The secret is not the one this register was made with, so nothing in it could be recognised: put back the file “secret” or EMBARGO_GUARD_SECRET from your backup.'
    case 'fingerprints-differ':
      return `The files in this register were fingerprinted in another way (${failure.found}) than this program does (${failure.needed}), so nothing in it could be recognised: start with an empty data directory and register them again.`
    case 'binaries-missing':
      return `No PostgreSQL comes with this program for ${failure.platform}: run npm ci again, ${OTHER_DATABASE}.`
    case 'binaries-unusable':
      return `The PostgreSQL programs in ${failure.path} cannot be run (${failure.because}): run npm ci again, ${OTHER_DATABASE}.`
    case 'cluster-of-other-version':
      return `The data were made by PostgreSQL ${failure.found} and this program brings ${failure.needed}: start them with the earlier release, ${OTHER_DATABASE}.`
    case 'database-did-not-start':
      return `The database did not start (${failure.because}): ${failure.log} says more.`
    case 'database-ended':
      return `The database ended while it was in use: postgres.log in ${failure.data} says why. Start again.`
    case 'database-did-not-stop':
      return `A database left behind by an earlier start (process ${failure.pid}) does not stop: end that process and start again.`
    case 'database-unreachable':
      return `The database at ${failure.address} cannot be used (${inWords(failure.because)}): check DATABASE_URL and that the server runs.`
    case 'database-too-old':
      return `The database is PostgreSQL ${failure.version}: version ${failure.needed} or later is needed.`
    case 'migration-failed':
      return `The database could not be brought up to date (${failure.name}: ${inWords(failure.because)}): nothing was changed by that step.`
  }
}

/** What the system says where somebody else may, and this user may not. */
const RIGHTS: readonly string[] = ['EACCES', 'EPERM']

/** What the words of the system and of PostgreSQL for a failed call mean to a person. Sources: errno(3); PostgreSQL’s manual, appendix A. */
const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOENT: 'there is no such place',
  EEXIST: 'a file of that name is in the way',
  ENOTDIR: 'a file of that name is in the way',
  EADDRNOTAVAIL: 'this machine has no such address',
  ECONNREFUSED: 'nobody answers there',
  ENOTFOUND: 'no machine has that name',
  ETIMEDOUT: 'no answer in time',
  '28000': 'the server does not let this user in',
  '28P01': 'the user or the password is wrong',
  '3D000': 'the server has no such database',
  '42501': 'this user has no right to make tables there',
  '53300': 'the server has no connection left',
  '57P03': 'the server is starting or stopping',
}

const inWords = (because: string): string => WORDS[because] ?? because

/** What the system said of a call that failed: `EACCES`, `ENOSPC`, …, or its message. */
export function systemReason(fault: unknown): string {
  if (fault instanceof Error && 'code' in fault && typeof fault.code === 'string' && fault.code !== '')
    return fault.code
  return fault instanceof Error ? fault.message : String(fault)
}

/** What the system said of a call that failed, for a person. */
export const systemWords = (fault: unknown): string => inWords(systemReason(fault))

/** A fault of the file system as a failure of starting. */
export function fileFailure(path: string, fault: unknown): StartFailure {
  const because = systemReason(fault)
  return because === 'ENOSPC' || because === 'EDQUOT'
    ? { kind: 'disk-full', path }
    : { kind: 'data-not-writable', path, because }
}
