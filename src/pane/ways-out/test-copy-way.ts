import { base64Of } from '../../fingerprint/encoding.ts'
import type { Attachment, Message } from '../../message/message.ts'
import { attachFile, type Change, removeAttachment } from '../../outlook/change-draft.ts'
import { checkMessage } from '../../outlook/check-draft.ts'
import type { Surroundings } from '../../outlook/surroundings.ts'
import { unhurried } from '../../outlook/unhurried.ts'
import type { NotPossible } from '../../test-copy/not-possible.ts'
import { type TestCopy, testCopyOf } from '../../test-copy/test-copy.ts'

/** What is being done while a file is replaced. */
export type Step = 'making' | 'checking' | 'attaching' | 'removing'

/** What became of replacing a file by a blank test copy. */
export type Replaced =
  | { readonly kind: 'replaced'; readonly copy: string }
  | { readonly kind: 'not-possible'; readonly because: NotPossible }
  /** Outlook never handed the file over, so there is nothing to copy. */
  | { readonly kind: 'withheld' }
  /** The service still finds something in the copy. Nothing was changed. */
  | { readonly kind: 'not-clean' }
  /** The copy could not be checked. Nothing was changed. */
  | { readonly kind: 'not-checked' }
  | { readonly kind: 'not-attached'; readonly change: Exclude<Change, { kind: 'done' }> }
  /** The copy is attached, and the original too. */
  | {
      readonly kind: 'beside-original'
      readonly copy: string
      readonly change: Exclude<Change, { kind: 'done' }>
    }

type Copy = Extract<TestCopy, { kind: 'copy' }>

/** The message as it would be with nothing in it but the copy: to the same people, at the same time. */
const withOnly = (message: Message, { name, bytes }: Copy): Message => ({
  ...message,
  body: { kind: 'plain', text: '' },
  attachments: [{ kind: 'file', id: '', name, bytes }],
})

/** Whether the service finds nothing at all in the copy; `null` where it could not be asked. */
async function isClean(around: Surroundings, message: Message, copy: Copy): Promise<boolean | null> {
  const judgement = await checkMessage(around, withOnly(message, copy), 'compose')
  return judgement.kind === 'judged' ? judgement.answer.findings.length === 0 : null
}

/**
 * Replaces an attachment by a blank test copy of it. The copy is attached only
 * after the service has found nothing in it, and the original goes last: whatever
 * fails on the way, no file is lost.
 */
export async function replaceByTestCopy(
  around: Surroundings,
  message: Message,
  file: Attachment,
  tell: (step: Step) => void,
): Promise<Replaced> {
  if (file.kind === 'withheld' || !around.item) return { kind: 'withheld' }
  tell('making')
  const copy = await unhurried(testCopyOf(file.name, file.bytes))
  if (copy.kind === 'not-possible') return copy
  tell('checking')
  const clean = await isClean(around, message, copy)
  if (clean === null) return { kind: 'not-checked' }
  if (!clean) return { kind: 'not-clean' }
  tell('attaching')
  const attached = await attachFile(around.item, copy.name, base64Of(copy.bytes))
  if (attached.kind !== 'done') return { kind: 'not-attached', change: attached }
  tell('removing')
  const removed = await removeAttachment(around.item, file)
  if (removed.kind === 'done' || removed.kind === 'not-there') return { kind: 'replaced', copy: copy.name }
  return { kind: 'beside-original', copy: copy.name, change: removed }
}
