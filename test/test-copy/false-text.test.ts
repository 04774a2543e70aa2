import { describe, expect, it } from 'vitest'
import { falseFigureText } from '../../src/test-copy/false-figure.ts'
import { isFigureText, labelEdits } from '../../src/test-copy/false-text.ts'
import { editedPieces, editedText, type Piece } from '../../src/test-copy/text-piece.ts'

const inTable = (text: string) => editedText(text, labelEdits(text, '1'))
const inText = (text: string) => editedText(text, labelEdits(text, '1', 'text'))

describe('a cell that is a figure and nothing else', () => {
  it.each([
    ['5,439', '111'],
    ['-0.3', '111.1'],
    ['(1,234.56)', '111.11'],
    ['+27', '111'],
    ['52.1%', '11.1%'],
    ['52.1 %', '11.1 %'],
    ['£1,234m', '£111m'],
    ['1 234 567', '111'],
    ['1 234,5', '111,1'],
    ['1.234.567', '111'],
    ['1,5', '111,1'],
    ['5.44 [r]', '111.11 [r]'],
    ['12p', '111p'],
    ['0', '111'],
    ['0.0%', '11.1%'],
    ['1.2E+05', '111'],
    ['−27', '111'],
  ])('%s becomes %s', (text, expected) => {
    expect(isFigureText(text)).toBe(true)
    expect(falseFigureText(text, '1')).toBe(expected)
  })
  it.each(['Wales', '..', '-', '[c]', '2019 Q4', 'Dec 2019', '2019/20', '16 to 64', '17 March 2020', ''])(
    '%s is none',
    (text) => expect(isFigureText(text)).toBe(false),
  )
})

describe('words in a table', () => {
  it.each([
    'Public sector employment, UK',
    'Aged 16 to 64',
    'Aged 65 and over',
    'Table 4.1: employment',
    '2019 Q4',
    'Q4 2019',
    'Oct-Dec 2019',
    'December 2019',
    'Mar-20',
    '2019/20',
    '2018-19',
    'Week ending 12 June 2020',
    '17/03/2020',
    '17.03.2020',
    '2020-03-17',
    'SIC 2007 division 84',
    'K02000001',
    'COVID-19',
    'MGRZ, G7AU',
    'deaths_2020',
    'Index (2015=100)',
    'Tel: 01633 456120',
    'pse2@office.example',
    'https://office.example/2020/5439',
    '10 largest employers',
    'Published at 9.30am on 17 March 2020',
    'Employment, by region and industry, seasonally adjusted, United Kingdom, 2010 to 2020 (thousands)',
    'Higher education',
  ])('%s stays', (text) => expect(inTable(text)).toBe(text))

  it.each([
    ['Total 5,439 thousand', 'Total 111 thousand'],
    ['Rate: 4.1', 'Rate: 111.1'],
    ['Change of -27', 'Change of 111'],
    ['27 thousand', '111 thousand'],
    ['about 3%', 'about 11%'],
    ['£5m', '£111m'],
    ['2,019 employees', '111 employees'],
    ['2019 thousand', '111 thousand'],
    ['GBP5439', 'GBP111'],
    ['r5,439 revised', 'r111 revised'],
    ['123 authorities', '111 authorities'],
  ])('%s becomes %s', (text, expected) => expect(inTable(text)).toBe(expected))

  it.each([
    'Employment rose by 27,000.',
    'Unemployment fell',
    'Record high of vacancies',
    'Up 27 on the quarter',
    'Cododd cyflogaeth',
  ])('%s says where figures went and becomes a test sentence', (text) => {
    expect(inTable(text)).toBe('Test sentence 111.')
  })
  it('loses only those sentences of a note that tell something', () => {
    expect(
      inTable(
        'These are official statistics. Employment was 5.44 million. Contact us for more. There were twenty million in all.',
      ),
    ).toBe('These are official statistics. Test sentence 111. Contact us for more. Test sentence 111.')
  })
})

describe('headings and paragraphs of a document', () => {
  it.each([
    'Public sector employment, UK: December 2019',
    '1. Introduction',
    '3.2 Method',
    'Figure 2: employment by sector, 1999 to 2019',
    'These statistics are published at 9:30am on 17 March 2020.',
    'Under the Statistics and Registration Service Act 2007 they are official.',
  ])('%s stays', (text) => expect(inText(text)).toBe(text))
  it.each([
    ['Deaths: 27', 'Deaths: 111'],
    ['5.4 Million in work', '111.1 Million in work'],
    ['It was 4.1 in the quarter before that', 'It was 111.1 in the quarter before that'],
    ['Employment was 5.44 million in December 2019.', 'Test sentence 111.'],
    ['It was higher than ever before.', 'Test sentence 111.'],
  ])('%s becomes %s', (text, expected) => expect(inText(text)).toBe(expected))
})

describe('text in runs of different looks', () => {
  const pieces: readonly Piece[] = [
    { markup: '<b>', text: '' },
    { markup: '', text: 'now 48' },
    { markup: '</b><i>', text: '' },
    { markup: '', text: ',271' },
    { markup: '<tab/>', text: '\t' },
    { markup: '', text: 'more' },
    { markup: '</i>', text: '' },
  ]
  it('has what replaces a stretch where the stretch begins, and all its markup', () => {
    const edited = editedPieces(pieces, [{ from: 4, to: 10, text: '111' }])
    expect(edited.map(({ markup, text }) => markup + (markup === '<tab/>' ? '' : text)).join('')).toBe(
      '<b>now 111</b><i><tab/>more</i>',
    )
  })
  it('loses a tab only with the text around it', () => {
    const edited = editedPieces(pieces, [{ from: 0, to: 15, text: 'Test.' }])
    expect(edited.map(({ markup, text }) => markup + text).join('')).toBe('<b>Test.</b><i></i>')
  })
})

describe('text that somebody made to be slow', () => {
  it.each([
    ['a word of 32,000 letters', 'x'.repeat(32_000)],
    ['32,000 digits', '7'.repeat(32_000)],
    ['32,000 blanks between two words', `a${' '.repeat(32_000)}b`],
    ['10,000 numbers', '7, '.repeat(10_000)],
    ['16,000 full stops', '. '.repeat(16_000)],
    ['32,000 brackets', '('.repeat(32_000)],
  ])('%s takes less than a second', (_what, text) => {
    const from = performance.now()
    inTable(text)
    inText(text)
    isFigureText(text)
    falseFigureText(text, '1')
    expect(performance.now() - from).toBeLessThan(1000)
  })
  it('that no cell can hold is replaced whole', () => {
    expect(inTable(`${'word '.repeat(7_000)} 5,439`)).toBe('Test sentence 111.')
  })
})
