import type { JournalEntry } from '../../register/administration.ts'
import { type Difference, differencesBetween, type Fields } from '../saving/differences.ts'
import type { AdministrationWording } from '../wording.ts'

/** What the London time says already, or only machines read. */
const NOT_SHOWN = ['at', 'months', 'source']

/** No count is as large as an instant, milliseconds since 1970-01-01T00:00:00Z, of this century. */
const FIRST_INSTANT = Date.UTC(2000, 0, 1)

const partsOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

const partAt = (value: unknown, name: string): unknown => partsOf(value).find(([key]) => key === name)?.[1]

/** The fields of releases and settings by the names that the screens give them. */
const namesIn = ({
  release,
  access,
  settings,
  never,
  bankHolidays,
  journal,
}: AdministrationWording): Readonly<Record<string, string>> => ({
  series: release.series,
  state: journal.state,
  title: release.title,
  london: release.time,
  producer: release.producer,
  contact: release.contactName,
  summary: release.summary,
  notice: release.notice,
  team: release.team,
  lift: release.lift,
  access: access.address,
  domains: settings.domains,
  usualTimes: settings.usualTimes,
  accessHours: settings.accessHours,
  contactText: settings.contactText,
  neverCleared: never.heading,
  bankHolidays: bankHolidays.heading,
})

/** Anything in one line for a person. */
function textOf(value: unknown, wording: AdministrationWording): string {
  if (typeof value === 'number') return value > FIRST_INSTANT ? wording.dateAndTime(value) : String(value)
  if (typeof value !== 'object') return value === undefined ? '' : String(value)
  return textOfAll(
    partsOf(value).map(([, part]) => part),
    wording,
  )
}

const textOfAll = (values: readonly unknown[], wording: AdministrationWording): string =>
  values
    .map((value) => textOf(value, wording))
    .filter((text) => text !== '')
    .join(', ')

/** Looks a word of the service up in what the screens call it. */
const calledIn = (names: Readonly<Record<string, string>>, word: unknown): string =>
  names[String(word)] ?? String(word)

/** One field as lines of the table: the policy and the access list have one for each of theirs. */
function linesOf(
  [field, value]: readonly [string, unknown],
  wording: AdministrationWording,
): readonly (readonly [string, string])[] {
  const names = namesIn(wording)
  const { policy, never, states } = wording
  if (field === 'policy')
    return partsOf(value).map(([line, verdict]) => [
      calledIn(policy.lines, line),
      calledIn(policy.verdicts, verdict),
    ])
  if (field === 'access')
    return partsOf(value).map(([, entry]) => [
      `${names.access} ${textOf(partAt(entry, 'address'), wording)}`,
      textOfAll(
        partsOf(entry).flatMap(([name, told]) => (name === 'address' ? [] : [told])),
        wording,
      ),
    ])
  if (field === 'neverCleared')
    return [
      [
        never.heading,
        partsOf(value)
          .map(([, kind]) => calledIn(never.kinds, kind))
          .join(', '),
      ],
    ]
  return [[names[field] ?? field, field === 'state' ? calledIn(states, value) : textOf(value, wording)]]
}

const fieldsIn = (value: unknown, wording: AdministrationWording): Fields =>
  new Map(
    partsOf(value)
      .filter(([field]) => !NOT_SHOWN.includes(field))
      .flatMap((field) => linesOf(field, wording)),
  )

/** What an entry of the journal changed, field by field; empty where it changed nothing that was there. */
export function changesIn({ entry }: JournalEntry, wording: AdministrationWording): readonly Difference[] {
  const [before, after] = [partAt(entry, 'before'), partAt(entry, 'after')]
  if (after === undefined) return []
  return differencesBetween(fieldsIn(before, wording), fieldsIn(after, wording))
}

/** The check that an entry is of, where its message may have left: it was let go or only warned of; else `null`. */
export function checkThatLeft({ kind, entry }: JournalEntry): string | null {
  if (kind !== 'check' || partAt(entry, 'moment') !== 'send' || partAt(entry, 'verdict') === 'block')
    return null
  const check = partAt(entry, 'check')
  return typeof check === 'string' ? check : null
}
