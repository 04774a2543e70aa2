import { openZip } from '../content/archive/zip.ts'
import { formatOf } from '../content/format-of.ts'
import { fullBudget } from '../content/limits.ts'
import { textOf } from '../content/text/text-encoding.ts'
import { testCopyName } from './copy-name.ts'
import { copyText } from './delimited-copy.ts'
import type { FalseDigit } from './false-figure.ts'
import type { NotPossible } from './not-possible.ts'
import { copyOpenDocument } from './open-document-copy.ts'
import { hasPart, type PackageIn } from './package-in.ts'
import { sharedFeatures } from './shared-features.ts'
import { bytesLike } from './text-bytes.ts'
import { copyWordDocument } from './word-copy.ts'
import { copyWorkbook, type Made } from './workbook-copy.ts'

/** A file for a test: as the one to be sent looks, with nothing in it that is not public. */
export type TestCopy =
  | {
      readonly kind: 'copy'
      readonly name: string
      readonly bytes: Uint8Array
      /** How many figures, and sentences that told of figures, were replaced. */
      readonly replaced: number
    }
  | { readonly kind: 'not-possible'; readonly because: NotPossible }

/** Ones first, as people expect; another digit where the file itself is full of ones. */
const DIGITS: readonly FalseDigit[] = ['1', '7', '9', '4']

/**
 * Makes a blank test copy: same sheets, headings, layout, styles and formats, every
 * figure that could be unpublished a false one, properties left out.
 *
 * What stays: words, dates, and numbers that are years or other periods by the
 * rule of periods.ts or no figures by that of kept-numbers.ts. The copy is read
 * by the guard's own eyes: it has no feature with a replaced figure in common with
 * the original, or there is no copy.
 *
 * It pauses every few rows, as inspecting a file does.
 */
export function* testCopyOf(name: string, bytes: Uint8Array): Generator<unknown, TestCopy> {
  const tries: { readonly made: Made; readonly shared: ReadonlySet<string> }[] = []
  for (const digit of DIGITS) {
    const made = yield* madeFrom(bytes, digit)
    if (typeof made === 'string') return { kind: 'not-possible', because: made }
    tries.push({ made, shared: yield* sharedFeatures(name, bytes, made.bytes) })
    const proven = tries.find((one) => isProven(one.shared, tries))
    if (proven !== undefined) return { kind: 'copy', name: testCopyName(name), ...proven.made }
  }
  return { kind: 'not-possible', because: 'figures-would-stay' }
}

/**
 * Nothing is shared with the original but what a copy with other false digits
 * shares too: no replaced figure can be in that, for there the two copies differ.
 */
const isProven = (
  shared: ReadonlySet<string>,
  tries: readonly { readonly shared: ReadonlySet<string> }[],
): boolean =>
  shared.size === 0 ||
  tries.some((other) => other.shared !== shared && [...shared].every((feature) => other.shared.has(feature)))

function* madeFrom(bytes: Uint8Array, digit: FalseDigit): Generator<void, Made | NotPossible> {
  switch (formatOf(bytes)) {
    case 'zip':
      return yield* madeFromPackage(bytes, digit)
    case 'text': {
      const { text, replaced } = yield* copyText(textOf(bytes), digit)
      return { bytes: bytesLike(text, bytes), replaced }
    }
    case 'nothing':
      return 'damaged'
    case 'compound':
    case 'excel-stream':
      return 'old-format'
    case 'archive':
    case 'gzip':
      return 'archive'
    case 'protected':
      return 'encrypted'
    default:
      return 'not-a-kind-that-is-copied'
  }
}

function* madeFromPackage(bytes: Uint8Array, digit: FalseDigit): Generator<void, Made | NotPossible> {
  const zip = openZip(bytes)
  if (!zip.sound) return 'damaged'
  const opened: PackageIn = { bytes, zip, budget: fullBudget(), faults: [] }
  const copy = copierFor(opened)
  if (typeof copy === 'string') return copy
  const made = yield* copy(opened, digit)
  return opened.faults[0] ?? made
}

type Copier = (opened: PackageIn, digit: FalseDigit) => Generator<void, Made>

function copierFor(opened: PackageIn): Copier | NotPossible {
  if (hasPart(opened, 'content.xml')) return copyOpenDocument
  if (!hasPart(opened, '[Content_Types].xml')) return 'archive'
  if (opened.zip.entries.some(({ name }) => /^word\/[^/]*\.xml$/i.test(name))) return copyWordDocument
  if (opened.zip.entries.some(({ name }) => /(^|\/)worksheets\/[^/]+\.bin$/i.test(name))) return 'old-format'
  return opened.zip.entries.some(({ name }) => /(^|\/)worksheets\/[^/]+\.xml$/i.test(name))
    ? copyWorkbook
    : 'not-a-kind-that-is-copied'
}
