import type { Attachment, Message } from '../message/message.ts'
import { UNLISTED } from '../outlook/read-attachments.ts'
import type { Answer, Finding } from '../register/contract.ts'

/** How long after its release a message leaves that is sent at release. Unit: milliseconds. */
export const AFTER_RELEASE_MS = 60_000

const belongsTo = (part: string, { name }: Attachment): boolean =>
  part === name || part.startsWith(`${name} › `)

const telling = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ verdict }) => verdict !== 'allow')

/** The attachments that something stands against, in the order of the message. */
export function filesInQuestion(
  { findings }: Pick<Answer, 'findings'>,
  { attachments }: Pick<Message, 'attachments'>,
): readonly Attachment[] {
  return attachments
    .filter(({ name }) => name !== UNLISTED)
    .filter((attachment) => telling(findings).some(({ part }) => belongsTo(part, attachment)))
}

/**
 * When everything in the message is public, milliseconds since
 * 1970-01-01T00:00:00Z: the last of its releases. `null` where one of them has no
 * confirmed time, or nothing in it awaits a release.
 */
export function lastRelease({ findings, at }: Pick<Answer, 'findings' | 'at'>): number | null {
  const releases = findings.flatMap(({ release }) => (release ? [release] : []))
  if (releases.length === 0 || releases.some(({ state }) => state !== 'confirmed')) return null
  const last = Math.max(...releases.map((release) => release.at))
  return last > at ? last : null
}
