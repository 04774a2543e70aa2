import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/register/contract.ts'
import { DIALOG_CHARACTERS, dialogOf } from '../../src/verdict/wording.ts'
import { EMBARGOED, MONDAY_14_42, UNREAD } from '../outlook/answers.ts'

/** Names as people give them: long, with what Markdown would read, with characters of two halves. */
const name = fc
  .array(
    fc.constantFrom('a', 'Tables', ' ', '_', '*', '**', '[x](y)', '`', '\\', '#', '.', '-', '😀', 'ŵ', '<b>'),
    {
      minLength: 1,
      maxLength: 90,
    },
  )
  .map((pieces) => pieces.join(''))

const finding: fc.Arbitrary<Finding> = fc
  .record({
    base: fc.constantFrom(EMBARGOED, UNREAD),
    kind: fc.constantFrom('embargoed-file', 'embargoed-figures', 'possible-figures', 'registered-name'),
    verdict: fc.constantFrom('allow', 'warn', 'block'),
    part: name,
    title: name,
    state: fc.constantFrom('confirmed', 'provisional', 'postponed', 'cancelled'),
    at: fc.integer({ min: MONDAY_14_42 - 1e10, max: MONDAY_14_42 + 1e10 }),
    reason: fc.constantFrom('without-access', 'access-not-open', 'access-expired', 'pre-release-access'),
    recipients: fc.array(name, { maxLength: 40 }),
  })
  .map(({ base, kind, title, state, at, part, verdict, reason, recipients }) =>
    base.release === null
      ? { ...base, part, verdict }
      : { ...base, kind, part, verdict, reason, recipients, release: { ...base.release, title, state, at } },
  )

/** What is left to Markdown once everything escaped is taken out. */
const marksIn = (markdown: string): string => markdown.replace(/\\./gs, '')

describe.each(['en', 'cy'] as const)('the dialog in %s, whatever was found,', (language) => {
  const dialogs = fc
    .record({
      findings: fc.array(finding, { minLength: 1, maxLength: 6 }),
      verdict: fc.constantFrom('warn', 'block'),
    })
    .map((answer) => dialogOf(answer, MONDAY_14_42, language))

  it('stays within what Outlook shows, plain and marked up', () => {
    fc.assert(
      fc.property(dialogs, ({ plain, markdown }) => {
        expect(plain.length).toBeLessThanOrEqual(DIALOG_CHARACTERS)
        expect(markdown.length).toBeLessThanOrEqual(DIALOG_CHARACTERS)
      }),
    )
  })
  it('has no marks but our own around the first name, which are closed', () => {
    fc.assert(
      fc.property(dialogs, ({ markdown }) => {
        const left = marksIn(markdown)
        expect(['', '****']).toContain(left.replace(/[^*_`[\]#<>~|]/g, ''))
      }),
    )
  })
  it('never ends a name in half a character', () => {
    fc.assert(
      fc.property(dialogs, ({ plain }) => {
        // Throws a URIError for half a character.
        expect(() => encodeURIComponent(plain)).not.toThrow()
      }),
    )
  })
})

describe('the dialog', () => {
  it('always names who lacks access, however long the addresses', () => {
    const recipients = ['a', 'b', 'c', 'd'].map((each) => `${each.repeat(200)}@department.example`)
    const { plain } = dialogOf({ verdict: 'block', findings: [{ ...EMBARGOED, recipients }] }, MONDAY_14_42)
    expect(plain).toContain('Without access: aaa')
    expect(plain).toContain('and 1 more')
  })
})
