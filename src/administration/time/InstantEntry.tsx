import { Field, Input, makeStyles } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { instantFrom } from '../../release/london-time.ts'
import { useWording } from '../saving/desk.ts'
import { draftOf } from './time-draft.ts'

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: '8px',
    maxWidth: '340px',
  },
  input: { minWidth: 0 },
})

/** The instant that is typed; of an hour that comes twice, the first, because access should not be late. */
function instantOf(date: string, clock: string): number | null {
  const time = instantFrom(`${date} ${clock}`)
  if (time.kind === 'instant') return time.at
  return time.kind === 'twice' ? time.first : null
}

/** A date and a London time for something that needs no confirmation. Reports only what is an instant. */
export function InstantEntry(props: {
  label: string
  at: number
  onChange: (at: number) => void
}): ReactElement {
  const { label, at, onChange } = props
  const styles = useStyles()
  const { time } = useWording()
  const [typed, setTyped] = useState(() => draftOf(at))
  const fault = instantOf(typed.date, typed.clock) === null ? time.unreadable : ''
  const type = (date: string, clock: string): void => {
    setTyped({ ...typed, date, clock })
    const instant = instantOf(date, clock)
    if (instant !== null) onChange(instant)
  }
  return (
    <div className={styles.entry}>
      <Field label={`${label}: ${time.date}`} {...(fault === '' ? {} : { validationMessage: fault })}>
        <Input
          type="date"
          className={styles.input}
          value={typed.date}
          onChange={(_, { value }) => type(value, typed.clock)}
        />
      </Field>
      <Field label={time.clock}>
        <Input
          inputMode="numeric"
          className={styles.input}
          value={typed.clock}
          onChange={(_, { value }) => type(typed.date, value)}
        />
      </Field>
    </div>
  )
}
