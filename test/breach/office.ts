import { utils, write } from '@e965/xlsx'
import { inspectFile } from '../../src/fingerprint/inspect.ts'
import { featuresOf, finished, inspect, judge } from '../../src/guard.ts'
import type { Attachment, Message, Recipient } from '../../src/message/message.ts'
import type { Answer } from '../../src/register/contract.ts'
import { recordsOf } from '../../src/register/records.ts'
import { compileRegister, type EditionFile } from '../../src/register/register-index.ts'
import { instantFrom } from '../../src/release/london-time.ts'
import type { Access, Release } from '../../src/release/release.ts'
import { DEFAULT_POLICY } from '../../src/verdict/policy.ts'

/*
 * A statistical office as every published incident needs one: a release, its
 * files, people, and a message on its way out. All figures are invented.
 */

/** Who made the statistics in each incident. */
export const STATISTICIAN = 'statistician@office.example'

/** A row of a table, as a spreadsheet has it. */
export type Row = readonly (string | number)[]

/** The bytes of an .xlsx with these sheets, written by SheetJS. */
export function workbookOf(sheets: Readonly<Record<string, readonly Row[]>>): Uint8Array {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name)
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }))
}

/** Numbers that look random and are the same everywhere. Source: mulberry32, Tommy Ettinger, public domain. */
export function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * A table with a row for each label and a column for each period, and the table
 * published before it, which lacks the last period.
 */
export function tableOf(
  labels: readonly string[],
  periods: readonly string[],
  typical: number,
  decimals: number,
  seed: number,
): { readonly now: readonly Row[]; readonly before: readonly Row[] } {
  const next = sequence(seed)
  const rows = labels.map((label) => {
    const size = typical * (0.4 + 1.2 * next())
    return [label, ...periods.map(() => Number((size * (0.9 + 0.2 * next())).toFixed(decimals)))]
  })
  const now = [['', ...periods], ...rows]
  return { now, before: now.map((row) => row.slice(0, -1)) }
}

/** An instant by London's clock: `2021-10-21 23:01`. */
export function london(time: string): number {
  const typed = instantFrom(time)
  if (typed.kind !== 'instant') throw new RangeError(`time: ${typed.because}`)
  return typed.at
}

/** Pre-release access in the 24 hours before a release, as the Order of 2008 allows. */
export const accessFor = (address: string, release: string, post = 'Minister'): Access => ({
  address,
  post,
  opensAt: london(release) - 24 * 3_600_000,
  expiresAt: null,
})

/** A confirmed release made by the statistician and her domain’s team. */
export const releaseOf = (
  title: string,
  time: string,
  access: readonly Access[] = [],
  state: Release['state'] = 'confirmed',
): Release => ({
  id: 'release',
  series: title,
  title,
  at: london(time),
  london: time,
  state,
  team: [STATISTICIAN, 'production@office.example'],
  access,
})

/** A file by its name. */
export type Files = Readonly<Record<string, Uint8Array>>

const editionFile = (name: string, bytes: Uint8Array, standing: EditionFile['standing']): EditionFile => {
  const parts = finished(inspectFile(name, bytes, 'register'))
  return {
    name,
    standing,
    hashes: parts.flatMap((part) => part.sha256 ?? []),
    records: recordsOf(parts.map((part) => part.features)),
  }
}

/** Judges messages against one release, with what is published before it. */
export type Office = (message: Message, at: number) => Pick<Answer, 'verdict' | 'findings'>

export function officeWith(release: Release, embargoed: Files, published: Files = {}): Office {
  const files = [
    ...Object.entries(embargoed).map(([name, bytes]) => editionFile(name, bytes, 'embargoed')),
    ...Object.entries(published).map(([name, bytes]) => editionFile(name, bytes, 'published')),
  ]
  const register = compileRegister([{ release, files }])
  return (message, at) => {
    const parts = finished(inspect(message)).map((part) => ({
      part: featuresOf(part),
      hash: part.sha256,
      features: part.features.bytes,
    }))
    const { from, recipients, deliverAt } = message
    const enquiry = { build: 'test', moment: 'send', from, recipients, deliverAt, parts: [] } as const
    return judge(enquiry, parts, register, DEFAULT_POLICY, at)
  }
}

const person = (address: string): Recipient => ({ address, name: '', kind: 'person' })

/** A distribution list or team inbox as Outlook resolves it. */
export const list = (address: string): Recipient => ({ address, name: '', kind: 'distribution-list' })

/** A message to people, with text and files. */
export const messageTo = (
  to: readonly (string | Recipient)[],
  { text = '', html = '', files = {}, from = STATISTICIAN, deliverAt = null }: Partial<Sent> = {},
): Message => ({
  from,
  recipients: to.map((each) => (typeof each === 'string' ? person(each) : each)),
  body: html === '' ? { kind: 'plain', text } : { kind: 'html', text: html },
  attachments: Object.entries(files).map(
    ([name, bytes], index): Attachment => ({
      kind: 'file',
      id: String(index),
      name,
      bytes,
    }),
  ),
  deliverAt,
})

type Sent = {
  readonly text: string
  readonly html: string
  readonly files: Files
  readonly from: string
  readonly deliverAt: number | null
}

/** Text as a file. */
export const textFile = (text: string): Uint8Array => new TextEncoder().encode(text)
