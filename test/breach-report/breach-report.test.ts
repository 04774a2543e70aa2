import { describe, expect, it } from 'vitest'
import { type BreachReport, breachReportOf, type ReportField } from '../../src/breach-report/breach-report.ts'
import { reportText } from '../../src/breach-report/report-text.ts'
import { COLLEAGUES, JOURNAL_ONLY, MONDAY_14_42, SIXTEENTH_OF_MARCH, TEAM_INBOX } from './records.ts'

const fieldsOf = (report: BreachReport): readonly ReportField[] =>
  report.sections.flatMap(({ fields }) => fields)
const paragraphsOf = (report: BreachReport, label: RegExp) =>
  fieldsOf(report).find((field) => label.test(field.label))?.paragraphs ?? []
const knownIn = (report: BreachReport, label: RegExp) =>
  paragraphsOf(report, label)
    .filter(({ toFillIn }) => !toFillIn)
    .map(({ text }) => text)
const gapsIn = (report: BreachReport) =>
  fieldsOf(report)
    .filter(({ paragraphs }) => paragraphs.some(({ toFillIn }) => toFillIn))
    .map(({ label }) => label)

describe('the report on 16 March 2020, drafted from the record', () => {
  const report = breachReportOf(SIXTEENTH_OF_MARCH, 'en')

  it('has the sections of the form, in its order', () => {
    expect(report.sections.map(({ heading }) => heading)).toEqual([
      'Core information',
      'Circumstances of the breach',
      'Impact of the breach',
      'Corrective action',
    ])
  })
  it('asks what the form asks', () => {
    expect(fieldsOf(report).map(({ label }) => label)).toEqual([
      'Title and link to statistical output',
      'Name of producer organisation',
      'Division',
      'Name and contact details of person dealing with report',
      'Name and contact details of Head of Profession for Statistics or Lead Official',
      'Link to published statement about the breach (if relevant)',
      'Date of breach report',
      'Relevant principle(s) and practice(s)',
      'Date of occurrence of breach',
      'What happened, with the roles of the people involved, dates and times',
      'Impact inside the producer organisation',
      'Impact outside',
      'What was done at once',
      'What is done so that it does not happen again',
    ])
  })
  it('fills in the core information', () => {
    expect(knownIn(report, /^Title/)).toEqual([
      'Public sector employment, UK: December 2019',
      'Series: Public Sector Employment',
      'Due: Tuesday 17 March 2020, 09:30',
      'https://office.example/pse',
    ])
    expect(knownIn(report, /producer organisation$/)).toEqual(['Office for Statistics'])
    expect(knownIn(report, /^Division/)).toEqual(['Labour Market'])
    expect(knownIn(report, /person dealing/)).toEqual(['Ada, ada@office.example'])
    expect(knownIn(report, /Head of Profession/)).toEqual(['Grace, grace@office.example, 01632 960000'])
    expect(knownIn(report, /^Date of breach report/)).toEqual(['Monday 16 March 2020'])
  })
  it('names practice T3.6, and the day', () => {
    expect(knownIn(report, /principle/)[0]).toContain('T3.6')
    expect(knownIn(report, /occurrence/)).toEqual(['Monday 16 March 2020'])
  })
  it('tells what happened with its times, the earliest first', () => {
    expect(knownIn(report, /^What happened/)).toEqual([
      'Monday 16 March 2020, 14:41: Embargo Guard had checked the message and warned; the decision was left to the sender.',
      `Monday 16 March 2020, 14:42: ada@office.example sent a message to 5 recipients: ${[...COLLEAGUES, TEAM_INBOX].join(', ')}. “PSE_tables.xlsx” contained 312 unpublished figures, being a file of the release itself. Without pre-release access at that time: ${[...COLLEAGUES, TEAM_INBOX].join(', ')}.`,
      'Monday 16 March 2020, 14:42:40: The mistake was noticed.',
      'Monday 16 March 2020, 14:43: The message was recalled.',
      'Monday 16 March 2020, 14:49: The recipients were asked to delete it.',
      'Monday 16 March 2020, 14:51: one@department.example confirmed having deleted it.',
      'Tuesday 17 March 2020, 09:30: Public sector employment, UK: December 2019 was due for release.',
    ])
  })
  it('says how far the figures got, and how soon they were asked back', () => {
    expect(knownIn(report, /^Impact outside/)).toEqual([
      '5 recipients without pre-release access received it; 1 of them confirmed having deleted it.',
    ])
    expect(knownIn(report, /^What was done at once/)[0]).toBe(
      'Monday 16 March 2020, 14:43 (1 minute after it was sent): The message was recalled.',
    )
  })
  it('marks what no record can know, and only that', () => {
    expect(gapsIn(report)).toEqual([
      'Link to published statement about the breach (if relevant)',
      'Relevant principle(s) and practice(s)',
      'What happened, with the roles of the people involved, dates and times',
      'Impact inside the producer organisation',
      'Impact outside',
      'What was done at once',
      'What is done so that it does not happen again',
    ])
  })
})

describe('a report of which only the journal’s entry is known', () => {
  const report = breachReportOf(JOURNAL_ONLY, 'en')

  it('marks every gap and guesses nothing', () => {
    expect(gapsIn(report)).toHaveLength(13)
    expect(gapsIn(report)).not.toContain('Date of occurrence of breach')
    expect(knownIn(report, /^Title/)).toEqual(['Public sector employment, UK: December 2019'])
    expect(knownIn(report, /^What was done at once/)).toEqual([])
  })
  it('keeps a name whose contact details are missing, and asks for these', () => {
    expect(paragraphsOf(report, /person dealing/)).toEqual([
      { text: 'Ada', toFillIn: false },
      { text: '[To fill in: name, address and telephone]', toFillIn: true },
    ])
  })
  it('says that the message was never checked', () => {
    expect(knownIn(report, /^What happened/).pop()).toBe(
      'There is no check of this message in the record of Embargo Guard.',
    )
  })
})

describe('a message that was held, and delivered later', () => {
  it('tells the delivery at its own time, and names those with access as such', () => {
    const { message } = SIXTEENTH_OF_MARCH
    const report = breachReportOf(
      {
        ...SIXTEENTH_OF_MARCH,
        message: {
          ...message,
          recipients: [{ address: 'minister@department.example', hasAccess: true }],
          found: [{ part: 'message body', kind: 'embargoed-figures', figures: 1 }],
          deliveredAt: MONDAY_14_42 + 60_000,
          verdict: { kind: 'block', at: MONDAY_14_42 },
        },
      },
      'en',
    )
    const account = knownIn(report, /^What happened/)
    expect(account[0]).toContain('held it')
    expect(account[1]).toContain('The text of the message contained 1 unpublished figure.')
    expect(account[1]).toContain('All of the recipients had pre-release access at that time.')
    expect(account).toContain('Monday 16 March 2020, 14:43: The message was delivered.')
  })
})

describe('the same report in Welsh', () => {
  const report = breachReportOf(SIXTEENTH_OF_MARCH, 'cy')

  it('has as many fields, and marks the same gaps', () => {
    const english = breachReportOf(SIXTEENTH_OF_MARCH, 'en')
    expect(fieldsOf(report)).toHaveLength(fieldsOf(english).length)
    expect(fieldsOf(report).map(({ paragraphs }) => paragraphs.map(({ toFillIn }) => toFillIn))).toEqual(
      fieldsOf(english).map(({ paragraphs }) => paragraphs.map(({ toFillIn }) => toFillIn)),
    )
  })
  it('names days and months in Welsh', () => {
    expect(knownIn(report, /^Dyddiad y toriad/)).toEqual(['dydd Llun 16 Mawrth 2020'])
    expect(reportText(report)).toContain('dydd Mawrth 17 Mawrth 2020, 09:30')
  })
  it('leaves no English sentence standing', () => {
    const english = fieldsOf(breachReportOf(SIXTEENTH_OF_MARCH, 'en')).flatMap(({ label, paragraphs }) => [
      label,
      ...paragraphs.map(({ text }) => text),
    ])
    const names = [
      'Public sector employment',
      'https:',
      'Office for Statistics',
      'Labour Market',
      'Ada',
      'Grace',
    ]
    const sentences = english.filter((text) => !names.some((name) => text.startsWith(name)))
    expect(sentences.filter((sentence) => reportText(report).includes(sentence))).toEqual([])
  })
})

describe('the report as plain text', () => {
  it('has each section underlined, each field with its response, and the gaps in brackets', () => {
    const text = reportText(breachReportOf(SIXTEENTH_OF_MARCH, 'en'))
    expect(text).toContain('\nCore information\n----------------\n')
    expect(text).toContain('\nDivision:\n  Labour Market\n')
    expect(text).toContain('[To fill in: the link, or “none”]')
  })
})
