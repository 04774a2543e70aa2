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
}

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));?/g

/** Text with its entities put as the characters they stand for. */
export function decodedEntities(text: string): string {
  if (text.indexOf('&') === -1) return text
  return text.replace(ENTITY, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number(decimal)
    return point > 0 && point < 0x110000 ? String.fromCodePoint(point) : whole
  })
}
