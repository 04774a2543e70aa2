import { describe, expect, it } from 'vitest'
import { timeLeft } from '../../src/pane/time-left.ts'
import { wordingFor } from '../../src/pane/wording.ts'
import { MONDAY_14_42, TUESDAY_09_30 } from '../outlook/answers.ts'

const said = (ms: number, language = 'en-GB') => wordingFor(language).timeLeft(timeLeft(ms))
const SECOND = 1_000
const DAY = 86_400 * SECOND

describe('the time that is left of an embargo', () => {
  it('is 18 hours 48 minutes on Monday 16 March 2020 at 14:42', () => {
    expect(said(TUESDAY_09_30 - MONDAY_14_42)).toBe('18 hours 48 minutes 0 seconds left')
    expect(said(TUESDAY_09_30 - MONDAY_14_42, 'cy-GB')).toBe('18 awr 48 munud 0 eiliad ar ôl')
  })

  it('is a second as long as there is a millisecond, and nothing at the instant itself', () => {
    expect(said(1)).toBe('1 second left')
    expect(said(0)).toBe('0 seconds left')
    expect(said(-5 * DAY)).toBe('0 seconds left')
  })

  it('leaves the seconds out where there are days', () => {
    expect(said(DAY + 61 * SECOND)).toBe('1 day 0 hours 1 minute left')
    expect(said(DAY - SECOND)).toBe('23 hours 59 minutes 59 seconds left')
  })

  it('softens Welsh nouns after two', () => {
    expect(said(2 * DAY + 122 * SECOND, 'cy')).toBe('2 ddiwrnod 0 awr 2 funud ar ôl')
  })
})
