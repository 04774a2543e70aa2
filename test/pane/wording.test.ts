import { describe, expect, it } from 'vitest'
import { DIALOG_CHARACTERS } from '../../src/outlook/send-reply.ts'
import { EVENT_WORDING, languageOf } from '../../src/outlook/wording.ts'
import { isDark } from '../../src/pane/use-theme.ts'
import { type PaneWording, wordingFor } from '../../src/pane/wording.ts'

const AN_HOUR = { days: 0, hours: 1, minutes: 1, seconds: 1 }

/** Every sentence of a catalogue with its place; a function is given what cannot be mistaken for words. */
function sentences(value: unknown, place = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]]
  if (typeof value === 'function')
    return sentences(
      value.length === 0 ? value() : value(place.endsWith('timeLeft') ? AN_HOUR : 3),
      `${place}()`,
    )
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => sentences(inner, `${place}.${key}`))
}

/** Alike in both languages, rightly. */
const ALIKE = ['.language']

describe.each<[string, unknown, unknown]>([
  ['the pane', wordingFor('en-GB'), wordingFor('cy-GB')],
  ['the events', EVENT_WORDING.en, EVENT_WORDING.cy],
])('the wording of %s', (_what, english, welsh) => {
  it('has a sentence everywhere, and another in Welsh than in English', () => {
    const inWelsh = new Map(sentences(welsh))
    const all = sentences(english)
    expect(all.length).toBeGreaterThan(8)
    for (const [place, text] of all) {
      expect(text.trim(), place).not.toBe('')
      expect(inWelsh.get(place)?.trim(), place).toBeTruthy()
      if (!ALIKE.includes(place)) expect(inWelsh.get(place), place).not.toBe(text)
    }
  })

  it('uses typographic apostrophes', () => {
    for (const [place, text] of [...sentences(english), ...sentences(welsh)])
      expect(text, place).not.toMatch(/['"]/)
  })
})

describe('the dialog of a check that was not finished', () => {
  it.each(['en', 'cy'] as const)('begins with what matters most and fits in %s', (language) => {
    for (const tell of Object.values(EVENT_WORDING[language].unfinished)) {
      const text = tell('The reason that the service gives.')
      expect(text).toMatch(/^(Nothing was sent|Ni anfonwyd dim)\. /)
      expect(text.length).toBeLessThanOrEqual(DIALOG_CHARACTERS)
    }
  })
})

describe('the language', () => {
  it.each([
    ['cy', 'cy'],
    ['cy-GB', 'cy'],
    ['CY-gb', 'cy'],
    ['en-GB', 'en'],
    ['de-DE', 'en'],
    ['cyx', 'en'],
    ['', 'en'],
  ])('of an Outlook in %s is %s', (displayed, language) => {
    expect(languageOf(displayed)).toBe(language)
    const wording: PaneWording = wordingFor(displayed)
    expect(wording.language).toBe(language)
  })
})

describe('Outlook’s background', () => {
  it.each([
    ['#1f1f1f', true],
    ['000000', true],
    ['#444444', true],
    ['#ffffff', false],
    ['#F5F5F5', false],
    ['#777777', false],
    ['', false],
    ['black', false],
  ])('%s is dark: %s', (colour, dark) => {
    expect(isDark(colour)).toBe(dark)
  })
})
