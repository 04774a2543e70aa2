import type { OrganisationSettings } from '../../register/administration.ts'
import { BANK_HOLIDAYS } from '../../release/bank-holidays.ts'
import { type BankHolidays, yearsKnown } from '../../release/working-days.ts'
import type { Fields } from '../saving/differences.ts'
import type { AdministrationWording } from '../wording.ts'
import { POLICY_LINES } from './policy-steps.ts'

/** Of which years the bank holidays are known, and from where. */
export const knownOf = (
  holidays: BankHolidays | null,
  { bankHolidays: said }: AdministrationWording,
): string => said.known(yearsKnown(holidays ?? BANK_HOLIDAYS), holidays !== null)

/** The settings, field by field. */
export function fieldsOfSettings(settings: OrganisationSettings, wording: AdministrationWording): Fields {
  const { settings: said, policy, never, bankHolidays } = wording
  return new Map([
    [said.domains, settings.domains.join(', ')],
    ...POLICY_LINES.map((line): [string, string] => [
      policy.lines[line],
      policy.verdicts[settings.policy[line]],
    ]),
    [never.heading, (settings.neverCleared ?? []).map((kind) => never.kinds[kind]).join(', ')],
    [said.usualTimes, settings.usualTimes.map(({ series, time }) => `${series} ${time}`).join(', ')],
    [bankHolidays.heading, knownOf(settings.bankHolidays ?? null, wording)],
    [said.accessHours, String(settings.accessHours)],
    [`${said.contactText}, ${said.english}`, settings.contactText.en],
    [`${said.contactText}, ${said.welsh}`, settings.contactText.cy],
  ])
}
