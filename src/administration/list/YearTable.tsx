import type { ReactElement } from 'react'
import type { ReleaseSummary } from '../../register/administration.ts'
import { londonClock } from '../../release/london-time.ts'
import type { YearMonth } from '../../release/when.ts'
import { PlaceLink } from '../PlaceLink.tsx'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { byMonth, type Year } from './year-of-releases.ts'

/** The releases of a year as a table, month by month. */
export function YearTable(props: { releases: readonly ReleaseSummary[]; year: Year }): ReactElement {
  const { releases, year } = props
  const forms = useFormStyles()
  const wording = useWording()
  const nameOf = (month: YearMonth) => wording.monthsText({ from: month, to: month })
  return (
    <table className={forms.table}>
      <thead>
        <tr>
          <th scope="col">{wording.year.month}</th>
          <th scope="col">{wording.year.releases}</th>
        </tr>
      </thead>
      <tbody>
        {byMonth(releases, year).map(({ month, releases }) => (
          <tr key={nameOf(month)}>
            <th scope="row">{nameOf(month)}</th>
            <td>
              {releases.length === 0 && wording.common.none}
              <ul className={forms.list}>
                {releases.map(({ id, title, at, months, state }) => (
                  <li key={id}>
                    {months === null && `${londonClock(at).day}: `}
                    <PlaceLink to={{ screen: 'release', id, part: 'about' }}>{title}</PlaceLink>,{' '}
                    {wording.states[state]}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
