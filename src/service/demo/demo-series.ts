/** A series of the try-out. All of them are invented. */
export type DemoSeries = {
  readonly series: string
  /** The usual time of day in London. */
  readonly time: string
  readonly producer: string
  readonly summary: string
}

const LABOUR = 'Labour Market Division'
const EARNINGS = 'Earnings and Income Division'
const REGIONS = 'Regional Statistics Division'

/** What comes out in a year of the try-out. */
export const DEMO_SERIES: readonly DemoSeries[] = [
  {
    series: 'Labour Market Overview',
    time: '07:00',
    producer: LABOUR,
    summary: 'Employment, unemployment and inactivity.',
  },
  {
    series: 'Average Weekly Earnings',
    time: '07:00',
    producer: EARNINGS,
    summary: 'Pay of employees, with and without bonuses.',
  },
  { series: 'Vacancies and Jobs', time: '07:00', producer: LABOUR, summary: 'Vacancies and workforce jobs.' },
  {
    series: 'Payrolled Employees',
    time: '07:00',
    producer: EARNINGS,
    summary: 'Employees on payrolls, early estimate.',
  },
  { series: 'Labour Disputes', time: '09:30', producer: LABOUR, summary: 'Working days lost to disputes.' },
  {
    series: 'Regional Labour Market',
    time: '09:30',
    producer: REGIONS,
    summary: 'The labour market by country and region.',
  },
  { series: 'Claimant Count by Area', time: '09:30', producer: REGIONS, summary: 'Claimants by local area.' },
  { series: 'Young People Not in Work', time: '09:30', producer: LABOUR, summary: 'People aged 16 to 24.' },
  {
    series: 'Working and Workless Households',
    time: '09:30',
    producer: LABOUR,
    summary: 'Work by household.',
  },
  { series: 'Productivity', time: '09:30', producer: 'Productivity Division', summary: 'Output per hour.' },
  {
    series: 'Annual Survey of Hours',
    time: '09:30',
    producer: EARNINGS,
    summary: 'Hours and pay by occupation.',
  },
  {
    series: 'Wales: Labour Market in Brief',
    time: '09:30',
    producer: 'Ystadegau Cymru',
    summary: 'Y farchnad lafur yng Nghymru.',
  },
]

/** Posts with pre-release access in the try-out. The last is a team inbox, the one before a distribution list. */
export const DEMO_ACCESS = [
  ['permanent.secretary@department.example', 'Permanent Secretary', 'Advises the minister', 'person'],
  ['minister@department.example', 'Minister for Employment', 'Speaks on the day of publication', 'person'],
  ['chief.economist@department.example', 'Chief Economist', 'Briefs the minister', 'person'],
  ['briefing.list@department.example', 'Briefing list', 'Prepares the briefing', 'distribution-list'],
  ['press.office@department.example', 'Press office', 'Answers the press on the day', 'team-inbox'],
] as const
