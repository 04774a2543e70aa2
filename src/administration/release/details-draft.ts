import type { ReleaseInFull, ReleasePatch } from '../../register/administration.ts'
import { linesOf } from '../calendars/lines-of.ts'

/** The details that are one line of text. */
export const ONE_LINE = [
  'series',
  'title',
  'producer',
  'contactName',
  'contactEmail',
  'contactTelephone',
] as const

/** The details of a release while they are typed. */
export type DetailsDraft = Readonly<Record<(typeof ONE_LINE)[number] | 'summary' | 'notice' | 'team', string>>

/** The details as they would have been typed. */
export const draftOfDetails = (release: ReleaseInFull): DetailsDraft => ({
  series: release.series,
  title: release.title,
  producer: release.producer,
  contactName: release.contact.name,
  contactEmail: release.contact.email,
  contactTelephone: release.contact.telephone,
  summary: release.summary,
  notice: release.notice,
  team: release.team.join('\n'),
})

/** What is sent of the details. */
export const patchOf = (draft: DetailsDraft): ReleasePatch => ({
  series: draft.series.trim(),
  title: draft.title.trim(),
  producer: draft.producer.trim(),
  contact: {
    name: draft.contactName.trim(),
    email: draft.contactEmail.trim(),
    telephone: draft.contactTelephone.trim(),
  },
  summary: draft.summary.trim(),
  notice: draft.notice.trim(),
  team: linesOf(draft.team),
})

/** Whether a field is one that a release cannot be without. */
export const isNeeded = (name: keyof DetailsDraft): boolean => name === 'series' || name === 'title'
