/** A tag, or a piece of a comment or declaration, which has no name. */
export type HtmlTag = {
  readonly from: number
  /** Behind its `>`. */
  readonly to: number
  /** In lower case. */
  readonly name: string
  readonly closing: boolean
  readonly attributes: string
}

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

const NAME = /[^\s/>]+/g

/**
 * The next tag, or `null`. A `<` that begins none is text. What a comment holds is
 * text and tags like any other: it leaves with the message, seen or not.
 */
export function nextTag(html: string, from: number, lastEnd: number): HtmlTag | null {
  for (let at = html.indexOf('<', from); at !== -1 && at < lastEnd; at = html.indexOf('<', at + 1)) {
    const code = html.charCodeAt(at + 1)
    const closing = code === 47
    if (closing ? isLetter(html.charCodeAt(at + 2)) : isLetter(code)) return tagAt(html, at, closing)
    if (code === 33 || code === 63) return declarationAt(html, at)
  }
  return null
}

function tagAt(html: string, at: number, closing: boolean): HtmlTag {
  NAME.lastIndex = at + (closing ? 2 : 1)
  const name = NAME.exec(html)?.[0] ?? ''
  const attributesFrom = at + (closing ? 2 : 1) + name.length
  const end = endOfTag(html, attributesFrom)
  return {
    from: at,
    to: end + 1,
    name: name.toLowerCase(),
    closing,
    attributes: html.slice(attributesFrom, end),
  }
}

/**
 * Where the `>` of a tag stands. One in a quoted value is none; a quote counts
 * only behind an equals sign, and only if it is closed. Source: HTML, §13.2.5.32 to 39.
 */
function endOfTag(html: string, from: number): number {
  let at = from
  let afterEquals = false
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (code === 62) return at
    if (afterEquals && (code === 34 || code === 39)) {
      const close = html.indexOf(code === 34 ? '"' : "'", at + 1)
      if (close === -1) break
      at = close
    }
    if (code === 61) afterEquals = true
    else if (!isSpace(code)) afterEquals = false
  }
  return html.indexOf('>', from)
}

/** Of a comment only its opening, with the condition that Outlook writes into it. */
function declarationAt(html: string, at: number): HtmlTag {
  const isPlainComment = html.startsWith('<!--', at) && html[at + 4] !== '['
  const to = isPlainComment ? at + 4 : html.indexOf('>', at) + 1
  return { from: at, to, name: '', closing: false, attributes: html.slice(at + 2, Math.min(to, at + 64)) }
}
