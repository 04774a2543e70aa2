import { windows1252Text } from '../text/text-encoding.ts'

/** The named entities that mails and tables use; others stay as they are. Source: HTML, §13.5. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  thinsp: '\u2009',
  ensp: ' ',
  emsp: ' ',
  minus: '−',
  ndash: '–',
  mdash: '—',
  pound: '£',
  euro: '€',
  middot: '·',
  bull: '•',
  dagger: '†',
  Dagger: '‡',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  le: '≤',
  ge: '≥',
  times: '×',
  percnt: '%',
  comma: ',',
  period: '.',
  hairsp: '\u200a',
  numsp: '\u2007',
  puncsp: '\u2008',
  NonBreakingSpace: '\u00a0',
  ZeroWidthSpace: '\u200b',
  zwnj: '\u200c',
  zwj: '\u200d',
  shy: '\u00ad',
  lpar: '(',
  rpar: ')',
  plus: '+',
  num: '#',
  Tab: '\t',
  NewLine: '\n',
}

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));?/g

/** Names that stand without a semicolon too, with more text right behind them. Source: HTML, §13.5. */
const WITHOUT_SEMICOLON = /^(amp|lt|gt|quot|nbsp|pound|middot|times|sup[123]|shy)(.*)$/

/** Text with its entities put as the characters they stand for. */
export function decodedEntities(text: string): string {
  if (text.indexOf('&') === -1) return text
  return text.replace(ENTITY, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return namedCharacter(whole, name)
    return (
      characterOf(decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number(decimal)) ?? whole
    )
  })
}

function namedCharacter(whole: string, name: string): string {
  const known = NAMED[name]
  if (known !== undefined) return known
  const [, legacy = '', rest = ''] = WITHOUT_SEMICOLON.exec(name) ?? []
  return legacy === '' ? whole : `${NAMED[legacy] ?? ''}${rest}${whole.endsWith(';') ? ';' : ''}`
}

/** Numbers 128 to 159 mean Windows-1252, as browsers take them. Source: HTML, §13.2.5.80. */
function characterOf(point: number): string | null {
  if (!(point > 0 && point < 0x110000)) return null
  if (point >= 128 && point < 160) return windows1252Text(Uint8Array.of(point))
  return String.fromCodePoint(point)
}
