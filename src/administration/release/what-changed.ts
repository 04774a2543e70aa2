import type { OrganisationSettings, ReleaseInFull } from '../../register/administration.ts'
import { londonText } from '../../release/london-time.ts'
import type { AccessEntry } from '../../release/release-details.ts'
import { dueWords } from '../list/when-words.ts'
import type { AdministrationWording } from '../wording.ts'

/** A thing as a person reads it: its fields by name, in order. */
export type Fields = ReadonlyMap<string, string>

/** One field that differs. */
export type Difference = { readonly field: string; readonly before: string; readonly after: string }

/** What differs between two readings of one thing. */
export function differencesBetween(before: Fields, after: Fields): readonly Difference[] {
  const names = Array.from(new Set([...before.keys(), ...after.keys()]))
  return names
    .map((field) => ({ field, before: before.get(field) ?? '', after: after.get(field) ?? '' }))
    .filter((field) => field.before !== field.after)
}

const entryText = ({ post, opensAt, expiresAt, reason }: AccessEntry): string =>
  [post, londonText(opensAt), expiresAt === null ? '' : londonText(expiresAt), reason]
    .filter((text) => text !== '')
    .join(', ')

/** A release, field by field. */
export function fieldsOfRelease(release: ReleaseInFull, wording: AdministrationWording): Fields {
  const { release: said, states, files, access } = wording
  const { contact, team, lift } = release
  return new Map([
    [said.series, release.series],
    [said.title, release.title],
    [said.time, `${states[release.state]}, ${dueWords(release, wording)}`],
    [said.producer, release.producer],
    [said.contactName, [contact.name, contact.email, contact.telephone].filter(Boolean).join(', ')],
    [said.summary, release.summary],
    [said.notice, release.notice],
    [said.team, team.join(', ')],
    [said.lift, lift === null ? '' : `${lift.by}: ${lift.reason}`],
    [files.heading, release.files.map(({ name }) => name).join(', ')],
    ...release.access.map((entry): [string, string] => [
      `${access.address} ${entry.address}`,
      entryText(entry),
    ]),
  ])
}

/** The settings, field by field. */
export function fieldsOfSettings(settings: OrganisationSettings, wording: AdministrationWording): Fields {
  const { settings: said, policy } = wording
  const { withoutAccess, withAccess, deliveredAfterRelease, weakEvidence, unreadable, couldNotCheck } =
    settings.policy
  return new Map([
    [said.domains, settings.domains.join(', ')],
    [policy.lines.withoutAccess, policy.verdicts[withoutAccess]],
    [policy.lines.withAccess, policy.verdicts[withAccess]],
    [policy.lines.deliveredAfterRelease, policy.verdicts[deliveredAfterRelease]],
    [policy.lines.weakEvidence, policy.verdicts[weakEvidence]],
    [policy.lines.unreadable, policy.verdicts[unreadable]],
    [policy.lines.couldNotCheck, policy.verdicts[couldNotCheck]],
    [said.usualTimes, settings.usualTimes.map(({ series, time }) => `${series} ${time}`).join(', ')],
    [said.accessHours, String(settings.accessHours)],
    [`${said.contactText}, ${said.english}`, settings.contactText.en],
    [`${said.contactText}, ${said.welsh}`, settings.contactText.cy],
  ])
}
