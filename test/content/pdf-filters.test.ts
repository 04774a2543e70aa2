import { deflateRawSync, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullBudget } from '../../src/content/limits.ts'
import { type Decoded, decoded } from '../../src/content/pdf/filters.ts'
import { lexerOf } from '../../src/content/pdf/lexer.ts'
import { dictionaryOf } from '../../src/content/pdf/values.ts'
import { latin1 } from './reading.ts'

const undo = (bytes: Uint8Array, entries: string, room = 64 * 1024 * 1024): Decoded =>
  decoded(bytes, dictionaryOf(lexerOf(latin1(`<< ${entries} >>`)).next()), (value) => value ?? null, {
    ...fullBudget(),
    expandedBytes: room,
  })

const text = (decoding: Decoded): string => Buffer.from(decoding.bytes).toString('latin1')
const plain = (bytes: Uint8Array): number[] => Array.from(bytes)

/** Codes of nine bits and more, as `compress` and PDF write them: the newest string is one longer than the last. */
function lzwOf(bytes: Uint8Array, early: number): Uint8Array {
  let codes = new Map<string, number>()
  let bits = ''
  let width = 9
  const put = (code: number) => {
    bits += code.toString(2).padStart(width, '0')
  }
  const clear = () => {
    put(256)
    codes = new Map(Array.from({ length: 256 }, (_one, byte) => [String.fromCharCode(byte), byte]))
    width = 9
  }
  clear()
  let next = 258
  let held = ''
  for (const byte of bytes) {
    const longer = held + String.fromCharCode(byte)
    if (codes.has(longer)) {
      held = longer
      continue
    }
    put(codes.get(held) ?? 0)
    codes.set(longer, next++)
    held = String.fromCharCode(byte)
    if (next + early > 1 << width) width++
    if (next > 4093) {
      put(codes.get(held) ?? 0)
      held = ''
      clear()
      next = 258
    }
  }
  if (held !== '') {
    put(codes.get(held) ?? 0)
    if (next + 1 + early > 1 << width) width++
  }
  put(257)
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (eight) => Number.parseInt(eight.padEnd(8, '0'), 2))
}

describe('a stream of a PDF', () => {
  it('comes out of each filter as it went in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const hexadecimal = latin1(`${Buffer.from(bytes).toString('hex').replace(/(..)/g, '$1 ')}>`)
        expect(plain(undo(hexadecimal, '/Filter /ASCIIHexDecode').bytes)).toEqual(plain(bytes))
        for (const early of [0, 1])
          expect(
            plain(
              undo(lzwOf(bytes, early), `/Filter /LZWDecode /DecodeParms << /EarlyChange ${early} >>`).bytes,
            ),
          ).toEqual(plain(bytes))
        const deflated = new Uint8Array(deflateSync(bytes))
        expect(undo(deflated, '/Filter [/FlateDecode]')).toEqual({
          bytes: new Uint8Array(bytes),
          end: 'whole',
        })
      }),
    )
  })
  it('comes out of LZW after its table was full', () => {
    const bytes = Uint8Array.from({ length: 40_000 }, (_one, at) => (Math.imul(at, 2654435761) >>> 20) & 255)
    for (const early of [0, 1])
      expect(
        plain(undo(lzwOf(bytes, early), `/Filter /LZWDecode /DecodeParms << /EarlyChange ${early} >>`).bytes),
      ).toEqual(plain(bytes))
  })
  it('comes out of ASCII85, with z for zeros and a short end', () => {
    expect(text(undo(latin1('9jqo^BlbD-BleB1DJ+*+F(f,q~>'), '/Filter /ASCII85Decode'))).toBe(
      'Man is distinguished',
    )
    expect(plain(undo(latin1('z!!\n~>'), '/Filter /A85').bytes)).toEqual([0, 0, 0, 0, 0])
  })
  it('comes out of run lengths', () => {
    expect(text(undo(Uint8Array.of(2, 65, 66, 67, 254, 68, 128, 9), '/Filter /RunLengthDecode'))).toBe(
      'ABCDDD',
    )
  })
  it('comes out of several filters, one after the other', () => {
    const twice = new Uint8Array(deflateSync(deflateSync(latin1('36,127'))))
    const written = latin1(`${Buffer.from(twice).toString('hex')}>`)
    expect(text(undo(written, '/Filter [/AHx /Fl /Fl] /DecodeParms [null null << /Predictor 1 >>]'))).toBe(
      '36,127',
    )
  })
  it('has every kind of PNG row and TIFF differences undone', () => {
    const rows = Uint8Array.of(0, 1, 2, 3, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 1, 1, 4, 1, 1, 1)
    expect(
      plain(
        undo(
          new Uint8Array(deflateSync(rows)),
          '/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 3 >>',
        ).bytes,
      ),
    ).toEqual([1, 2, 3, 1, 2, 3, 2, 3, 4, 2, 3, 4, 3, 4, 5])
    const tiff = new Uint8Array(deflateSync(Uint8Array.of(1, 1, 1, 1, 5, 1, 1, 1)))
    expect(
      plain(undo(tiff, '/Filter /FlateDecode /DecodeParms << /Predictor 2 /Columns 4 >>').bytes),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})

describe('a stream that is not as it should be', () => {
  const content = Array.from({ length: 400 }, (_one, at) => `${Math.imul(at, 2654435761) >>> 0} Td`).join(
    '\n',
  )
  const deflated = new Uint8Array(deflateSync(latin1(content)))

  it('tells what came before the break, to within a few letters', () => {
    const broken = deflated.slice()
    broken.fill(0xff, 2000, 2200)
    const { bytes, end } = undo(broken, '/Filter /FlateDecode')
    const before = text(undo(deflated.slice(0, 1950), '/Filter /FlateDecode'))
    expect(end).toBe('damaged')
    expect(content.startsWith(before)).toBe(true)
    expect(text({ bytes, end }).startsWith(before)).toBe(true)
  })
  it('is damaged where its checksum is another, and whole where that is missing', () => {
    const otherSum = deflated.slice()
    otherSum.fill(1, -2)
    expect(undo(otherSum, '/Filter /FlateDecode').end).toBe('damaged')
    expect(undo(deflated.slice(0, -4), '/Filter /FlateDecode').end).toBe('whole')
    expect(undo(deflated.slice(0, -9), '/Filter /FlateDecode').end).toBe('damaged')
  })
  it('comes out without the two bytes that should begin it', () => {
    expect(text(undo(new Uint8Array(deflateRawSync(latin1(content))), '/Filter /FlateDecode'))).toBe(content)
  })
  it('is too large where it expands without end', () => {
    const room = 1024 * 1024
    const bomb = new Uint8Array(deflateSync(new Uint8Array(room + 1)))
    const { bytes, end } = undo(bomb, '/Filter /FlateDecode', room)
    expect([bytes.length, end]).toEqual([room, 'too-large'])
    expect(undo(new Uint8Array(99_999), '/Filter /RunLengthDecode', 10).end).toBe('too-large')
  })
  it('tells nothing of pictures and of filters that nobody knows', () => {
    expect(undo(deflated, '/Filter /DCTDecode')).toEqual({ bytes: new Uint8Array(0), end: 'picture' })
    expect(undo(deflated, '/Filter /Zip').end).toBe('unknown-filter')
    expect(undo(deflated, `/Filter [${'/FlateDecode '.repeat(1000)}]`).end).toBe('unknown-filter')
  })
})
