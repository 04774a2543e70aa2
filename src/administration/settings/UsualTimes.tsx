import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { SeriesTime } from '../../register/administration.ts'
import { timeOfDayFrom } from '../../release/usual-time.ts'
import { useWording } from '../saving/desk.ts'
import { useFocusBack } from '../use-focus.ts'
import { useFormStyles } from '../use-form-styles.ts'

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    '& th': { textAlign: 'start', fontWeight: tokens.fontWeightRegular, padding: '0 8px 4px 0' },
    '& td': { padding: '0 8px 6px 0', verticalAlign: 'top' },
    '& td:last-child': { paddingRight: 0 },
  },
  clock: { width: '88px' },
  out: { width: '32px' },
  input: { minWidth: 0, width: '100%' },
})

type Change = (changed: Partial<SeriesTime> | null) => void

function Line({ each, onChange }: { each: SeriesTime; onChange: Change }): ReactElement {
  const styles = useStyles()
  const { settings: said, time: told } = useWording()
  const isTime = timeOfDayFrom(each.time) !== null
  return (
    <tr>
      <td>
        <Input
          className={styles.input}
          aria-labelledby="usual-series"
          value={each.series}
          onChange={(_, { value }) => onChange({ series: value })}
        />
      </td>
      <td>
        <Field {...(isTime ? {} : { validationMessage: told.unreadable })}>
          <Input
            className={styles.input}
            aria-labelledby="usual-time"
            inputMode="numeric"
            value={each.time}
            onChange={(_, { value }) => onChange({ time: value })}
          />
        </Field>
      </td>
      <td>
        <Button
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label={said.takeOut(each.series)}
          onClick={() => onChange(null)}
        />
      </td>
    </tr>
  )
}

/** The usual time of each series that has one. */
export function UsualTimes(props: {
  times: readonly SeriesTime[]
  onChange: (times: readonly SeriesTime[]) => void
}): ReactElement {
  const { times, onChange } = props
  const styles = useStyles()
  const forms = useFormStyles()
  const { settings: said } = useWording()
  const add = useFocusBack(false)
  const change = (index: number, changed: Partial<SeriesTime> | null): void => {
    // A line that is taken out takes the focus with it.
    if (changed === null) add.focus()
    onChange(
      times.flatMap((each, place) =>
        place !== index ? [each] : changed === null ? [] : [{ ...each, ...changed }],
      ),
    )
  }
  return (
    <div className={forms.stack}>
      {times.length === 0 ? (
        <Text>{said.noTimes}</Text>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" id="usual-series">
                {said.series}
              </th>
              <th scope="col" id="usual-time" className={styles.clock}>
                {said.at}
              </th>
              <td className={styles.out} />
            </tr>
          </thead>
          <tbody>
            {times.map((each, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a series is typed letter by letter
              <Line key={index} each={each} onChange={(changed) => change(index, changed)} />
            ))}
          </tbody>
        </table>
      )}
      <div ref={add.place}>
        <Button onClick={() => onChange([...times, { series: '', time: '09:30' }])}>{said.addTime}</Button>
      </div>
    </div>
  )
}
