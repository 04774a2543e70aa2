/** What parts the mails of a mailbox file: `From ` at the beginning of a line. Source: RFC 4155. */
const FROM = [70, 114, 111, 109, 32] as const

const startsMail = (bytes: Uint8Array, at: number): boolean =>
  FROM.every((code, next) => bytes[at + next] === code)

/** The mails of a mailbox file, without the lines that part them; a file that is a single mail as it is. */
export function mailsIn(bytes: Uint8Array): readonly Uint8Array[] {
  if (!startsMail(bytes, 0)) return [bytes]
  const mails: Uint8Array[] = []
  let from = lineAfter(bytes, 0)
  for (let at = from; at < bytes.length; at = lineAfter(bytes, at)) {
    if (!startsMail(bytes, at) || !isAfterEmptyLine(bytes, at)) continue
    mails.push(bytes.subarray(from, at))
    from = lineAfter(bytes, at)
  }
  mails.push(bytes.subarray(from))
  return mails
}

function lineAfter(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(10, at)
  return end === -1 ? bytes.length : end + 1
}

const isAfterEmptyLine = (bytes: Uint8Array, at: number): boolean =>
  bytes[at - 2] === 10 || (bytes[at - 2] === 13 && bytes[at - 3] === 10)
