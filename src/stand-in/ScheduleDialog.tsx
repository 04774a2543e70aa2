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
import { chosenTime } from './chosen-time.ts'
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
  const styles = useStyles()
  const { outlook, tryOut } = useDesk()
  const { at } = useKept(tryOut.state)
  const [opened] = useState(at ?? Date.now())
  const [choice, setChoice] = useState('0')
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const presets = tomorrow(opened)

  const send = (): void => {
    const preset = presets[Number(choice)]
    const chosen =
      preset === undefined ? chosenTime(typed, 'second') : ({ kind: 'instant', at: preset } as const)
    if (chosen.kind === 'wrong') return setWrong(chosen.because)
    if (chosen.at <= (at ?? opened)) return setWrong(WORDING.schedule.past)
    outlook.draft.change((draft) => ({ ...draft, deliverAt: chosen.at }))
    close()
    void tryOut.send()
  }

  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{WORDING.schedule.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <RadioGroup
              aria-label={WORDING.schedule.title}
              value={choice}
              onChange={(_, { value }) => setChoice(value)}
            >
              {presets.map((preset, index) => (
                <Radio
                  key={preset}
                  value={String(index)}
                  label={WORDING.schedule.tomorrow(londonSentence(preset))}
                />
              ))}
              <Radio value="own" label={WORDING.schedule.own} />
            </RadioGroup>
            <Field label={WORDING.schedule.date} validationMessage={wrong}>
              <Input
                type="datetime-local"
                value={typed}
                onChange={(_, { value }) => {
                  setTyped(value)
                  setChoice('own')
                  setWrong(null)
                }}
              />
            </Field>
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
