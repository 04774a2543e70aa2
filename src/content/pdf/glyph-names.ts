/** Names of ASCII's signs from `!` to `~`, letters left out. Source: Adobe Glyph List 2.0. */
const SIGNS =
  'space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at ' +
  'bracketleft backslash bracketright asciicircum underscore grave braceleft bar braceright asciitilde'
const SIGN_CHARACTERS = ' !"#$%&\'()*+,-./0123456789:;<=>?@[\\]^_`{|}~'

/** Names of other characters that tables and their footnotes use. Source: as above. */
const OTHERS =
  'quoteright’ quoteleft‘ quotedblleft“ quotedblright” quotesinglbase‚ quotedblbase„ endash– emdash— minus− ' +
  'bullet• ellipsis… dagger† daggerdbl‡ perthousand‰ Euro€ sterling£ yen¥ cent¢ currency¤ florinƒ section§ paragraph¶ ' +
  'degree° plusminus± multiply× divide÷ mu\u00b5 registered® copyright© trademark™ periodcentered· middot· fraction⁄ ' +
  'onesuperior¹ twosuperior² threesuperior³ ordfeminineª ordmasculineº onehalf½ onequarter¼ threequarters¾ ' +
  'guillemotleft« guillemotright» guilsinglleft‹ guilsinglright› exclamdown¡ questiondown¿ brokenbar¦ logicalnot¬ ' +
  'macron¯ dieresis¨ acute´ cedilla¸ circumflexˆ tilde˜ nbspace\u00a0 nonbreakingspace\u00a0 ' +
  'lessequal≤ greaterequal≥ notequal≠ approxequal≈ infinity∞ AEÆ aeæ OEŒ oeœ Oslash\u00d8 oslashø Lslash\u0141 lslash\u0142 ' +
  'germandblsß Eth\u00d0 eth\u00f0 Thorn\u00de thorn\u00fe dotlessi\u0131 ff\ufb00 fi\ufb01 fl\ufb02 ffi\ufb03 ffl\ufb04 ' +
  'nbhyphen‑ sfthyphen\u00ad figuredash‒ thinspace\u2009 periodinferior. commainferior,'

const ACCENTS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circumflex: '\u0302',
  tilde: '\u0303',
  macron: '\u0304',
  breve: '\u0306',
  dotaccent: '\u0307',
  dieresis: '\u0308',
  ring: '\u030a',
  hungarumlaut: '\u030b',
  caron: '\u030c',
  cedilla: '\u0327',
  ogonek: '\u0328',
}
const ACCENTED =
  /^([A-Za-z])(grave|acute|circumflex|tilde|macron|breve|dotaccent|dieresis|ring|hungarumlaut|caron|cedilla|ogonek)$/

const NAMED = new Map<string, string>()
SIGNS.split(' ').forEach((name, at) => {
  NAMED.set(name, SIGN_CHARACTERS[at] ?? '')
})
for (const entry of OTHERS.split(' ')) NAMED.set(entry.slice(0, -1), entry.slice(-1))

const DIGITS = 'zero one two three four five six seven eight nine'.split(' ')
const SUPERIOR = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * The character that a glyph's name stands for, or `undefined`. A name may have
 * a variant behind a point (`one.tnum`) and be put together (`f_i`). Source:
 * Adobe Glyph List Specification, §2.
 */
export function characterNamed(name: string): string | undefined {
  const [bare = ''] = name.split('.')
  if (bare === '') return undefined
  if (bare.length === 1) return bare
  const known = NAMED.get(bare)
  if (known !== undefined) return known
  if (bare.indexOf('_') !== -1) {
    const parts = bare.split('_').map(characterNamed)
    return parts.every((part) => part !== undefined) ? parts.join('') : undefined
  }
  return numbered(bare) ?? digitNamed(bare) ?? accented(bare)
}

/** `uni0031`, `u1D7D9`. */
function numbered(name: string): string | undefined {
  const code = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))/.exec(name)
  const point = Number.parseInt(code?.[1] ?? code?.[2] ?? '', 16)
  return point > 0 && point < 0x110000 ? String.fromCodePoint(point) : undefined
}

/** `threeoldstyle`, `onesuperior`, `sevenfitted`. */
function digitNamed(name: string): string | undefined {
  const found =
    /^(zero|one|two|three|four|five|six|seven|eight|nine)(oldstyle|fitted|superior|inferior|lining|tab)/.exec(
      name,
    )
  const digit = DIGITS.indexOf(found?.[1] ?? '')
  if (digit === -1) return undefined
  return found?.[2] === 'superior' ? SUPERIOR[digit] : String(digit)
}

function accented(name: string): string | undefined {
  const found = ACCENTED.exec(name)
  return found === null ? undefined : ((found[1] ?? '') + (ACCENTS[found[2] ?? ''] ?? '')).normalize('NFC')
}
