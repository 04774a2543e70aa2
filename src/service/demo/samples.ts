import { beforeRevision, INDUSTRIES, inventQuarters, type Quarter } from './employment-figures.ts'
import { type NumberFormat, type Sheet, type SheetCell, writeWorkbook } from './workbook-writer.ts'

/** A workbook with invented figures, made when it is asked for. */
export type Sample = {
  readonly name: string
  readonly title: string
  readonly standing: 'embargoed' | 'published'
  readonly bytes: () => Uint8Array
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** March 1999 to December 2019. */
const QUARTERS = 84
/** Chosen once; any other would do. */
const SEED = 17_032_020
/** Quarters before the newest that are revised with each edition, and by how much: a share. */
const REVISIONS = [0.0021, -0.0013, 0.0008] as const
/** Quarters in the table of the bulletin: two years and a quarter, as changes on a year need. */
const BULLETIN_QUARTERS = 9

const as = (stored: number, format: NumberFormat): SheetCell => ({ stored, format })
const toThree = (value: number): number => Math.round(value * 1000) / 1000

const publicSector = ({ centralGovernment, localGovernment, publicCorporations }: Quarter): number =>
  toThree(centralGovernment + localGovernment + publicCorporations)

function sectorCells(quarter: Quarter): readonly SheetCell[] {
  const total = publicSector(quarter)
  const everybody = toThree(total + quarter.privateSector)
  return [
    as(quarter.centralGovernment, 'thousands'),
    as(quarter.localGovernment, 'thousands'),
    as(toThree(quarter.centralGovernment + quarter.localGovernment), 'thousands'),
    as(quarter.publicCorporations, 'thousands'),
    as(total, 'thousands'),
    as(quarter.privateSector, 'thousands'),
    as(everybody, 'thousands'),
    as((total / everybody) * 100, 'one-decimal'),
  ]
}

const SECTORS = [
  'Central government',
  'Local government',
  'Total general government',
  'Public corporations',
  'Total public sector',
  'Private sector',
  'Total employment',
  'Public sector share (%)',
] as const

function changeRow(label: string, now: Quarter, then: Quarter | undefined): readonly SheetCell[] {
  if (then === undefined) return [label]
  const changes = [
    now.centralGovernment - then.centralGovernment,
    now.localGovernment - then.localGovernment,
    now.publicCorporations - then.publicCorporations,
    publicSector(now) - publicSector(then),
  ].map((change) => as(toThree(change), 'thousands'))
  const [central = null, local = null, corporations = null, total = null] = changes
  return [label, central, local, null, corporations, total]
}

function bulletinTable(quarters: readonly Quarter[]): Sheet {
  const shown = quarters.slice(-BULLETIN_QUARTERS)
  const [newest] = shown.slice(-1)
  const changes =
    newest === undefined
      ? []
      : [
          changeRow('Change on quarter', newest, shown.at(-2)),
          changeRow('Change on year', newest, shown.at(-5)),
        ]
  return {
    name: 'Table 1',
    rows: [
      ['Table 1: Public sector employment by sector; UK'],
      ['Headcount in thousands, seasonally adjusted. Invented figures.'],
      ['Quarter', ...SECTORS],
      ...shown.map((quarter) => [quarter.label, ...sectorCells(quarter)]),
      ...changes,
    ],
  }
}

function dataset(quarters: readonly Quarter[]): Sheet {
  return {
    name: 'Dataset',
    rows: [
      ['Public sector employment by sector and industry; UK; March 1999 onwards'],
      ['Headcount in thousands, seasonally adjusted. Invented figures.'],
      ['Quarter', ...SECTORS, ...INDUSTRIES],
      ...quarters.map((quarter) => [
        quarter.label,
        ...sectorCells(quarter),
        ...quarter.industries.map((industry) => as(industry, 'thousands')),
      ]),
    ],
  }
}

function cover(edition: string, published: string): Sheet {
  return {
    name: 'Cover',
    rows: [
      [`Public sector employment, UK: ${edition}`],
      [`To be published at ${published}`],
      ['Every figure in this workbook is invented. It exists to try out Embargo Guard.'],
      ['Contents'],
      ['Table 1', 'Public sector employment by sector'],
      ['Dataset', 'Quarterly series by sector and industry'],
      ['Notes', 'How to read the figures'],
    ],
  }
}

const NOTES: Sheet = {
  name: 'Notes',
  rows: [
    ['Notes'],
    ['1', 'Headcounts are in thousands and seasonally adjusted; totals are of unrounded figures.'],
    ['2', 'The three quarters before the newest are revised with each edition.'],
    ['3', `Industries: ${INDUSTRIES.join('; ')}.`],
  ],
}

const CURRENT = inventQuarters(QUARTERS, SEED)

/** What was known a quarter ago: no newest quarter, and the last ones not revised yet. */
const PREVIOUS = CURRENT.slice(0, -1).map((quarter, index, all) => {
  const share = REVISIONS[all.length - 1 - index]
  return share === undefined ? quarter : beforeRevision(quarter, share)
})

/** The workbooks of the try-out: the edition before, which everybody has, and the one under embargo. */
export const SAMPLES: readonly Sample[] = [
  {
    name: 'pse-2019-12-published.xlsx',
    title: 'Public sector employment, UK: September 2019 (published 17 December 2019)',
    standing: 'published',
    bytes: () =>
      writeWorkbook([
        cover('September 2019', '09:30 on Tuesday 17 December 2019'),
        NOTES,
        bulletinTable(PREVIOUS),
        dataset(PREVIOUS),
      ]),
  },
  {
    name: 'pse-2020-03-embargoed.xlsx',
    title: 'Public sector employment, UK: December 2019 (under embargo until 17 March 2020, 09:30)',
    standing: 'embargoed',
    bytes: () =>
      writeWorkbook([
        cover('December 2019', '09:30 on Tuesday 17 March 2020'),
        NOTES,
        bulletinTable(CURRENT),
        dataset(CURRENT),
      ]),
  },
]
