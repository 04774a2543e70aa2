import { resolve } from 'node:path'
import { isOrigin, notAnOrigin } from './deployment/manifest-for.ts'
import { isLoopbackHost } from './door/loopback.ts'
import type { StartFailure } from './start-failure.ts'

/** What the environment says of how to run. */
export type Settings = {
  readonly kind: 'settings'
  /** `try-out`: invented people, samples and a clock that can be set, on this machine only. */
  readonly mode: 'try-out' | 'service'
  readonly host: string
  readonly port: number
  /** Where the data lie. */
  readonly data: string
  /** A PostgreSQL to use instead of the one that comes with the program. */
  readonly databaseUrl: string | null
  /** The secret in hexadecimal digits, where it is not to be kept with the data. */
  readonly secret: string | null
  /** The https origin that Outlook reaches the service at, where it is deployed. */
  readonly origin: string | null
}

const unreadable = (name: string, because: string): StartFailure => ({
  kind: 'setting-unreadable',
  name,
  because,
})

const portFrom = (text: string): number | null => {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : null
}

/** Reads the settings, each with its default. */
export function settingsFrom(
  environment: Readonly<Record<string, string | undefined>>,
): Settings | StartFailure {
  const {
    EMBARGO_GUARD_MODE: mode = 'try-out',
    HOST: host = '127.0.0.1',
    PORT: portText = '3000',
  } = environment
  if (mode !== 'try-out' && mode !== 'service')
    return unreadable('EMBARGO_GUARD_MODE', `“${mode}” is neither “try-out” nor “service”`)
  const port = portFrom(portText)
  if (port === null) return unreadable('PORT', `“${portText}” is not a number from 0 to 65535`)
  if (mode === 'try-out' && !isLoopbackHost(host)) return { kind: 'host-not-loopback', host }
  const { EMBARGO_GUARD_DATA: data = 'data', DATABASE_URL, EMBARGO_GUARD_SECRET } = environment
  const origin = environment.EMBARGO_GUARD_ORIGIN || null
  if (origin !== null && !isOrigin(origin)) return unreadable('EMBARGO_GUARD_ORIGIN', notAnOrigin(origin))
  return {
    kind: 'settings',
    mode,
    host,
    port,
    data: resolve(data),
    databaseUrl: DATABASE_URL || null,
    secret: EMBARGO_GUARD_SECRET || null,
    origin,
  }
}
