import type { BreachReport, ReportField } from './breach-report.ts'

/** The report as plain text, to be pasted into a mail or a form of one’s own. */
export function reportText(report: BreachReport): string {
  const sections = report.sections.map(({ heading, fields }) =>
    [underlined(heading, '-'), ...fields.map(fieldText)].join('\n\n'),
  )
  return `${[underlined(report.title, '='), report.draft, ...sections].join('\n\n')}\n`
}

const underlined = (heading: string, line: string): string => `${heading}\n${line.repeat(heading.length)}`

const fieldText = ({ label, paragraphs }: ReportField): string =>
  [`${label}:`, ...paragraphs.map(({ text }) => `  ${text}`)].join('\n')
