import { leftOut, type ReadCalendar, type ReadRow, together } from './calendar-row.ts'
import { govUkAnnouncement, isGovUkAnnouncement } from './gov-uk-json.ts'
import { listOf, memberOf } from './json-fields.ts'
import { type Json, readJson } from './json-tree.ts'
import { isOnsRelease, onsRelease } from './ons-json.ts'
import { isOwnCalendar, ownRelease, unreadableForm } from './own-json.ts'
import { FILE } from './wording.ts'

/** The members that hold the releases: ONS's calendar, GOV.UK's search, and lists made by hand. */
const LISTS = ['releases', 'results', 'items'] as const

/**
 * Reads a calendar in JSON: ONS's `/releasecalendar/data`, one or more releases of
 * dp-release-calendar-api, GOV.UK's statistics announcements from its search or its
 * content API, or our own export.
 */
export function readJsonCalendar(text: string): ReadCalendar {
  const read = readJson(text)
  if (read.kind === 'broken') return { rows: [], faults: [leftOut(read.line, '', read.because)] }
  const { json } = read
  if (isOwnCalendar(json)) {
    const fault = unreadableForm(json)
    return fault === null ? together(listOf(json, 'releases').map(ownRelease)) : { rows: [], faults: [fault] }
  }
  const entries = entriesOf(json)
  return entries === null
    ? { rows: [], faults: [leftOut(json.line, '', FILE.noKnownJson)] }
    : together(entries.map(entry))
}

function entriesOf(json: Json): readonly Json[] | null {
  if (json.kind === 'list') return json.values
  if (isOnsRelease(json) || isGovUkAnnouncement(json)) return [json]
  const name = LISTS.find((list) => memberOf(json, list)?.kind === 'list')
  return name === undefined ? null : listOf(json, name)
}

function entry(json: Json): ReadRow {
  if (isOnsRelease(json)) return onsRelease(json)
  if (isGovUkAnnouncement(json)) return govUkAnnouncement(json)
  return {
    row: null,
    faults: [leftOut(json.line, '', FILE.noKnownEntry)],
  }
}
