import { windows1252Text } from '../text/text-encoding.ts'

/** Whether RTF is HTML in disguise: what Outlook keeps of HTML mail. Source: [MS-OXRTFEX] 2.1.1. */
export const holdsHtml = (rtf: string): boolean => /\\fromhtml\d/.test(rtf.slice(0, 1024))

/** What is in force inside a pair of braces. */
type Group = {
  /** In a destination that is no text: fonts, colours, pictures. */
  readonly unseen: boolean
  /** In a group that holds HTML as it was. */
  readonly html: boolean
  /** In text that exists only for readers of RTF. */
  rtfOnly: boolean
}

const OPEN = '{'
const TOKEN = /([{}])|\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z'])|\r?\n|[^\\{}\r\n]+/gi

/** Destinations without text. Source: [MS-OXRTFEX] 2.1.3.1, RTF 1.9.1. */
const UNSEEN =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header|footer|listtable|listoverridetable|generator|mhtmltag)$/

const CHARACTERS: Readonly<Record<string, string>> = {
  par: '\r\n',
  line: '\r\n',
  tab: '\t',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
}

/** The HTML that was put into RTF. */
export function htmlOfRtf(rtf: string): string {
  const html: string[] = []
  const above: Group[] = []
  let group: Group = { unseen: false, html: false, rtfOnly: false }
  let starred = false
  let passing = 0
  let fallback = 1
  const put = (text: string) => {
    if (passing > 0) {
      passing--
      return
    }
    if (!group.unseen && (group.html || !group.rtfOnly)) html.push(text)
  }
  const word = (name: string, value: string | undefined) => {
    if (name === 'htmltag') group = { unseen: false, html: true, rtfOnly: false }
    else if (starred || UNSEEN.test(name)) group = { unseen: true, html: false, rtfOnly: group.rtfOnly }
    else if (name === 'htmlrtf') group.rtfOnly = value !== '0'
    else if (name === 'uc') fallback = Number(value ?? 1)
    else if (name === 'u') {
      put(String.fromCharCode(Number(value ?? 0) & 0xffff))
      passing = fallback
    } else if (CHARACTERS[name] !== undefined) put(CHARACTERS[name] ?? '')
    starred = false
  }
  const tokens = new RegExp(TOKEN)
  for (let token = tokens.exec(rtf); token !== null; token = tokens.exec(rtf)) {
    const [whole, brace, name, value, code, symbol] = token
    if (brace !== undefined) {
      passing = 0
      starred = false
      if (brace === OPEN) {
        above.push(group)
        group = { unseen: group.unseen, html: group.html, rtfOnly: group.rtfOnly }
      } else group = above.pop() ?? group
    } else if (name !== undefined) word(name, value)
    else if (code !== undefined) put(windows1252Text(Uint8Array.of(Number.parseInt(code, 16))))
    else if (symbol === '*') starred = true
    else if (symbol === '~') put('\u00a0')
    else if (symbol !== undefined && '{}\\'.indexOf(symbol) !== -1) put(symbol)
    else if (symbol === undefined && whole[0] !== '\r' && whole[0] !== '\n') {
      const kept = whole.slice(passing)
      passing = Math.max(0, passing - whole.length)
      if (kept !== '') put(kept)
    }
  }
  return html.join('')
}
