import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { londonClock, londonInstants, londonSentence } from '../release/london-time.ts'
import { type ChosenTime, chosenTime } from './chosen-time.ts'
import { useDesk } from './desk.ts'
import { useKept } from './use-kept.ts'
import { WORDING } from './wording.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
})

/** Tomorrow in London, at some times of day. */
function tomorrow(at: number): readonly number[] {
  const { year, month, day } = londonClock(at)
  return [8, 9.5, 13].flatMap((hour) =>
    londonInstants(year, month, day + 1, Math.floor(hour), (hour % 1) * 60).slice(-1),
  )
}

/** Chooses when the message is delivered, and sends it. */
export function ScheduleDialog({ close }: { close: () => void }): ReactElement {
  const { outlook, tryOut } = useDesk()
  const { at } = useKept(tryOut.state)
  const [opened] = useState(at ?? Date.now())
  const [choice, setChoice] = useState<Choice>({ preset: 0, typed: '' })
  const [wrong, setWrong] = useState<string | null>(null)
  const presets = tomorrow(opened)
  const choose = (chosen: Choice): void => {
    setChoice(chosen)
    setWrong(null)
  }
  const send = (): void => {
    const chosen = instantOf(choice, presets, at ?? opened)
    if (chosen.kind === 'wrong') {
      setWrong(chosen.because)
      return
    }
    outlook.draft.change((draft) => ({ ...draft, deliverAt: chosen.at }))
    close()
    void tryOut.send()
  }
  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{WORDING.schedule.title}</DialogTitle>
          <DialogContent>
            <TimeChoice presets={presets} choice={choice} choose={choose} wrong={wrong} />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={send}>
              {WORDING.schedule.send}
            </Button>
            <Button onClick={close}>{WORDING.schedule.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

/** One of the times offered, or `null`: the time typed. */
type Choice = { readonly preset: number | null; readonly typed: string }

/** @param now the try-out’s time */
function instantOf(choice: Choice, presets: readonly number[], now: number): ChosenTime {
  const preset = choice.preset === null ? undefined : presets[choice.preset]
  const chosen: ChosenTime =
    preset === undefined ? chosenTime(choice.typed, 'second') : { kind: 'instant', at: preset }
  if (chosen.kind === 'instant' && chosen.at <= now) return { kind: 'wrong', because: WORDING.schedule.past }
  return chosen
}

type TimeChoiceProps = {
  presets: readonly number[]
  choice: Choice
  choose: (choice: Choice) => void
  wrong: string | null
}

const OWN = 'own'

function TimeChoice({ presets, choice, choose, wrong }: TimeChoiceProps): ReactElement {
  const styles = useStyles()
  return (
    <div className={styles.content}>
      <RadioGroup
        aria-label={WORDING.schedule.title}
        value={choice.preset === null ? OWN : String(choice.preset)}
        onChange={(_, { value }) => choose({ ...choice, preset: value === OWN ? null : Number(value) })}
      >
        {presets.map((preset, index) => (
          <Radio
            key={preset}
            value={String(index)}
            label={WORDING.schedule.tomorrow(londonSentence(preset))}
          />
        ))}
        <Radio value={OWN} label={WORDING.schedule.own} />
      </RadioGroup>
      <Field label={WORDING.schedule.date} validationMessage={wrong}>
        <Input
          type="datetime-local"
          value={choice.typed}
          onChange={(_, { value }) => choose({ preset: null, typed: value })}
        />
      </Field>
    </div>
  )
}
