import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/register/contract.ts'
import { DIALOG_CHARACTERS, dialogOf } from '../../src/verdict/wording.ts'
import { EMBARGOED, MONDAY_14_42, UNREAD } from '../outlook/answers.ts'

const block = (...findings: readonly Finding[]) => ({ verdict: 'block' as const, findings })

describe('the dialog in Welsh', () => {
  it('leads with the file and the time, and says who and what to do', () => {
    expect(dialogOf(block(EMBARGOED), MONDAY_14_42, 'cy').plain).toBe(
      'Mae PSE.csv yn cynnwys ffigurau dan embargo tan ddydd Mawrth 17 Mawrth 2020, 09:30 (ymhen 18 awr 48 munud): Public sector employment, UK: December 2019. Heb fynediad: bea@department.example. Ni anfonwyd dim. Agorwch Embargo Guard i weld y ffyrdd ymlaen.',
    )
  })
  it('says why something could not be read', () => {
    expect(dialogOf({ verdict: 'warn', findings: [UNREAD] }, MONDAY_14_42, 'cy').plain).toBe(
      'Mae tables.zip wedi’i hamgryptio, felly nid oedd modd ei gwirio. Anfonwch hi heb gyfrinair. Agorwch Embargo Guard i edrych cyn anfon.',
    )
  })
})

describe.each(['en', 'cy'] as const)('several findings in %s', (language) => {
  it('are summed up, the worst first', () => {
    const { plain } = dialogOf(block(EMBARGOED, UNREAD), MONDAY_14_42, language)
    expect(plain.indexOf('PSE.csv')).toBeGreaterThanOrEqual(0)
    expect(plain).not.toContain('tables.zip')
    expect(plain).toMatch(/One more part of this message|un rhan arall o’r neges/)
  })
  it('stay within what Outlook shows, however long the names', () => {
    const long = {
      ...EMBARGOED,
      part: 'x'.repeat(300),
      recipients: ['a', 'b', 'c', 'd'].map((each) => `${each.repeat(80)}@department.example`),
    }
    const { plain, markdown } = dialogOf(block(long, UNREAD), MONDAY_14_42, language)
    expect(plain.length).toBeLessThanOrEqual(DIALOG_CHARACTERS)
    expect(markdown.length).toBeLessThanOrEqual(DIALOG_CHARACTERS)
  })
})

it('a file with an embargoed name that could not be read is told to be both', () => {
  const named = {
    ...EMBARGOED,
    kind: 'registered-name' as const,
    verdict: 'warn' as const,
    part: UNREAD.part,
  }
  const { plain } = dialogOf({ verdict: 'warn', findings: [named, UNREAD] }, MONDAY_14_42)
  expect(plain).toContain('tables.zip has the name of a file under embargo')
  expect(plain).toContain('It is encrypted, so it could not be checked.')
})
