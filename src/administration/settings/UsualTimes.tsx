import { Button, Field, Input, makeStyles, Text } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { SeriesTime } from '../../register/administration.ts'
import { timeOfDayFrom } from '../../release/usual-time.ts'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 88px 32px', gap: '8px', alignItems: 'end' },
  input: { minWidth: 0 },
})

/** The usual time of each series that has one. */
export function UsualTimes(props: {
  times: readonly SeriesTime[]
  onChange: (times: readonly SeriesTime[]) => void
}): ReactElement {
  const { times, onChange } = props
  const styles = useStyles()
  const forms = useFormStyles()
  const { settings: said, time: told } = useWording()
  const change = (index: number, changed: Partial<SeriesTime>): void =>
    onChange(times.map((each, place) => (place === index ? { ...each, ...changed } : each)))
  return (
    <div className={forms.stack}>
      {times.length === 0 && <Text>{said.noTimes}</Text>}
      {times.map(({ series, time }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a series is typed letter by letter
        <div key={index} className={styles.line}>
          <Field label={said.series}>
            <Input
              className={styles.input}
              value={series}
              onChange={(_, { value }) => change(index, { series: value })}
            />
          </Field>
          <Field
            label={said.at}
            {...(timeOfDayFrom(time) === null ? { validationMessage: told.unreadable } : {})}
          >
            <Input
              className={styles.input}
              inputMode="numeric"
              value={time}
              onChange={(_, { value }) => change(index, { time: value })}
            />
          </Field>
          <Button
            appearance="subtle"
            icon={<Dismiss16Regular />}
            aria-label={said.takeOut(series)}
            onClick={() => onChange(times.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...times, { series: '', time: '09:30' }])}>{said.addTime}</Button>
      </div>
    </div>
  )
}
