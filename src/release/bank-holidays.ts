import type { BankHolidays, Division } from './working-days.ts'

/**
 * The bank holidays of the United Kingdom, 2019 to 2030.
 *
 * How it was made: by rule, from the Banking and Financial Dealings Act 1971
 * (Schedule 1), the yearly proclamations of Good Friday’s and Easter’s neighbours
 * being custom, with substitute days; the days that were proclaimed apart (moved:
 * 8 May 2020, 2 June 2022; added: 3 June 2022, 19 September 2022, 8 May 2023, and
 * 15 June 2026 in Scotland) are from the proclamations. 2019 to 2023 were compared
 * with the list on GOV.UK. Later days may still be proclaimed: an administrator replaces
 * the table in the settings by https://www.gov.uk/bank-holidays.json (read-bank-holidays.ts).
 *
 * A line: date, the divisions (England and Wales, Scotland, Northern Ireland), the
 * title; a star marks a substitute day.
 */
const TABLE = `
2019-01-01 ESN New Year’s Day
2019-01-02 -S- 2nd January
2019-03-18 --N St Patrick’s Day *
2019-04-19 ESN Good Friday
2019-04-22 E-N Easter Monday
2019-05-06 ESN Early May bank holiday
2019-05-27 ESN Spring bank holiday
2019-07-12 --N Battle of the Boyne (Orangemen’s Day)
2019-08-05 -S- Summer bank holiday
2019-08-26 E-N Summer bank holiday
2019-12-02 -S- St Andrew’s Day *
2019-12-25 ESN Christmas Day
2019-12-26 ESN Boxing Day
2020-01-01 ESN New Year’s Day
2020-01-02 -S- 2nd January
2020-03-17 --N St Patrick’s Day
2020-04-10 ESN Good Friday
2020-04-13 E-N Easter Monday
2020-05-08 ESN Early May bank holiday (VE day)
2020-05-25 ESN Spring bank holiday
2020-07-13 --N Battle of the Boyne (Orangemen’s Day) *
2020-08-03 -S- Summer bank holiday
2020-08-31 E-N Summer bank holiday
2020-11-30 -S- St Andrew’s Day
2020-12-25 ESN Christmas Day
2020-12-28 ESN Boxing Day *
2021-01-01 ESN New Year’s Day
2021-01-04 -S- 2nd January *
2021-03-17 --N St Patrick’s Day
2021-04-02 ESN Good Friday
2021-04-05 E-N Easter Monday
2021-05-03 ESN Early May bank holiday
2021-05-31 ESN Spring bank holiday
2021-07-12 --N Battle of the Boyne (Orangemen’s Day)
2021-08-02 -S- Summer bank holiday
2021-08-30 E-N Summer bank holiday
2021-11-30 -S- St Andrew’s Day
2021-12-27 ESN Christmas Day *
2021-12-28 ESN Boxing Day *
2022-01-03 ESN New Year’s Day *
2022-01-04 -S- 2nd January *
2022-03-17 --N St Patrick’s Day
2022-04-15 ESN Good Friday
2022-04-18 E-N Easter Monday
2022-05-02 ESN Early May bank holiday
2022-06-02 ESN Spring bank holiday
2022-06-03 ESN Platinum Jubilee bank holiday
2022-07-12 --N Battle of the Boyne (Orangemen’s Day)
2022-08-01 -S- Summer bank holiday
2022-08-29 E-N Summer bank holiday
2022-09-19 ESN Bank Holiday for the State Funeral of Queen Elizabeth II
2022-11-30 -S- St Andrew’s Day
2022-12-26 ESN Boxing Day
2022-12-27 ESN Christmas Day *
2023-01-02 ESN New Year’s Day *
2023-01-03 -S- 2nd January *
2023-03-17 --N St Patrick’s Day
2023-04-07 ESN Good Friday
2023-04-10 E-N Easter Monday
2023-05-01 ESN Early May bank holiday
2023-05-08 ESN Bank holiday for the coronation of King Charles III
2023-05-29 ESN Spring bank holiday
2023-07-12 --N Battle of the Boyne (Orangemen’s Day)
2023-08-07 -S- Summer bank holiday
2023-08-28 E-N Summer bank holiday
2023-11-30 -S- St Andrew’s Day
2023-12-25 ESN Christmas Day
2023-12-26 ESN Boxing Day
2024-01-01 ESN New Year’s Day
2024-01-02 -S- 2nd January
2024-03-18 --N St Patrick’s Day *
2024-03-29 ESN Good Friday
2024-04-01 E-N Easter Monday
2024-05-06 ESN Early May bank holiday
2024-05-27 ESN Spring bank holiday
2024-07-12 --N Battle of the Boyne (Orangemen’s Day)
2024-08-05 -S- Summer bank holiday
2024-08-26 E-N Summer bank holiday
2024-12-02 -S- St Andrew’s Day *
2024-12-25 ESN Christmas Day
2024-12-26 ESN Boxing Day
2025-01-01 ESN New Year’s Day
2025-01-02 -S- 2nd January
2025-03-17 --N St Patrick’s Day
2025-04-18 ESN Good Friday
2025-04-21 E-N Easter Monday
2025-05-05 ESN Early May bank holiday
2025-05-26 ESN Spring bank holiday
2025-07-14 --N Battle of the Boyne (Orangemen’s Day) *
2025-08-04 -S- Summer bank holiday
2025-08-25 E-N Summer bank holiday
2025-12-01 -S- St Andrew’s Day *
2025-12-25 ESN Christmas Day
2025-12-26 ESN Boxing Day
2026-01-01 ESN New Year’s Day
2026-01-02 -S- 2nd January
2026-03-17 --N St Patrick’s Day
2026-04-03 ESN Good Friday
2026-04-06 E-N Easter Monday
2026-05-04 ESN Early May bank holiday
2026-05-25 ESN Spring bank holiday
2026-06-15 -S- World Cup bank holiday
2026-07-13 --N Battle of the Boyne (Orangemen’s Day) *
2026-08-03 -S- Summer bank holiday
2026-08-31 E-N Summer bank holiday
2026-11-30 -S- St Andrew’s Day
2026-12-25 ESN Christmas Day
2026-12-28 ESN Boxing Day *
2027-01-01 ESN New Year’s Day
2027-01-04 -S- 2nd January *
2027-03-17 --N St Patrick’s Day
2027-03-26 ESN Good Friday
2027-03-29 E-N Easter Monday
2027-05-03 ESN Early May bank holiday
2027-05-31 ESN Spring bank holiday
2027-07-12 --N Battle of the Boyne (Orangemen’s Day)
2027-08-02 -S- Summer bank holiday
2027-08-30 E-N Summer bank holiday
2027-11-30 -S- St Andrew’s Day
2027-12-27 ESN Christmas Day *
2027-12-28 ESN Boxing Day *
2028-01-03 ESN New Year’s Day *
2028-01-04 -S- 2nd January *
2028-03-17 --N St Patrick’s Day
2028-04-14 ESN Good Friday
2028-04-17 E-N Easter Monday
2028-05-01 ESN Early May bank holiday
2028-05-29 ESN Spring bank holiday
2028-07-12 --N Battle of the Boyne (Orangemen’s Day)
2028-08-07 -S- Summer bank holiday
2028-08-28 E-N Summer bank holiday
2028-11-30 -S- St Andrew’s Day
2028-12-25 ESN Christmas Day
2028-12-26 ESN Boxing Day
2029-01-01 ESN New Year’s Day
2029-01-02 -S- 2nd January
2029-03-19 --N St Patrick’s Day *
2029-03-30 ESN Good Friday
2029-04-02 E-N Easter Monday
2029-05-07 ESN Early May bank holiday
2029-05-28 ESN Spring bank holiday
2029-07-12 --N Battle of the Boyne (Orangemen’s Day)
2029-08-06 -S- Summer bank holiday
2029-08-27 E-N Summer bank holiday
2029-11-30 -S- St Andrew’s Day
2029-12-25 ESN Christmas Day
2029-12-26 ESN Boxing Day
2030-01-01 ESN New Year’s Day
2030-01-02 -S- 2nd January
2030-03-18 --N St Patrick’s Day *
2030-04-19 ESN Good Friday
2030-04-22 E-N Easter Monday
2030-05-06 ESN Early May bank holiday
2030-05-27 ESN Spring bank holiday
2030-07-12 --N Battle of the Boyne (Orangemen’s Day)
2030-08-05 -S- Summer bank holiday
2030-08-26 E-N Summer bank holiday
2030-12-02 -S- St Andrew’s Day *
2030-12-25 ESN Christmas Day
2030-12-26 ESN Boxing Day
`

const DIVISION_LETTERS: Readonly<Record<Division, string>> = {
  'england-and-wales': 'E',
  scotland: 'S',
  'northern-ireland': 'N',
}

const LINES = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [date = '', divisions = '', ...title] = line.split(' ')
    const substitute = title[title.length - 1] === '*'
    return {
      date,
      divisions,
      title: (substitute ? title.slice(0, -1) : title).join(' '),
      notes: substitute ? 'Substitute day' : '',
    }
  })

const shippedOf = (division: Division): BankHolidays[Division] => ({
  division,
  events: LINES.filter((line) => line.divisions.indexOf(DIVISION_LETTERS[division]) !== -1).map(
    ({ date, title, notes }) => ({ date, title, notes }),
  ),
})

/** The bank holidays that are shipped, in the shape of GOV.UK’s bank-holidays.json. */
export const BANK_HOLIDAYS: BankHolidays = {
  'england-and-wales': shippedOf('england-and-wales'),
  scotland: shippedOf('scotland'),
  'northern-ireland': shippedOf('northern-ireland'),
}
