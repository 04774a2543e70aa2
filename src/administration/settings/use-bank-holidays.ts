import { BANK_HOLIDAYS } from '../../release/bank-holidays.ts'
import type { BankHolidays } from '../../release/working-days.ts'
import { useSettings } from '../list/use-register.ts'

/** The bank holidays to judge times by: GOV.UK’s list where an administrator added it, else the one that is shipped. */
export const useBankHolidays = (): BankHolidays => useSettings().data?.value.bankHolidays ?? BANK_HOLIDAYS
