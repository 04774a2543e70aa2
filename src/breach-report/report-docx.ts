import type { BreachReport, ReportField, ReportParagraph, ReportSection } from './breach-report.ts'
import { type Block, docxOf, type Paragraph } from './docx.ts'

/** The report as a Word document: headings, core information as a table, what is to fill in marked. */
export const reportDocx = (report: BreachReport): Uint8Array =>
  docxOf({
    title: report.title,
    locale: report.locale,
    blocks: [
      { kind: 'title', text: report.title },
      { kind: 'paragraph', paragraph: { text: report.draft, isMarked: false } },
      ...joined(report.sections.map((section) => sectionBlocks(section, report.tableHeadings))),
    ],
  })

function joined(lists: readonly (readonly Block[])[]): readonly Block[] {
  const all: Block[] = []
  for (const list of lists) all.push(...list)
  return all
}

function sectionBlocks(section: ReportSection, tableHeadings: readonly [string, string]): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: section.heading }
  if (!section.isTable) return [heading, ...joined(section.fields.map(fieldBlocks))]
  const rows = section.fields.map(({ label, paragraphs }) => ({ label, paragraphs: paragraphs.map(marked) }))
  return [heading, { kind: 'table', headings: tableHeadings, rows }]
}

const fieldBlocks = ({ label, paragraphs }: ReportField): readonly Block[] => [
  { kind: 'heading', level: 2, text: label },
  ...paragraphs.map((paragraph): Block => ({ kind: 'paragraph', paragraph: marked(paragraph) })),
]

const marked = ({ text, toFillIn }: ReportParagraph): Paragraph => ({ text, isMarked: toFillIn })
