import { describe, expect, it } from 'vitest'
import { administrationWording } from '../../src/administration/wording.ts'

/** What a sentence with something in it is given: what can stand for a number, a name, months, a concern. */
const GIVEN = {
  kind: 'past',
  because: 'x',
  days: 0,
  hours: 1,
  minutes: 1,
  seconds: 1,
  from: { year: 2026, month: 5 },
  to: { year: 2026, month: 6 },
  toLocaleString: () => '3',
}

/** Every sentence of a catalogue with its place. */
function sentences(value: unknown, place = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]]
  if (typeof value === 'function') {
    const given =
      place === '.access.concerns'
        ? [{ kind: 'twice', because: 'x' }]
        : /dateAndTime|time\.sentence/.test(place)
          ? [1_779_170_400_000, 0]
          : [GIVEN, GIVEN, GIVEN]
    return sentences(value(...given), `${place}()`)
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => sentences(inner, `${place}.${key}`))
}

/** Alike in both languages, rightly: they name a month that is spelled so in both, or nothing but what is put in. */
const ALIKE = ['.release.by()', '.imports.fromTo()']

describe('the wording of the register', () => {
  const english = sentences(administrationWording('en-GB'))
  const welsh = new Map(sentences(administrationWording('cy-GB')))

  it('has a sentence everywhere, and another in Welsh than in English', () => {
    expect(english.length).toBeGreaterThan(200)
    for (const [place, text] of english) {
      expect(text.trim(), place).not.toBe('')
      expect(welsh.get(place)?.trim(), place).toBeTruthy()
      if (!ALIKE.includes(place)) expect(welsh.get(place), place).not.toBe(text)
    }
  })

  it('uses typographic apostrophes', () => {
    for (const [place, text] of [...english, ...welsh]) expect(text, place).not.toMatch(/['"]/)
  })
})
