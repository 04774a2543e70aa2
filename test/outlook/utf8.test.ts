import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finished } from '../../src/guard.ts'
import { encodingUtf8 } from '../../src/outlook/utf8.ts'

const utf8Of = (text: string): Uint8Array => finished(encodingUtf8(text))

describe('text as UTF-8', () => {
  it('is what TextEncoder makes of it, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.from(utf8Of(text))).toEqual(Array.from(new TextEncoder().encode(text)))
      }),
    )
  })

  it('puts the replacement character where half a surrogate pair stands', () => {
    expect(Array.from(utf8Of('a\ud83d'))).toEqual([0x61, 0xef, 0xbf, 0xbd])
    expect(Array.from(utf8Of('\ude00a'))).toEqual([0xef, 0xbf, 0xbd, 0x61])
  })

  it('writes Welsh and emoji', () => {
    expect(new TextDecoder().decode(utf8Of('ŷd 🏴󠁧󠁢󠁷󠁬󠁳󠁿'))).toBe('ŷd 🏴󠁧󠁢󠁷󠁬󠁳󠁿')
  })
})
