import { accountOf, correctedOf } from './account.ts'
import { type BreachRecord, type Contact, withoutAccess } from './breach-record.ts'
import { dayText, type Language, momentText } from './when.ts'
import { type BreachWording, breachWordingFor, type FieldName } from './wording.ts'

/** One paragraph of a response: from the record, or what somebody is to fill in. */
export type ReportParagraph = { readonly text: string; readonly toFillIn: boolean }

/** A field of the form with its response. */
export type ReportField = { readonly label: string; readonly paragraphs: readonly ReportParagraph[] }

/** A section of the form; core information is a table there. */
export type ReportSection = {
  readonly heading: string
  readonly isTable: boolean
  readonly fields: readonly ReportField[]
}

/** A breach report as far as the record tells it. */
export type BreachReport = {
  readonly title: string
  readonly locale: 'en-GB' | 'cy-GB'
  /** What the reader must know of the draft. */
  readonly draft: string
  readonly tableHeadings: readonly [string, string]
  readonly sections: readonly ReportSection[]
}

/**
 * Drafts the report on a breach in the sections of the form that the UK Statistics
 * Authority takes: core information, circumstances, impact, corrective action. What
 * the record does not tell is marked to be filled in; nothing is guessed.
 */
export function breachReportOf(record: BreachRecord, language: Language): BreachReport {
  const wording = breachWordingFor(language)
  const { sections } = wording
  return {
    title: wording.title(record.output.title),
    locale: wording.locale,
    draft: wording.draft,
    tableHeadings: wording.tableHeadings,
    sections: [
      { heading: sections.core, isTable: true, fields: coreFields(record, wording) },
      { heading: sections.circumstances, isTable: false, fields: circumstanceFields(record, wording) },
      { heading: sections.impact, isTable: false, fields: impactFields(record, wording) },
      { heading: sections.corrective, isTable: false, fields: correctiveFields(record, wording) },
    ],
  }
}

/** A field with what is known, and the hint where something is missing. */
function field(
  wording: BreachWording,
  name: FieldName,
  known: readonly string[],
  isWhole: boolean,
): ReportField {
  const { label, hint } = wording.fields[name]
  const paragraphs = known.map((text) => ({ text, toFillIn: false }))
  const missing = isWhole ? [] : [{ text: wording.toFillIn(hint), toFillIn: true }]
  return { label, paragraphs: [...paragraphs, ...missing] }
}

const told = (wording: BreachWording, name: FieldName, value: string | null): ReportField =>
  field(wording, name, value === null ? [] : [value], value !== null)

const contactText = (contact: Contact | null): string | null =>
  contact === null ? null : [contact.name, contact.contact].filter((text) => text !== null).join(', ')

function coreFields(record: BreachRecord, wording: BreachWording): readonly ReportField[] {
  const { output, reporter, headOfProfession, reportedAt } = record
  const { language } = wording
  const known = [
    output.title,
    output.series === null ? null : wording.series(output.series),
    output.dueAt === null ? null : wording.due(momentText(output.dueAt, language)),
    output.link,
  ].filter((text) => text !== null)
  return [
    field(wording, 'output', known, output.link !== null),
    told(wording, 'producer', record.producer),
    told(wording, 'division', record.division),
    field(
      wording,
      'reporter',
      [contactText(reporter)].filter((text) => text !== null),
      isReachable(reporter),
    ),
    field(
      wording,
      'headOfProfession',
      [contactText(headOfProfession)].filter((text) => text !== null),
      isReachable(headOfProfession),
    ),
    told(wording, 'statement', record.statementLink),
    told(wording, 'reportDate', reportedAt === null ? null : dayText(reportedAt, language)),
  ]
}

const isReachable = (contact: Contact | null): boolean => contact !== null && contact.contact !== null

function circumstanceFields(record: BreachRecord, wording: BreachWording): readonly ReportField[] {
  return [
    field(wording, 'practices', [wording.practice], false),
    told(wording, 'breachDate', dayText(record.message.sentAt, wording.language)),
    field(wording, 'account', accountOf(record, wording), false),
  ]
}

function impactFields({ message, afterwards }: BreachRecord, wording: BreachWording): readonly ReportField[] {
  const without = withoutAccess(message)
  const deleted = without.filter((address) => afterwards.deletions.some((each) => each.address === address))
  return [
    field(wording, 'impactInside', [], false),
    field(wording, 'impactOutside', [wording.received(without.length, deleted.length)], false),
  ]
}

function correctiveFields(record: BreachRecord, wording: BreachWording): readonly ReportField[] {
  return [
    field(wording, 'corrected', correctedOf(record, wording), false),
    field(wording, 'prevented', [], false),
  ]
}
