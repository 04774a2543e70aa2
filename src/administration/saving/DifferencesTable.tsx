import type { ReactElement } from 'react'
import { useFormStyles } from '../use-form-styles.ts'
import type { Difference } from './differences.ts'

/** What differs, field by field, with a name for each side. */
export function DifferencesTable(props: {
  differences: readonly Difference[]
  field: string
  before: string
  after: string
}): ReactElement {
  const { differences, field, before, after } = props
  const forms = useFormStyles()
  return (
    <table className={forms.table}>
      <thead>
        <tr>
          <th scope="col">{field}</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((each) => (
          <tr key={each.field}>
            <th scope="row">{each.field}</th>
            <td>{each.before || '–'}</td>
            <td>{each.after || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
