import type { BreachRecord } from '../../src/breach-report/breach-record.ts'

// London keeps GMT until 29 March 2020, so these clock times are UTC.
export const MONDAY_14_41 = Date.UTC(2020, 2, 16, 14, 41)
export const MONDAY_14_42 = Date.UTC(2020, 2, 16, 14, 42)
export const MONDAY_14_43 = Date.UTC(2020, 2, 16, 14, 43)
export const MONDAY_14_49 = Date.UTC(2020, 2, 16, 14, 49)
export const TUESDAY_09_30 = Date.UTC(2020, 2, 17, 9, 30)

export const COLLEAGUES = ['one', 'two', 'three', 'four'].map((name) => `${name}@department.example`)
export const TEAM_INBOX = 'statistics.team@department.example'

/** 16 March 2020 as the journal and the people who were there know it on the same day. */
export const SIXTEENTH_OF_MARCH: BreachRecord = {
  output: {
    title: 'Public sector employment, UK: December 2019',
    series: 'Public Sector Employment',
    link: 'https://office.example/pse',
    dueAt: TUESDAY_09_30,
  },
  producer: 'Office for Statistics',
  division: 'Labour Market',
  reporter: { name: 'Ada', contact: 'ada@office.example' },
  headOfProfession: { name: 'Grace', contact: 'grace@office.example, 01632 960000' },
  statementLink: null,
  reportedAt: MONDAY_14_49 + 3_600_000,
  message: {
    sentAt: MONDAY_14_42,
    sender: 'ada@office.example',
    recipients: [...COLLEAGUES, TEAM_INBOX].map((address) => ({ address, hasAccess: false })),
    found: [{ part: 'PSE_tables.xlsx', kind: 'embargoed-file', figures: 312 }],
    verdict: { kind: 'warn', at: MONDAY_14_41 },
    deliveredAt: MONDAY_14_42,
  },
  afterwards: {
    noticedAt: MONDAY_14_42 + 40_000,
    recalledAt: MONDAY_14_43,
    deletionRequestedAt: MONDAY_14_49,
    informedAt: null,
    deletions: [{ address: COLLEAGUES[0] ?? '', at: MONDAY_14_49 + 120_000 }],
  },
}

/** The same with nothing but what the journal has: nobody has added a word. */
export const JOURNAL_ONLY: BreachRecord = {
  ...SIXTEENTH_OF_MARCH,
  output: { ...SIXTEENTH_OF_MARCH.output, series: null, link: null, dueAt: null },
  producer: null,
  division: null,
  reporter: { name: 'Ada', contact: null },
  headOfProfession: null,
  reportedAt: null,
  message: { ...SIXTEENTH_OF_MARCH.message, deliveredAt: null, verdict: null },
  afterwards: {
    noticedAt: null,
    recalledAt: null,
    deletionRequestedAt: null,
    informedAt: null,
    deletions: [],
  },
}
