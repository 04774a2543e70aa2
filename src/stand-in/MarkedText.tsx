import type { ReactElement, ReactNode } from 'react'

/** Bold, italic and https links. Source: `errorMessageMarkdown` of Mailbox 1.15. */
const MARKS =
  /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|\[(?<label>[^\]]+)\]\((?<address>https:[^)\s]+)\)|\\(?<plain>.)/g

/** The Markdown that Smart Alerts know: bold, italic, links, and lists whose items end with a return. */
export function MarkedText({ text }: { text: string }): ReactElement {
  const lines = text.split(/\r|\n/).filter((line) => line.trim() !== '')
  return (
    <>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text have no other name
        <div key={index}>{marked(line.replace(/^\s*[-*]\s+/, '• '))}</div>
      ))}
    </>
  )
}

function marked(line: string): readonly ReactNode[] {
  const found = [...line.matchAll(MARKS)]
  const pieces = found.flatMap((match, index) => {
    const before = found[index - 1]
    const from = before ? before.index + before[0].length : 0
    return [line.slice(from, match.index), markedPiece(match)]
  })
  const last = found.at(-1)
  return [...pieces, line.slice(last ? last.index + last[0].length : 0)]
}

function markedPiece(match: RegExpExecArray): ReactNode {
  const { bold, italic, label, address, plain } = match.groups ?? {}
  if (bold) return <strong key={match.index}>{bold}</strong>
  if (italic) return <em key={match.index}>{italic}</em>
  if (!label) return plain ?? ''
  return (
    <a key={match.index} href={address} target="_blank" rel="noreferrer">
      {label}
    </a>
  )
}
