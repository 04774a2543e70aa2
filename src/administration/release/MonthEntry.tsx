import { Field, Input, Select } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import type { YearMonth } from '../../release/when.ts'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'

/** A month in which a release is expected, as exactly as is known. */
export function MonthEntry(props: { month: YearMonth; onChange: (month: YearMonth) => void }): ReactElement {
  const { month, onChange } = props
  const { months, release: said } = useWording()
  const forms = useFormStyles()
  return (
    <div className={forms.columns}>
      <Field label={said.month}>
        <Select
          value={String(month.month)}
          onChange={(_, { value }) => onChange({ ...month, month: Number(value) })}
        >
          {months.map((name, index) => (
            <option key={name} value={index + 1}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={said.year}>
        <Input
          type="number"
          value={String(month.year)}
          onChange={(_, { value }) => onChange({ ...month, year: Number(value) })}
        />
      </Field>
    </div>
  )
}
