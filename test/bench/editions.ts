import { basename } from 'node:path'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { featuresOf, finished, judge, type KeyedPart } from '../../src/guard.ts'
import { strengthOf } from '../../src/match/match.ts'
import type { Finding } from '../../src/register/contract.ts'
import { recordsOf } from '../../src/register/records.ts'
import { compileRegister, type EditionFile, type RegisterIndex } from '../../src/register/register-index.ts'
import type { Release } from '../../src/release/release.ts'
import { DEFAULT_POLICY } from '../../src/verdict/policy.ts'

/** Monday 16 March 2020, 14:42 in London: everything is judged then. */
const AT = Date.UTC(2020, 2, 16, 14, 42)

/** Two editions of a table: the one that is public and the one that is not. */
export type Editions = { readonly published: EditionFile; readonly embargoed: EditionFile }

/** A file, or what was typed, ready to be asked about. */
export type Sent = readonly KeyedPart[]

export type Got = { readonly got: 'FLAG' | 'POSSIBLE' | 'UNREADABLE' | 'CLEAN'; readonly bits: number }

export function editionFile(path: string, bytes: Uint8Array, standing: EditionFile['standing']): EditionFile {
  const parts = finished(inspectFile(basename(path), bytes, 'register'))
  return {
    name: basename(path),
    standing,
    hashes: parts.map((part) => part.sha256 ?? '').filter((hash) => hash !== ''),
    records: recordsOf(parts.map((part) => part.features)),
  }
}

/** A release of the next day, the only one of its series. */
export const releaseCalled = (name: string): Release => ({
  id: name,
  series: name,
  title: name,
  at: Date.UTC(2020, 2, 17, 9, 30),
  london: '2020-03-17 09:30',
  state: 'confirmed',
  team: [],
  access: [],
})

export const registerOf = (name: string, files: readonly EditionFile[]): RegisterIndex =>
  compileRegister([{ release: releaseCalled(name), files }])

export const sentFile = (name: string, bytes: Uint8Array): Sent =>
  finished(inspectFile(name, bytes)).map((part) => ({
    part: featuresOf(part),
    hash: part.sha256,
    features: part.features.bytes,
  }))

/** What the guard finds in it for somebody without access. */
export function findingsOn(sent: Sent, register: RegisterIndex, at = AT): readonly Finding[] {
  const recipients = [{ address: 'friend@elsewhere.example', name: '', kind: 'person' }] as const
  const enquiry = {
    build: 'bench',
    moment: 'send',
    from: '',
    recipients,
    deliverAt: null,
    parts: [],
  } as const
  return judge(enquiry, sent, register, DEFAULT_POLICY, at).findings
}

/** What that comes to, and how sure it is. */
export function verdictOn(sent: Sent, register: RegisterIndex): Got {
  const findings = findingsOn(sent, register)
  return { got: worstKind(findings), bits: Math.max(0, ...findings.map((finding) => finding.bits)) }
}

function worstKind(findings: readonly Finding[]): Got['got'] {
  const kinds = findings.map((finding) => finding.kind)
  if (kinds.includes('embargoed-file') || kinds.includes('embargoed-figures')) return 'FLAG'
  if (kinds.includes('possible-figures')) return 'POSSIBLE'
  return kinds.includes('unreadable') ? 'UNREADABLE' : 'CLEAN'
}

/** The most that a part comes to by chance or truth, whatever the thresholds say. Unit: bits. */
export function strengthOn(sent: Sent, register: RegisterIndex): number {
  const strengths = register.editions.flatMap((edition) =>
    sent.map(({ features }) => strengthOf(features, edition, AT).bits),
  )
  return Math.max(0, ...strengths)
}

/** Whether what was expected (the words of the data's EXPECTED.tsv) came out. */
export function isRight(expected: string, got: Got['got']): boolean {
  switch (expected) {
    case 'FLAG':
      return got === 'FLAG'
    case 'NO-FLAG':
      return got === 'CLEAN' || got === 'UNREADABLE'
    case 'CANNOT-INSPECT':
      return got === 'UNREADABLE'
    case 'FLAG-IF-POSSIBLE':
      return got === 'FLAG' || got === 'POSSIBLE'
    default:
      return true
  }
}
