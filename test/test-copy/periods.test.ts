import { describe, expect, it } from 'vitest'
import { isFigureText } from '../../src/test-copy/false-text.ts'
import { startPeriods } from '../../src/test-copy/periods.ts'

/** Which figures of a table count as periods, row by row. */
function periodsOf(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const periods = startPeriods()
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (isFigureText(cell)) periods.figure(row, column, cell)
      else if (cell !== '') periods.words(row, column, cell)
    })
  })
  const isPeriod = periods.done()
  return rows.map((cells, row) => cells.filter((cell, column) => isFigureText(cell) && isPeriod(row, column)))
}

describe('years that stay', () => {
  it('stand above the columns, by steps of one', () => {
    expect(
      periodsOf([
        ['', '2017', '2018', '2019'],
        ['Wales', '1987', '5', '2001'],
      ]),
    ).toEqual([['2017', '2018', '2019'], []])
  })
  it('stand above the columns at uneven steps where there are four or more', () => {
    expect(
      periodsOf([
        ['', '2010', '2015', '2018', '2019'],
        ['Wales', '1', '2', '3', '4'],
      ])[0],
    ).toHaveLength(4)
  })
  it('are just two above the columns, next to each other', () => {
    expect(
      periodsOf([
        ['', '2018', '2019'],
        ['Wales', '5.1', '5.2'],
      ])[0],
    ).toEqual(['2018', '2019'])
  })
  it('stand below a heading that says so, in any order', () => {
    const rows = periodsOf([
      ['Area', 'Year', 'Level'],
      ['UK', '2019', '51'],
      ['UK', '2011', '49'],
      ['UK', '2015', '50'],
    ])
    expect(rows.slice(1)).toEqual([['2019'], ['2011'], ['2015']])
  })
  it('begin anew for each area of a long table', () => {
    const rows = periodsOf(
      ['UK', 'Wales'].flatMap((area) => ['2017', '2018', '2019'].map((year) => [area, year, '7.25'])),
    )
    expect(rows.flat()).toEqual(['2017', '2018', '2019', '2017', '2018', '2019'])
  })
  it('are every tenth year of a census', () => {
    expect(periodsOf([['Census', '1991', '2001', '2011', '2021']])[0]).toHaveLength(4)
  })
  it('stand in a column below a row of years', () => {
    const rows = periodsOf([
      ['Year', '2018', '2019'],
      ['2001', '5.1', '5.2'],
      ['2002', '6.1', '6.2'],
      ['2003', '7.1', '7.2'],
    ])
    expect(rows).toEqual([['2018', '2019'], ['2001'], ['2002'], ['2003']])
  })
})

describe('weeks and months that stay', () => {
  it('stand behind a heading that says so, and go up by one', () => {
    expect(
      periodsOf([
        ['Week number', '1', '2', '3', '4'],
        ['Deaths', '12', '14', '9', '11'],
      ]),
    ).toEqual([['1', '2', '3', '4'], []])
  })
  it('are figures without that heading', () => {
    expect(periodsOf([['Deaths', '1', '2', '3', '4']])).toEqual([[]])
  })
  it('are figures where they do not go up by one', () => {
    expect(periodsOf([['Days', '3', '9', '12']])).toEqual([[]])
  })
})

describe('figures that look like years', () => {
  it.each([
    ['two that are no neighbours', [['Men and women', '1950', '1961']]],
    ['three that rise unevenly', [['Area A to C', '1950', '1953', '1961']]],
    ['one alone', [['Wales', '2019']]],
    ['years among other figures', [['Wales', '2017', '2018', '2019', '31']]],
    [
      'a year below a heading that says more than that',
      [['Change over the year'], ['1987'], ['2044'], ['1950']],
    ],
    ['a row whose words say more than that', [['Jobs in the year to December', '1987', '2044', '1950']]],
    ['with separators', [['Year', '2,017', '2,018', '2,019']]],
    ['outside of 1900 to 2099', [['Year', '1801', '1802', '1803']]],
    [
      'three times the same',
      [
        ['Area', 'Level'],
        ['A', '1950'],
        ['B', '1950'],
        ['C', '1950'],
      ],
    ],
  ])('%s are replaced', (_what, rows) => expect(periodsOf(rows).flat()).toEqual([]))
})
