import type { Page } from '../document/page.ts'
import { raised } from '../document/raised.ts'
import { revisionsInto } from '../document/revisions.ts'
import { windows1252Text } from '../text/text-encoding.ts'
import { type RtfTables, rtfTables } from './tables.ts'
import type { RtfToken } from './tokens.ts'

/** Groups that hold no text of the author's. Pictures are passed over. */
const SKIPPED =
  /^(?:fonttbl|colortbl|stylesheet|info|listtable|listoverridetable|rsidtbl|generator|pict|themedata|colorschememapping|datastore|latentstyles|xmlnstbl|fldinst|bkmkstart|bkmkend|listtext|pntext|nonesttables|filetbl|revtbl|pgptbl|atnid|atnauthor|atrfstart|atrfend|atndate|atnref|sp|objclass|objname|objtime|objalias|objsect|ud|template|xe|tc|keycode|ftnsep|ftnsepc|aftnsep|aftnsepc|private|userprops|wgrffmtfilter|docvar)$/

/** Groups that readers may not know of and that hold text all the same. */
const STARRED_TEXT = /^(?:shpinst|nesttableprops|annotation|objdata|shptxt|do|upr|moveFrom|mvf|mvt|footnote)$/

/** Groups whose text stands beside the text around them. */
const BOX = /^(?:footnote|annotation|header[lrf]?|footer[lrf]?|shptxt|dptxbxtext)$/

/** Signs that have a control word. */
const SIGNS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
  tab: '\t',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
}

const ENDS_LINE = /^(?:par|line|sect|page|column|softline|lbr|\n|\r)$/

type Group = {
  to: 'text' | 'object' | 'nowhere'
  /** Characters behind `\u` for readers that do not know it. */
  fallback: number
  raised: boolean
  deleted: boolean
  inserted: boolean
  box: boolean
  starred: boolean
}

const outermost = (): Group => ({
  to: 'text',
  fallback: 1,
  raised: false,
  deleted: false,
  inserted: false,
  box: false,
  starred: false,
})

/**
 * Puts the text of RTF on the page, token by token. Hidden text counts like any
 * other, deleted text stands beside the rest.
 *
 * @param embed is given the bytes of an embedded object, still in hexadecimal
 */
export function rtfInto(
  bytes: Uint8Array,
  page: Page,
  embed: (hexadecimal: readonly Uint8Array[]) => void,
): (token: RtfToken) => void {
  const groups: Group[] = [outermost()]
  const tables: RtfTables[] = [rtfTables(page)]
  const revisions = revisionsInto(page)
  let skip = 0
  let hexadecimal: Uint8Array[] = []

  const top = (): Group => groups[groups.length - 1] ?? outermost()
  const text = (more: string) => {
    const { raised: isRaised, deleted, inserted } = top()
    tables[tables.length - 1]?.place()
    revisions.text(isRaised ? raised(more) : more, deleted ? 'deleted' : inserted ? 'inserted' : 'kept')
  }
  const close = () => {
    skip = 0
    const group = groups.length > 1 ? groups.pop() : undefined
    if (group?.box) {
      revisions.endParagraph()
      tables.pop()
      page.closeBox()
    }
    if (group?.to !== 'object' || top().to === 'object') return
    embed(hexadecimal)
    hexadecimal = []
  }
  const word = (name: string, value: number | null) => {
    const group = top()
    if (skip > 0) {
      skip--
      return
    }
    if (name === '*') {
      group.starred = true
      return
    }
    if (SKIPPED.test(name) || (group.starred && !STARRED_TEXT.test(name))) group.to = 'nowhere'
    group.starred = false
    if (group.to === 'text') textWord(group, name, value)
  }
  const textWord = (group: Group, name: string, value: number | null) => {
    const sign = SIGNS[name]
    if (sign !== undefined) return text(sign)
    if (name === 'objdata') group.to = 'object'
    else if (name === 'uc') group.fallback = Math.max(0, value ?? 1)
    else if (name === 'u') {
      text(String.fromCharCode((value ?? 63) & 0xffff))
      skip = group.fallback
    } else if (ENDS_LINE.test(name)) {
      tables[tables.length - 1]?.place()
      if (name === 'par') revisions.endParagraph()
      page.endLine()
    } else if (BOX.test(name) && !group.box) {
      group.box = true
      page.openBox()
      tables.push(rtfTables(page))
    } else if (!setsCharacters(group, name, value)) {
      if (/cell$|row$/.test(name)) revisions.endParagraph()
      tables[tables.length - 1]?.word(name, value)
    }
  }
  return (token) => {
    switch (token.kind) {
      case 'open':
        skip = 0
        groups.push(Object.assign({}, top(), { box: false, starred: false }))
        return
      case 'close':
        return close()
      case 'word':
        return word(token.word, token.value)
      case 'byte':
        if (skip > 0) skip--
        else if (top().to === 'text') text(windows1252Text(Uint8Array.of(token.byte)))
        return
      case 'text': {
        const from = Math.min(token.from + skip, token.to)
        skip -= from - token.from
        if (top().to === 'object') hexadecimal.push(bytes.subarray(from, token.to))
        else if (top().to === 'text' && from < token.to) text(windows1252Text(bytes.subarray(from, token.to)))
      }
    }
  }
}

/** Words that say how characters look, as far as it matters. */
function setsCharacters(group: Group, name: string, value: number | null): boolean {
  switch (name) {
    case 'super':
    case 'up':
      group.raised = value !== 0
      return true
    case 'nosupersub':
    case 'sub':
      group.raised = false
      return true
    case 'deleted':
      group.deleted = value !== 0
      return true
    case 'revised':
      group.inserted = value !== 0
      return true
    case 'plain':
      group.raised = false
      group.deleted = false
      group.inserted = false
      return true
    default:
      return false
  }
}
