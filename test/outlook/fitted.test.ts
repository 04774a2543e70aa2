import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitted } from '../../src/outlook/fitted.ts'

describe('text for a place of fixed size', () => {
  it('stays as it is where it fits, to the last character', () => {
    expect(fitted('twelve chars', 12)).toBe('twelve chars')
  })

  it('is cut between words and ends in an ellipsis where it does not fit', () => {
    expect(fitted('Public Sector Employment, Quarter 4', 26)).toBe('Public Sector Employment…')
  })

  it('never takes more room than there is, and never ends in half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (text, room) => {
          const shown = fitted(text, room)
          expect(shown.length).toBeLessThanOrEqual(room)
          if (text.length > room) expect(shown).not.toMatch(/[\ud800-\udbff]…$/)
        },
      ),
    )
  })
})
