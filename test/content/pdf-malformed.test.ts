import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_MB, MOST_MS, startInspecting } from './child.ts'
import { compileReaders } from './compiled.ts'
import { encryptedPdf } from './pdf-encrypted.ts'
import { at, binary, deflated, type Objects, pageObjects, pdfOf, stream } from './pdf-file.ts'
import { faultsOf, latin1 } from './reading.ts'

const MIB = 1024 * 1024

const page = (content: string, more: Objects = {}) => pdfOf(pageObjects('', { 4: content, ...more }))
const repeated = (text: string, mebibytes: number) => deflated(text.repeat((mebibytes * MIB) / text.length))

/** A stream that unpacks to so many MiB of a letter, twice packed. */
const packedTwice = (mebibytes: number): string =>
  stream(
    binary(deflateSync(deflateSync(Buffer.alloc(mebibytes * MIB, 32)))),
    '/Filter [/FlateDecode /FlateDecode]',
  )

/** Pages that all show the same content. */
const pagesOf = (count: number, content: string): Uint8Array =>
  pdfOf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Kids [${Array.from({ length: count }, (_one, at) => `${at + 10} 0 R`).join(' ')}] >>`,
    4: content,
    ...Object.fromEntries(
      Array.from({ length: count }, (_one, number) => [number + 10, '<< /Type /Page /Contents 4 0 R >>']),
    ),
  })

const TRAPS: readonly (readonly [string, () => Uint8Array, 'too-large' | 'damaged' | 'read'])[] = [
  ['content that unpacks to 300 MiB', () => page(packedTwice(300)), 'too-large'],
  ['content shown on 200 pages', () => pagesOf(200, repeated('q Q ', 8)), 'too-large'],
  ['states put aside without end', () => page(repeated('q ', 30)), 'read'],
  ['numbers before an operator without end', () => page(repeated('[1 2 3 4 5 6 7 8 ', 30)), 'read'],
  [
    'one string of 30 MiB',
    () => page(deflated(`BT /F 9 Tf (${'1234567 '.repeat(3.75 * MIB)}) Tj`)),
    'too-large',
  ],
  [
    'letters all in one place',
    () => page(deflated(`BT /F 9 Tf ${'0 0 Td (1) Tj '.repeat(900_000)}`)),
    'read',
  ],
  [
    'letters in two lines that touch',
    () => page(deflated(`BT /F 9 Tf ${'4 0 Td (1) Tj 0 3 Td (2) Tj 0 -3 Td '.repeat(150_000)}`)),
    'read',
  ],
  [
    'a line of numbers for each letter of a page',
    () => page(deflated(`BT /F 9 Tf ${'-30 -10 Td (1) Tj 45 0 Td (2) Tj '.repeat(200_000)}`)),
    'read',
  ],
  [
    'fonts by the thousand, each with widths by the hundred thousand',
    () => {
      const fonts = Array.from({ length: 400 }, (_one, number) => `/F${number} ${number + 10} 0 R`)
      const font = `<< /Type /Font /Subtype /Type1 /Widths ${'900 0 R'} /Encoding << /Differences 900 0 R >> >>`
      return pdfOf({
        ...pageObjects('', { 4: repeated(fonts.map((_one, number) => `/F${number} 9 Tf `).join(''), 8) }),
        3: `<< /Type /Page /Contents 4 0 R /Resources << /Font << ${fonts.join(' ')} >> >> >>`,
        ...Object.fromEntries(fonts.map((_one, number) => [number + 10, font])),
        900: `[${'500 '.repeat(300_000)}]`,
      })
    },
    'too-large',
  ],
  ['objects without end', () => latin1(`%PDF-1.7\n${'1 0 obj 2 '.repeat(2_000_000)}`), 'damaged'],
  [
    'a table that claims four thousand million objects',
    () =>
      latin1(`%PDF-1.7\nxref\n0 4000000000\n${'0000000009 00000 n \n'.repeat(1_000_000)}startxref\n9\n%%EOF`),
    'damaged',
  ],
  [
    'a predictor of rows of 2 GB',
    () => page(deflated(at(50, 700, '12'), '/DecodeParms << /Predictor 15 /Columns 2000000000 /Colors 4 >>')),
    'read',
  ],
  ['a tree of 100,000 empty pages', () => pagesOf(100_000, ''), 'read'],
]

let inspecting: ReturnType<typeof startInspecting>
let folder = ''
beforeAll(() => {
  inspecting = startInspecting(compileReaders('pdf-malformed'))
  folder = mkdtempSync(join(tmpdir(), 'pdf-malformed-'))
})
afterAll(() => {
  inspecting.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a PDF made to be a trap ends within 5 s and 300 MB:', () => {
  it.each(TRAPS)('%s', async (_name, bytes, expected) => {
    const path = join(folder, 'trap.pdf')
    writeFileSync(path, bytes())
    const cost = await inspecting.inspect(path, 'trap.pdf')
    if ('died' in cost) throw new Error(cost.died)
    expect(cost.cpuMs).toBeLessThan(MOST_MS)
    expect(cost.peakMb).toBeLessThan(MOST_MB)
    if (expected === 'read') expect(cost.unreadable).toEqual([])
    else expect(cost.unreadable).toContain(expected)
  })
})

const SOUND = [
  pdfOf(pageObjects(at(50, 700, 'Total 36,127'))),
  pdfOf(pageObjects('', { 4: deflated(at(50, 700, '1') + at(90, 700, '2')) }), {
    xref: 'stream',
    packed: { numbers: [1, 2, 3, 5], into: 9 },
  }),
  encryptedPdf('aes-128', ''),
]

it('a PDF with some bytes changed ends in an outcome, whatever they are', () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(fc.constantFrom(...SOUND), changes, fc.nat(), (sound, places, cut) => {
      const bytes = sound.slice(0, cut % 3 === 0 ? cut % sound.length : sound.length)
      for (const [place, byte] of places) if (bytes.length > 0) bytes[place % bytes.length] = byte
      expect(Array.isArray(faultsOf(bytes))).toBe(true)
    }),
    { numRuns: 400 },
  )
})
