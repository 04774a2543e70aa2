import type { Draft, DraftRecipient, RecipientLine } from './draft.ts'

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/
const WITH_NAME = /^"?([^"<]*?)"?\s*<([^<>]+)>$/

/** The part of an address behind the @, in small letters. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

/**
 * Somebody as typed: `anna@example.org`, or `Anna Smith <anna@example.org>`.
 *
 * What is no address stays as typed and unresolved, as in Outlook.
 */
export function recipientFrom(typed: string, sender: string): DraftRecipient {
  const text = typed.trim()
  const named = WITH_NAME.exec(text)
  const address = (named?.[2] ?? text).trim()
  const name = named?.[1]?.trim() || address
  if (!ADDRESS.test(address)) return { address: text, name: text, kind: 'other', resolved: false }
  const kind = domainOf(address) === domainOf(sender) ? 'user' : 'external'
  return { address, name, kind, resolved: true }
}

/** Everybody in a typed or pasted list, parted by semicolons, commas or line ends. */
export function recipientsFrom(typed: string, sender: string): readonly DraftRecipient[] {
  return typed
    .split(/[;,\n\r\t]+/)
    .filter((each) => each.trim() !== '')
    .map((each) => recipientFrom(each, sender))
}

/** The line with some more people, each address once. */
export function withRecipients(
  line: readonly DraftRecipient[],
  more: readonly DraftRecipient[],
): readonly DraftRecipient[] {
  const known = new Set(line.map((each) => each.address.toLowerCase()))
  const fresh = more.filter((each) => {
    const address = each.address.toLowerCase()
    return !known.has(address) && known.add(address)
  })
  return [...line, ...fresh]
}

/** The draft with everybody who is typed added to one of its lines. */
export function addressed(draft: Draft, line: RecipientLine, typed: string): Draft {
  return { ...draft, [line]: withRecipients(draft[line], recipientsFrom(typed, draft.from.address)) }
}
