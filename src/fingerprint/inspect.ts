import type { Pause, Reading, Unreadable } from '../content/content.ts'
import { hashing } from '../content/cryptography/sha256.ts'
import { readHtml } from '../content/document/html.ts'
import { fullBudget } from '../content/limits.ts'
import { read } from '../content/read.ts'
import { readText } from '../content/text/delimited.ts'
import type { FeatureList } from './feature-list.ts'
import { type Fingerprinting, type Purpose, startFingerprint } from './fingerprint.ts'

/** One file, body or file inside an archive after reading: what the register is asked about. */
export type InspectedPart = {
  /** `PSE_tables.xlsx`, `tables.zip › PSE.csv`, `message body`. */
  readonly path: string
  readonly size: number
  /** 64 hexadecimal digits, or `null` where there are no bytes of its own. */
  readonly sha256: string | null
  readonly unreadable: Unreadable | null
  readonly figures: number
  readonly features: FeatureList
}

/** Cells told between two pauses, a row counting as one: about 1 ms of reading, and 15 before the engine has compiled it; a person notices 50 (web.dev RAIL). */
const CELLS_AT_ONCE = 250

type Open = {
  readonly path: string
  readonly size: number
  readonly sha256: string | null
  unreadable: Unreadable | null
  readonly fingerprint: Fingerprinting
}

/**
 * Reads and fingerprints a file with all files inside it. It pauses every few
 * cells, so that whoever drives it can let Outlook breathe or show progress.
 */
export const inspectFile = (
  path: string,
  bytes: Uint8Array,
  purpose: Purpose = 'send',
): Generator<Pause, readonly InspectedPart[]> =>
  inspectReadings(path, bytes, read(path, bytes, fullBudget()), purpose)

/** The same for text typed or pasted, which has no bytes of its own. */
export const inspectText = (
  path: string,
  kind: 'html' | 'plain',
  text: string,
): Generator<Pause, readonly InspectedPart[]> =>
  inspectReadings(
    path,
    null,
    kind === 'html' ? readHtml(path, text, fullBudget()) : readText(path, text, fullBudget()),
    'send',
  )

function* inspectReadings(
  path: string,
  bytes: Uint8Array | null,
  readings: Generator<Reading, void>,
  purpose: Purpose,
): Generator<Pause, readonly InspectedPart[]> {
  const parts: InspectedPart[] = []
  let open = yield* opened(path, bytes, purpose)
  let cells = 0
  for (const reading of readings) {
    if (reading.kind === 'part' && reading.path !== open.path) {
      yield* open.fingerprint.end()
      parts.push(closed(open))
      open = yield* opened(reading.path, reading.bytes, purpose)
    }
    if (reading.kind === 'table') yield* open.fingerprint.endTable()
    take(reading, open, parts, purpose)
    if (reading.kind === 'pause') yield reading.until
    if (reading.kind !== 'row') continue
    cells += 1 + reading.cells.length
    if (cells < CELLS_AT_ONCE) continue
    cells = 0
    yield
  }
  yield* open.fingerprint.end()
  parts.push(closed(open))
  return parts
}

function take(reading: Reading, open: Open, parts: InspectedPart[], purpose: Purpose): void {
  switch (reading.kind) {
    case 'part':
    case 'pause':
      return
    case 'table':
      return open.fingerprint.table()
    case 'row':
      return open.fingerprint.row(reading.row, reading.cells)
    case 'unreadable':
      if (reading.path === open.path) open.unreadable ??= reading.because
      else parts.push(withheldPart(reading.path, reading.because, purpose))
      return
    case 'cloud-link':
      parts.push(withheldPart(`${reading.path} › ${hostOf(reading.url)}`, 'cloud-link', purpose))
  }
}

const hostOf = (url: string): string => url.replace(/^https?:\/\//i, '').split(/[/?#]/)[0] ?? url

function* opened(path: string, bytes: Uint8Array | null, purpose: Purpose): Generator<undefined, Open> {
  const sha256 = bytes === null ? null : hexadecimal(yield* hashing(bytes))
  // Its reader begins with a step of its own.
  if (bytes !== null) yield
  return {
    path,
    size: bytes?.length ?? 0,
    sha256,
    unreadable: null,
    fingerprint: startFingerprint(bytes?.length ?? 0, purpose),
  }
}

const hexadecimal = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (256 + byte).toString(16).slice(1)).join('')

function closed(open: Open): InspectedPart {
  const { figures, features } = open.fingerprint.done()
  return {
    path: open.path,
    size: open.size,
    sha256: open.sha256,
    unreadable: open.unreadable,
    figures,
    features,
  }
}

/** A part of which there is nothing but its name and why. */
export function withheldPart(path: string, because: Unreadable, purpose: Purpose = 'send'): InspectedPart {
  const fingerprint = startFingerprint(0, purpose)
  return closed({ path, size: 0, sha256: null, unreadable: because, fingerprint })
}
