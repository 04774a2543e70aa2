import {
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { type ReactElement, useMemo } from 'react'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import type { TimeDraft, TimeJudged } from './time-draft.ts'

/** The times of day that official statistics come out at, to choose from; any other can be typed. */
const CLOCKS = ['07:00', '09:30'] as const

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: '8px',
    maxWidth: '340px',
  },
  input: { minWidth: 0 },
  // Room for a sentence of two lines, so that nothing moves while one types.
  told: { minHeight: '44px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  sentence: { fontWeight: tokens.fontWeightSemibold },
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  concerns: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    padding: '8px 12px',
    margin: 0,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
})

function Told({ judged, at }: { judged: TimeJudged; at: number }): ReactElement {
  const styles = useStyles()
  const { time } = useWording()
  const { advice, due } = judged
  // Read aloud when the time is typed, and not again whenever the clock moves on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const spoken = useMemo(() => (due === null ? '' : time.sentence(due, at)), [due, time])
  return (
    <div className={styles.told}>
      {due !== null && (
        <Text className={styles.sentence} aria-hidden>
          {time.sentence(due, at)}
        </Text>
      )}
      <span aria-live="polite">
        {spoken !== '' && <span className={styles.spoken}>{spoken}</span>}
        {advice.kind === 'refused' && <Text>{advice.refusal === 'gap' ? time.gap : time.unreadable}</Text>}
      </span>
    </div>
  )
}

function Concerns(props: { judged: TimeJudged; draft: TimeDraft; onChange: (draft: TimeDraft) => void }) {
  const { judged, draft, onChange } = props
  const styles = useStyles()
  const { time } = useWording()
  if (judged.concerns.length === 0) return null
  const tick = (key: string, isTicked: boolean): void =>
    onChange({ ...draft, meant: isTicked ? [...draft.meant, key] : draft.meant.filter((one) => one !== key) })
  return (
    <fieldset className={styles.concerns}>
      {judged.concerns.map(({ key, concern }) => (
        <Checkbox
          key={key}
          checked={draft.meant.includes(key)}
          onChange={(_, { checked }) => tick(key, checked === true)}
          label={`${time.concerns(concern)} ${time.meant}`}
        />
      ))}
    </fieldset>
  )
}

/**
 * A date and a London time, spelled out as it is typed. The hour that the clocks
 * skip is refused, the one they repeat is asked, and what is unusual has to be ticked.
 */
export function TimeEntry(props: {
  draft: TimeDraft
  judged: TimeJudged
  at: number
  fault: string
  onChange: (draft: TimeDraft) => void
}): ReactElement {
  const { draft, judged, at, fault, onChange } = props
  const styles = useStyles()
  const forms = useFormStyles()
  const { time } = useWording()
  const { advice } = judged
  const shown = fault === '' ? {} : { validationMessage: fault, validationState: 'error' as const }
  return (
    <div className={forms.stack}>
      <div className={styles.entry}>
        <Field label={time.date} required {...shown}>
          <Input
            type="date"
            className={styles.input}
            value={draft.date}
            onChange={(_, { value }) => onChange({ date: value, clock: draft.clock, which: null, meant: [] })}
          />
        </Field>
        <Field label={time.clock} required>
          <Input
            inputMode="numeric"
            placeholder="09:30"
            list="usual-clocks"
            className={styles.input}
            value={draft.clock}
            onChange={(_, { value }) => onChange({ date: draft.date, clock: value, which: null, meant: [] })}
          />
        </Field>
        <datalist id="usual-clocks">
          {CLOCKS.map((clock) => (
            <option key={clock} value={clock} />
          ))}
        </datalist>
      </div>
      {advice.kind === 'which' && (
        <Field label={time.which}>
          <RadioGroup
            value={draft.which ?? ''}
            onChange={(_, { value }) => onChange({ ...draft, which: value === 'first' ? 'first' : 'second' })}
          >
            <Radio value="first" label={time.sentence(advice.first, at)} />
            <Radio value="second" label={time.sentence(advice.second, at)} />
          </RadioGroup>
        </Field>
      )}
      <Told judged={judged} at={at} />
      <Concerns judged={judged} draft={draft} onChange={onChange} />
    </div>
  )
}
