import type { Answer, Finding, VerdictKind } from '../register/contract.ts'

const VERDICTS: readonly unknown[] = ['allow', 'warn', 'block']

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isVerdict = (value: unknown): value is VerdictKind => VERDICTS.includes(value)

const isListOf = (value: unknown, type: string): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === type)

const isRelease = (value: unknown): boolean =>
  value === null ||
  (isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.title === 'string' &&
    typeof value.at === 'number' &&
    typeof value.london === 'string')

const isFinding = (value: unknown): value is Finding =>
  isObject(value) &&
  typeof value.kind === 'string' &&
  isVerdict(value.verdict) &&
  typeof value.part === 'string' &&
  typeof value.reason === 'string' &&
  typeof value.because === 'string' &&
  isRelease(value.release) &&
  isListOf(value.recipients, 'string') &&
  isListOf(value.hits, 'number') &&
  isListOf(value.published, 'number')

const isReceived = (value: unknown): boolean =>
  isObject(value) &&
  (value.sentIn === null || typeof value.sentIn === 'string') &&
  Array.isArray(value.published) &&
  value.published.every(
    (one) => isObject(one) && typeof one.part === 'string' && typeof one.series === 'string',
  )

const isAnswer = (value: unknown): value is Answer =>
  isObject(value) &&
  typeof value.check === 'string' &&
  isVerdict(value.verdict) &&
  typeof value.at === 'number' &&
  Array.isArray(value.findings) &&
  value.findings.every(isFinding) &&
  (value.received === undefined || isReceived(value.received))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * The service’s answer, or `null` where the text is no answer: a proxy’s sign-in
 * page comes with status 200 too, and must not be taken for leave to send.
 */
export function answerFrom(text: string): Answer | null {
  const value = parsed(text)
  return isAnswer(value) ? value : null
}

/** The sentence in a problem document (RFC 9457), or `null`. */
export function problemIn(text: string): string | null {
  const value = parsed(text)
  if (!isObject(value)) return null
  const sentence = value.detail ?? value.title
  return typeof sentence === 'string' ? sentence : null
}
