import { textOf, windows1252Text } from '../text/text-encoding.ts'
import { bytesOfBinary } from './bytes.ts'

/** What the 256 codes of a font stand for; '' where they stand for nothing. */
export type Encoding = readonly string[]

const CODES = Uint8Array.from({ length: 256 }, (_nothing, code) => code)

/** Source: ISO 32000-1, annex D.2. */
export const WINDOWS: Encoding = [...windows1252Text(CODES)].map((character, code) =>
  code < 32 ? '' : code === 0xa0 ? '\u00a0' : code === 0xad ? '-' : character,
)

const ascii = WINDOWS.slice(0, 128)

/** From 0x80 on; U+FFFD stands for nothing. Source: as above; Apple's ROMAN.TXT. */
const MACINTOSH_HIGH =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\ufffdÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'
export const MACINTOSH: Encoding = [...ascii, ...MACINTOSH_HIGH.replace(/\ufffd/g, '\0').split('')].map(
  (character) => (character === '\0' ? '' : character),
)

/** The codes above ASCII of Adobe's own encoding, by where a stretch of them begins. Source: as above. */
const ADOBE_HIGH: readonly (readonly [number, string])[] = [
  [0xa1, "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ"],
  [0xb1, '–†‡·'],
  [0xb6, '¶•‚„”»…‰'],
  [0xbf, '¿'],
  [0xc1, '`´ˆ˜¯˘˙¨'],
  [0xca, '˚¸'],
  [0xcd, '˝˛ˇ—'],
  [0xe1, 'Æ'],
  [0xe3, 'ª'],
  [0xe8, 'ŁØŒº'],
  [0xf1, 'æ'],
  [0xf5, 'ı'],
  [0xf8, 'łøœß'],
]

export const ADOBE: Encoding = adobe()

function adobe(): Encoding {
  const codes = [...ascii, ...Array.from({ length: 128 }, () => '')]
  codes[0x27] = '’'
  codes[0x60] = '‘'
  for (const [first, characters] of ADOBE_HIGH)
    for (let place = 0; place < characters.length; place++) codes[first + place] = characters[place] ?? ''
  return codes
}

/** From 0x80 to 0xA0; the rest of it is Latin-1. Source: as above, annex D.3. */
const DOCUMENT_HIGH = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€'

/** The text of a string outside of pages: UTF-16 or UTF-8 by its mark, else PDF's own encoding. */
export function documentText(bytes: string): string {
  if (/^(?:\u00fe\u00ff|\u00ff\u00fe|\u00ef\u00bb\u00bf)/.test(bytes)) return textOf(bytesOfBinary(bytes))
  return bytes.replace(/[\u0080-\u00a0]/g, (byte) => DOCUMENT_HIGH[byte.charCodeAt(0) - 0x80] ?? byte)
}
