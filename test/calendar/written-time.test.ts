import { describe, expect, it } from 'vitest'
import { timeFrom } from '../../src/calendar/written-time.ts'
import { londonText } from '../../src/release/london-time.ts'
import { whenSaid } from '../../src/release/london-words.ts'

const read = (written: string): string => {
  const time = timeFrom(written)
  if (time.kind === 'no-time') return `no time: ${time.because.en}`
  return time.when.kind === 'instant' ? londonText(time.when.at) : whenSaid(time.when).en
}

describe('a time that somebody wrote', () => {
  it.each([
    ['2026-05-19 07:00', '2026-05-19 07:00'],
    ['2026-05-19T06:00:00Z', '2026-05-19 07:00'],
    ['2026-05-19T07:00:00.000+01:00', '2026-05-19 07:00'],
    ['2026-05-19 7:00', '2026-05-19 07:00'],
    ['2026-05-19 7am', '2026-05-19 07:00'],
    ['20 January 2016 9:30am', '2016-01-20 09:30'],
    ['1 January 2050 09:30', '2050-01-01 09:30'],
    ['Tuesday 19 May 2026, 07:00', '2026-05-19 07:00'],
    ['Tuesday 19 May 2026, 07:00 BST', '2026-05-19 07:00'],
    ['Tue, 19 May 2026 at 7.00 am', '2026-05-19 07:00'],
    ['Tuesday 17 March 2020, 09:30 GMT', '2020-03-17 09:30'],
    ['19th May 2026 noon', '2026-05-19 12:00'],
    ['19 May 2026 12:00am', '2026-05-19 00:00'],
    ['19 May 2026 12:30pm', '2026-05-19 12:30'],
    ['19-May-2026 07:00:30', '2026-05-19 07:00:30'],
    ['19/05/2026 07:00', '2026-05-19 07:00'],
    ['01/02/2026 09:30', '2026-02-01 09:30'],
    ['19.05.2026 07:00', '2026-05-19 07:00'],
    ['May 2026', 'May 2026'],
    ['May 2026 to June 2026', 'May 2026 to June 2026'],
    ['March to April 2050', 'March 2050 to April 2050'],
    ['2026-10-25T01:30:00+01:00', '2026-10-25 01:30'],
  ])('“%s” means %s in London', (written, meant) => {
    expect(read(written)).toBe(meant)
  })

  it('means the second of two in the hour that comes twice, where it says GMT', () => {
    const at = (written: string) => {
      const time = timeFrom(written)
      return time.kind === 'when' && time.when.kind === 'instant' ? time.when.at : null
    }
    expect(at('25 October 2026 01:30 BST')).toBe(Date.UTC(2026, 9, 25, 0, 30))
    expect(at('25 October 2026 01:30 GMT')).toBe(Date.UTC(2026, 9, 25, 1, 30))
  })

  it.each([
    ['', 'There is no date.'],
    ['19 May 2026', '“19 May 2026” has no time of day. Write it as 2026-05-19 09:30.'],
    ['2026-05-19', '“2026-05-19” has no time of day. Write it as 2026-05-19 09:30.'],
    ['Monday 19 May 2026, 07:00', '2026-05-19 is a Tuesday, not “Monday”: which of the two is wrong?'],
    ['05/19/2026 07:00', 'There is no such day as “05/19/2026 07:00”. The day comes before the month.'],
    [
      '29 February 2026 09:30',
      'There is no such day as “29 February 2026 09:30”. The day comes before the month.',
    ],
    ['19 Mai 2026 07:00', '“Mai” is no month in “19 Mai 2026 07:00”.'],
    ['19 May 2026 9', '“9” is not a time of day. Write it as 09:30.'],
    ['19 May 2026 13pm', '“13pm” is not a time of day. Write it as 09:30.'],
    ['19 May 2026 0:30am', '“0:30am” is not a time of day. Write it as 09:30.'],
    ['19 May 2026 25:00', '“25:00” is not a time of day. Write it as 09:30.'],
    ['19 May 2026 07:00 EST', '“07:00 EST” is not a time of day. Write it as 09:30.'],
    [
      '19 January 2026 07:00 BST',
      'London’s clocks do not show BST then: which is wrong, BST or 2026-01-19 07:00:00?',
    ],
    ['To be confirmed', '“To be confirmed” is not a time. Write it as 2026-05-19 07:00, London time.'],
    ['2026-05-19T07:00:00+25:00', '“07:00:00+25:00” is not a time of day. Write it as 09:30.'],
  ])('“%s” is refused with a sentence', (written, because) => {
    expect(timeFrom(written)).toMatchObject({ kind: 'no-time', because: { en: because } })
  })

  it('is refused in the spring gap and asked in the autumn hour', () => {
    expect(read('29 March 2026 1:30am')).toMatch(/^no time: London’s clocks skip/)
    expect(read('25/10/2026 01:30')).toMatch(/^no time: London’s clocks show .* twice/)
  })
})
