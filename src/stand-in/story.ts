import { instantFrom } from '../release/london-time.ts'

/** The instant that London’s clocks show as this, milliseconds since 1970-01-01T00:00:00Z. */
function london(text: string): number {
  const typed = instantFrom(text)
  if (typed.kind !== 'instant') throw new RangeError(`text: ${text}`)
  return typed.at
}

/**
 * The afternoon of Monday 16 March 2020.
 *
 * Source: breach report on Public Sector Employment, UK Statistics Authority,
 * March 2020. Names and addresses are invented.
 */
export const STORY = {
  monday: london('2020-03-16 14:42'),
  justBefore: london('2020-03-17 09:29:59'),
  release: london('2020-03-17 09:30'),
  to: [
    'Priya Nair <priya.nair@employment-department.example>',
    'Tom Aldous <tom.aldous@employment-department.example>',
    'Grace Mbeki <grace.mbeki@employment-department.example>',
    'Huw Pritchard <huw.pritchard@employment-department.example>',
  ],
  cc: ['Statistics Team <statistics-team@employment-department.example>'],
  subject: 'Public Sector Employment: test of tomorrow’s tables',
  html: [
    '<p>Hello all,</p>',
    '<p>As some of you could not open the tables on the website last quarter, we will e-mail them to you at 09:30 on the day from now on.</p>',
    '<p>This is a test of that process. Please tell me whether the attached tables open for you.</p>',
    '<p>Many thanks</p>',
  ].join(''),
  /** Samples of the edition under embargo have this in their names. */
  sample: 'embargoed',
} as const
