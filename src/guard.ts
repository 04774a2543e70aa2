import type { Pause, Reading } from './content/content.ts'
import { cloudLinkIn, readHtml } from './content/document/html.ts'
import { PAUSE } from './content/inside.ts'
import { fullBudget } from './content/limits.ts'
import { read } from './content/read.ts'
import { readText } from './content/text/delimited.ts'
import { base64Of } from './fingerprint/encoding.ts'
import { FINGERPRINT_FORM } from './fingerprint/form.ts'
import { type InspectedPart, inspectFile, inspectText, withheldPart } from './fingerprint/inspect.ts'
import { type Evidence, evidenceOf } from './match/evidence.ts'
import { matchOf, publishedShareOf } from './match/match.ts'
import { PUBLISHED_SHARE } from './match/thresholds.ts'
import type { Message } from './message/message.ts'
import type { Answer, Enquiry, Finding, PartFeatures, RegisteredPart } from './register/contract.ts'
import { type CompiledEdition, type RegisterIndex, underEmbargo } from './register/register-index.ts'
import { decide, type Found } from './verdict/decide.ts'
import type { Policy } from './verdict/policy.ts'

/*
 * The journey: message → content → fingerprint → match → verdict.
 *
 * `inspect` runs where the message is, `judge` where the register is. Between
 * them goes an enquiry, which holds features and no figures.
 */

/** What the message's own text is called among its parts. */
export const BODY = 'message body'

/** Message to content to fingerprint: every attachment, every file inside one, and the body. */
export function* inspect(message: Message): Generator<Pause, readonly InspectedPart[]> {
  const parts: InspectedPart[] = []
  for (const attachment of message.attachments) {
    if (attachment.kind === 'withheld') parts.push(withheldPart(attachment.name, attachment.because))
    else parts.push(...(yield* inspectFile(attachment.name, attachment.bytes)))
  }
  parts.push(...(yield* inspectBody(message)))
  return parts
}

function* inspectBody({ body }: Message): Generator<Pause, readonly InspectedPart[]> {
  if (body.kind === 'withheld') return [withheldPart(BODY, body.because)]
  const parts = yield* inspectText(BODY, body.kind, body.text)
  const link = body.kind === 'plain' ? cloudLinkIn(body.text) : null
  return link === null ? parts : [...parts, withheldPart(`${BODY} › ${link}`, 'cloud-link')]
}

/** Readings of other parts that are passed over between two pauses. */
const READINGS_AT_ONCE = 50

/** The rows of one part, read once more for its evidence. */
function* readingsOf(message: Message, path: string): Generator<Reading, void> {
  let inside = false
  let passed = 0
  for (const reading of allReadings(message, path)) {
    if (reading.kind === 'part') {
      if (inside && reading.path !== path) return
      inside = reading.path === path
    } else if (inside || reading.kind === 'pause') yield reading
    else if (++passed % READINGS_AT_ONCE === 0) yield PAUSE
  }
}

function* allReadings({ body, attachments }: Message, path: string): Generator<Reading, void> {
  for (const attachment of attachments)
    if (attachment.kind === 'file' && path.startsWith(attachment.name))
      yield* read(attachment.name, attachment.bytes, fullBudget())
  if (path !== BODY || body.kind === 'withheld') return
  yield { kind: 'part', path: BODY, bytes: null }
  yield* body.kind === 'html'
    ? readHtml(BODY, body.text, fullBudget())
    : readText(BODY, body.text, fullBudget())
}

/** What a person can check of a finding, from their own message. It pauses now and then. */
export function* evidenceIn(
  message: Message,
  parts: readonly InspectedPart[],
  finding: Pick<Finding, 'part' | 'hits' | 'published'>,
  language: 'en' | 'cy' = 'en',
): Generator<Pause, readonly Evidence[]> {
  const part = parts.find((candidate) => candidate.path === finding.part)
  if (part === undefined || finding.hits.length === 0) return []
  return yield* evidenceOf(part.features, finding, readingsOf(message, finding.part), language)
}

/** Drives an inspection to its end without a pause, where every reader is there from the start. */
export function finished<T>(steps: Generator<unknown, T>): T {
  let next = steps.next()
  while (!next.done) next = steps.next()
  return next.value
}

/** What the service is told of a part beside its features. */
export const partOf = (part: InspectedPart): Omit<PartFeatures, 'features'> => ({
  part: part.path,
  size: part.size,
  sha256: part.sha256,
  unreadable: part.unreadable,
  figures: part.figures,
  form: FINGERPRINT_FORM,
})

/** What the service is told of a part. */
export const featuresOf = (part: InspectedPart): PartFeatures =>
  Object.assign({ features: base64Of(part.features.bytes) }, partOf(part))

/** What of a registered part is bytes, by the names it has in the contract. */
type BytesToRegister = Record<Exclude<keyof RegisteredPart, keyof ReturnType<typeof partOf>>, Uint8Array>

/**
 * The features of a part of a file that is registered, and what goes with them.
 *
 * @throws RangeError where it was not inspected to be registered
 */
export function bytesToRegister({ path, features }: InspectedPart): BytesToRegister {
  const { bytes, weights, rare } = features
  if (rare === null) throw new RangeError(`${path} was not inspected to be registered`)
  return { features: bytes, weights, rareFigures: rare.figures, madeOf: rare.madeOf }
}

/** What the service is told of a part of a file that is registered. */
export function registeredFeaturesOf(part: InspectedPart): RegisteredPart {
  const { features, weights, rareFigures, madeOf } = bytesToRegister(part)
  return Object.assign(
    {
      features: base64Of(features),
      weights: base64Of(weights),
      rareFigures: base64Of(rareFigures),
      madeOf: base64Of(madeOf),
    },
    partOf(part),
  )
}

/** A part as the register knows parts: its features and its hash keyed as the register's own. */
export type KeyedPart = {
  readonly part: PartFeatures
  readonly hash: string | null
  readonly features: Uint8Array
}

/**
 * Fingerprint to match to verdict.
 *
 * @param parts the enquiry's parts, keyed
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function judge(
  enquiry: Enquiry,
  parts: readonly KeyedPart[],
  register: RegisterIndex,
  policy: Policy,
  at: number,
): Pick<Answer, 'verdict' | 'findings'> {
  const editions = underEmbargo(register, at)
  const found = parts.map((keyed) => foundIn(keyed, editions, at))
  return decide(enquiry, found, editions.length > 0, policy, at)
}

/** What says more is asked first: figures of a file that is known whole, or the name of one whose figures are found, add nothing. */
function foundIn(
  { part, hash, features }: KeyedPart,
  editions: readonly CompiledEdition[],
  at: number,
): Found {
  const sameFile = editions.filter((edition) => hash !== null && edition.hashes.has(hash))
  const others = editions.filter((edition) => sameFile.indexOf(edition) < 0)
  const matches = others
    .map((edition) => matchOf(features, edition, editions.filter(isOfAnotherSeries(edition)), at))
    .filter(isThere)
  const sameName = others
    .filter((edition) => edition.names.has(part.part.toLowerCase()))
    .filter((edition) => !matches.some((match) => match.edition === edition))
    .filter((edition) => publishedShareOf(features, edition, at) < PUBLISHED_SHARE)
  return { part, sameFile, matches, sameName }
}

const isOfAnotherSeries = (one: CompiledEdition) => (other: CompiledEdition) =>
  other.release.series !== one.release.series

const isThere = <T>(value: T | null): value is T => value !== null
