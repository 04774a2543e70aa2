import { expect, it } from 'vitest'
import { seriesOf } from '../../src/calendar/series-name.ts'

it.each([
  ['Public sector employment, UK: December 2019', 'Public sector employment, UK'],
  ['UK labour market: May 2026', 'UK labour market'],
  ['GDP quarterly national accounts, UK: October to December 2025', 'GDP quarterly national accounts, UK'],
  ['Diagnostic imaging dataset for September 2015', 'Diagnostic imaging dataset'],
  ['Vehicle licensing statistics: January to March 2026', 'Vehicle licensing statistics'],
  ['Profitability of UK companies: Quarter 4 (Oct to Dec) 2025', 'Profitability of UK companies'],
  [
    'Deaths registered weekly in England and Wales, provisional: week ending 8 May 2026',
    'Deaths registered weekly in England and Wales, provisional',
  ],
  ['Census 2021', 'Census 2021'],
  ['Public sector employment', 'Public sector employment'],
  ['2026', '2026'],
])('“%s” is one of the series “%s”', (title, series) => {
  expect(seriesOf(title)).toBe(series)
})
