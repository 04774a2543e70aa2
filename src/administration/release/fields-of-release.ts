import type { ReleaseInFull } from '../../register/administration.ts'
import { londonText } from '../../release/london-time.ts'
import type { AccessEntry } from '../../release/release-details.ts'
import { dueWords } from '../list/when-words.ts'
import type { Fields } from '../saving/differences.ts'
import type { AdministrationWording } from '../wording.ts'

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
