import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileFailure, type StartFailure } from '../start-failure.ts'

/** Where a service keeps what must outlive it: by default `./data`. */
export type DataDirectory = {
  readonly kind: 'data-directory'
  readonly path: string
  /** The database's own files (PostgreSQL's PGDATA). */
  readonly cluster: string
  /** What the database says while it runs; the start before in `postgres.log.previous`. */
  readonly log: string
  readonly password: string
  readonly secret: string
}

const SECRET_BYTES = 32

/** Made alone where only the last part is missing: then the system names the true reason of a refusal. */
function makeDirectory(path: string): void {
  if (existsSync(dirname(path)) && !existsSync(path)) mkdirSync(path, { mode: 0o700 })
  else mkdirSync(path, { recursive: true, mode: 0o700 })
}

/** The directory, made where there is none; only its owner may enter. */
export function openDataDirectory(path: string): DataDirectory | StartFailure {
  const absolute = resolve(path)
  const inside = (name: string): string => join(absolute, name)
  try {
    makeDirectory(absolute)
  } catch (fault) {
    return fileFailure(absolute, fault)
  }
  return {
    kind: 'data-directory',
    path: absolute,
    cluster: inside('postgres'),
    log: inside('postgres.log'),
    password: inside('database-password'),
    secret: inside('secret'),
  }
}

/** Writes a new file whole or not at all; the file of whoever was first stays. */
function writeOnce(path: string, text: string): void {
  const partial = `${path}.${randomBytes(6).toString('hex')}.partial`
  const file = openSync(partial, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
    linkSync(partial, path)
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
  } finally {
    closeSync(file)
    rmSync(partial, { force: true })
  }
}

/** 32 random bytes as hexadecimal digits, from a file that is made at first use with mode 0600. */
function keptBytes(path: string): string {
  if (!existsSync(path)) writeOnce(path, `${randomBytes(SECRET_BYTES).toString('hex')}\n`)
  return readFileSync(path, 'latin1').trim()
}

/** The secret that keys every fingerprint in the database. */
export type Secret = { readonly kind: 'secret'; readonly bytes: Buffer }

const SECRET = /^[0-9a-f]{64}$/i

/** The secret as written in hexadecimal digits, or `null`. */
export function secretFromHex(text: string): Secret | null {
  return SECRET.test(text) ? { kind: 'secret', bytes: Buffer.from(text, 'hex') } : null
}

/** The secret kept in the data directory. */
export function keptSecret(data: DataDirectory): Secret | StartFailure {
  try {
    return secretFromHex(keptBytes(data.secret)) ?? { kind: 'secret-unreadable', path: data.secret }
  } catch (fault) {
    return fileFailure(data.secret, fault)
  }
}

/** The password of the embedded database. Without it an existing cluster cannot be entered. */
export type Password = { readonly kind: 'password'; readonly text: string }

/** The password kept in the data directory. */
export function keptPassword(data: DataDirectory): Password | StartFailure {
  try {
    if (existsSync(data.cluster) && !existsSync(data.password))
      return { kind: 'password-missing', path: data.password }
    return { kind: 'password', text: keptBytes(data.password) }
  } catch (fault) {
    return fileFailure(data.password, fault)
  }
}
