import ICAL from 'ical.js'

/** A line of a calendar file after unfolding. Source: RFC 5545 §3.1. */
export type ContentLine = {
  /** The line of the file where it begins, 1 for the first. */
  readonly line: number
  readonly text: string
}

/** A property as RFC 5545 reads it. */
export type Property = {
  readonly line: number
  /** In small letters: `dtstart`. */
  readonly name: string
  /** The parameter of that name in small letters, or empty. */
  readonly parameter: (name: string) => string
  /** Unescaped; the first where there are several. */
  readonly value: string
  /** What stands after the colon, as it stands there. */
  readonly raw: string
}

/** A part of a calendar file between BEGIN and END, without the parts inside it. */
export type Component = {
  /** In small letters: `vevent`. */
  readonly name: string
  readonly line: number
  readonly lines: readonly ContentLine[]
  /** Of a time zone: the file as it stands between BEGIN and END, both included, parts inside too. */
  readonly whole: readonly ContentLine[]
  /** `false` where the file ends, or another part ends, before its END. */
  readonly closed: boolean
}

/** The lines of a file, joined where they were folded, with any kind of line end. */
export function contentLines(text: string): readonly ContentLine[] {
  const lines: ContentLine[] = []
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((part, index) => {
      const last = lines[lines.length - 1]
      if (last !== undefined && /^[ \t]/.test(part))
        lines[lines.length - 1] = { ...last, text: last.text + part.slice(1) }
      else if (part.trim() !== '') lines.push({ line: index + 1, text: part })
    })
  return lines
}

/** Parts within parts. A calendar has 3; a file made to exhaust the memory has 100,000. */
const MAX_DEPTH = 16

type Open = { readonly name: string; readonly line: number; lines: ContentLine[]; whole: ContentLine[] }

/** The parts of a calendar file in the order in which they end. */
export function componentsOf(lines: readonly ContentLine[]): readonly Component[] {
  const ended: Component[] = []
  const open: Open[] = []
  const end = (closed: boolean) => {
    const part = open.pop()
    if (part !== undefined) ended.push({ ...part, closed })
  }
  for (const content of lines) {
    const [, mark = '', name = ''] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(content.text) ?? []
    const lower = name.toLowerCase()
    const begins = mark.toUpperCase() === 'BEGIN' && open.length < MAX_DEPTH
    // An event within an event: the first one was never ended.
    if (begins && lower === 'vevent') while (open.some((part) => part.name === 'vevent')) end(false)
    if (begins) open.push({ name: lower, line: content.line, lines: [], whole: [] })
    for (const part of open) if (part.name === 'vtimezone') part.whole.push(content)
    if (mark === '') open[open.length - 1]?.lines.push(content)
    if (mark.toUpperCase() === 'END' && open.some((part) => part.name === lower)) {
      while (open[open.length - 1]?.name !== lower) end(false)
      end(true)
    }
  }
  while (open.length > 0) end(false)
  return ended
}

/** The property that a line holds, or `null` where it holds none. */
export function propertyOf({ line, text }: ContentLine): Property | null {
  const parsed = jCalOf(text)
  if (!Array.isArray(parsed)) return null
  const [name, parameters, , value]: readonly unknown[] = parsed
  if (typeof name !== 'string') return null
  return {
    line,
    name,
    parameter: (asked) => parameterOf(parameters, asked),
    value: typeof value === 'string' ? value : '',
    raw: rawValueOf(text),
  }
}

function jCalOf(text: string): unknown {
  try {
    const parsed: unknown = ICAL.parse.property(text)
    return parsed
  } catch {
    return null
  }
}

function parameterOf(parameters: unknown, asked: string): string {
  if (typeof parameters !== 'object' || parameters === null) return ''
  const found = Object.keys(parameters).find((name) => name === asked)
  const value: unknown = found === undefined ? '' : Reflect.get(parameters, found)
  return typeof value === 'string' ? value : ''
}

/** After the first colon that is not in quotes. */
const rawValueOf = (text: string): string => /^(?:[^":]|"[^"]*")*:([\s\S]*)$/.exec(text)?.[1] ?? ''
