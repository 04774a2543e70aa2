import { basename } from 'node:path'
import { textOf } from '../content/text/text-encoding.ts'
import { evidenceIn, featuresOf, finished, inspect } from '../guard.ts'
import type { Body, Message } from '../message/message.ts'
import type { Answer, Enquiry, Finding, VerdictKind } from '../register/contract.ts'
import { instantFrom } from '../release/london-time.ts'
import { worstOf } from '../verdict/policy.ts'
import { EXIT, exitCodeOf, type Failure, wrongUsage } from './exit-code.ts'
import { bytesOf, faultWith } from './files.ts'
import { isGiven, manyOf, type OptionKind, type Options, oneOf } from './options.ts'
import { progressOn } from './progress.ts'
import { type Service, serviceFrom } from './service.ts'

export const CHECK_OPTIONS: Readonly<Record<string, OptionKind>> = {
  from: 'one',
  to: 'many',
  attach: 'many',
  body: 'one',
  each: 'many',
  'as-body': 'flag',
  'deliver-at': 'one',
  at: 'one',
  json: 'flag',
  service: 'one',
  data: 'one',
  help: 'flag',
}

declare const EMBARGO_GUARD_BUILD: string

/** A check as it is printed. This shape is kept: pipelines read it. */
type Checked = {
  readonly file: string | null
  readonly verdict: VerdictKind
  readonly findings: readonly CheckedFinding[]
}

type CheckedFinding = Pick<Finding, 'kind' | 'part' | 'because' | 'recipients'> & {
  /** `at` in ISO 8601, UTC. */
  readonly release: { readonly id: string; readonly title: string; readonly at: string } | null
  readonly evidence: readonly { readonly where: string; readonly figures: number; readonly text: string }[]
}

/** What is asked of every message: who sends to whom, when. */
type Asked = Pick<Message, 'from' | 'recipients' | 'deliverAt'> & { readonly at: number | null }

/** One message to check, and the file that names it in the output. */
type Draft = {
  readonly file: string | null
  readonly attach: readonly string[]
  readonly body: string | null
}

export async function check(options: Options): Promise<number | Failure> {
  const asked = askedFrom(options)
  if ('kind' in asked) return asked
  const drafts = draftsFrom(options)
  if ('kind' in drafts) return drafts
  const service = await serviceFrom(options)
  if (service.kind === 'failure') return service
  try {
    if (asked.at !== null && !service.takesAt)
      return wrongUsage(
        '--at is taken only with --data or by a try-out: a real service judges by its own clock.',
      )
    return await checkAll(service, asked, drafts, options)
  } finally {
    await service.stop()
  }
}

function askedFrom(options: Options): Asked | Failure {
  const times = ['deliver-at', 'at'].map((name) => {
    const typed = oneOf(options, name)
    return typed === null ? null : instantFrom(typed)
  })
  for (const time of times) if (time !== null && time.kind !== 'instant') return wrongUsage(time.because.en)
  const [deliverAt = null, at = null] = times.map((time) => (time?.kind === 'instant' ? time.at : null))
  const recipients = manyOf(options, 'to').map((address) => ({
    address,
    name: '',
    kind: 'unknown' as const,
  }))
  return { from: oneOf(options, 'from') ?? '', recipients, deliverAt, at }
}

function draftsFrom(options: Options): readonly Draft[] | Failure {
  const [each, attach] = [manyOf(options, 'each'), manyOf(options, 'attach')]
  const body = oneOf(options, 'body')
  if (each.length > 0 && (attach.length > 0 || body !== null))
    return wrongUsage('--each makes a message of every file: leave out --attach and --body.')
  if (each.length === 0 && attach.length === 0 && body === null)
    return wrongUsage('There is nothing to check. Name files with --attach, --body or --each.')
  const fault = faultWith([...each, ...attach, ...(body === null ? [] : [body])])
  if (fault !== null) return fault
  if (each.length === 0) return [{ file: attach[0] ?? body, attach, body }]
  const asBody = isGiven(options, 'as-body')
  return each.map((file) =>
    asBody && /\.(txt|html?)$/i.test(file)
      ? { file, attach: [], body: file }
      : { file, attach: [file], body: null },
  )
}

async function checkAll(
  service: Service,
  asked: Asked,
  drafts: readonly Draft[],
  options: Options,
): Promise<number | Failure> {
  const progress = progressOn(process.stderr)
  const verdicts: VerdictKind[] = []
  let unfinished = false
  for (const [index, draft] of drafts.entries()) {
    progress.show(index, drafts.length, draft.file ?? '')
    const message = messageFrom(draft, asked)
    if ('kind' in message) return message
    const checked = await checkOne(service, message, draft.file, asked.at)
    progress.clear()
    if ('kind' in checked) return checked
    process.stdout.write(
      isGiven(options, 'json') || isGiven(options, 'each') ? jsonOf(checked) : linesOf(checked),
    )
    verdicts.push(checked.verdict)
    unfinished = unfinished || checked.findings.some((finding) => finding.kind === 'could-not-check')
  }
  return unfinished ? EXIT.couldNotCheck : exitCodeOf(worstOf(verdicts))
}

function messageFrom({ attach, body }: Draft, { from, recipients, deliverAt }: Asked): Message | Failure {
  const attachments: Message['attachments'][number][] = []
  for (const path of attach) {
    const read = bytesOf(path)
    if (read.kind === 'failure') return read
    attachments.push({ kind: 'file', id: path, name: basename(path), bytes: read.bytes })
  }
  const typed = body === null ? { kind: 'plain' as const, text: '' } : bodyFrom(body)
  return typed.kind === 'failure' ? typed : { from, recipients, deliverAt, attachments, body: typed }
}

function bodyFrom(path: string): Body | Failure {
  const read = bytesOf(path)
  if (read.kind === 'failure') return read
  return { kind: /\.html?$/i.test(path) ? 'html' : 'plain', text: textOf(read.bytes) }
}

async function checkOne(
  service: Service,
  message: Message,
  file: string | null,
  at: number | null,
): Promise<Checked | Failure> {
  const parts = finished(inspect(message))
  const { from, recipients, deliverAt } = message
  const enquiry: Enquiry = {
    build: EMBARGO_GUARD_BUILD,
    moment: 'send',
    from,
    recipients,
    deliverAt,
    parts: parts.map(featuresOf),
    ...(at === null ? {} : { at }),
  }
  const answer = await service.ask<Answer>('POST', '/api/checks', enquiry)
  if (answer.kind === 'failure') return answer.code === 64 ? answer : unchecked(file, answer.sentence)
  const findings = answer.value.findings.map((finding) => ({
    kind: finding.kind,
    part: finding.part,
    release: finding.release && {
      id: finding.release.id,
      title: finding.release.title,
      at: new Date(finding.release.at).toISOString(),
    },
    evidence: finished(evidenceIn(message, parts, finding)),
    because: finding.because,
    recipients: finding.recipients,
  }))
  return { file, verdict: answer.value.verdict, findings }
}

/** Nothing unknown becomes "allow": a check that could not be made holds the message. */
const unchecked = (file: string | null, because: string): Checked => ({
  file,
  verdict: 'block',
  findings: [
    {
      kind: 'could-not-check',
      part: file ?? 'message',
      release: null,
      evidence: [],
      because,
      recipients: [],
    },
  ],
})

const jsonOf = (checked: Checked): string => `${JSON.stringify(checked)}\n`

function linesOf({ file, verdict, findings }: Checked): string {
  const lines = findings.flatMap((finding) => [
    `  ${finding.because}`,
    ...finding.evidence.map(
      ({ where, figures, text }) => `    ${where}: ${figures} unpublished figures: ${text}`,
    ),
  ])
  return `${[`${verdict}  ${file ?? 'message'}`, ...lines].join('\n')}\n`
}
