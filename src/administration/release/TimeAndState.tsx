import { Button, Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { ReleaseInFull } from '../../register/administration.ts'
import type { Tagged } from '../list/use-register.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { useServiceClock } from '../time/use-service-clock.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { Lift } from './Lift.tsx'
import { type Choice, possibleChoices } from './possible-wishes.ts'
import { WishForm } from './WishForm.tsx'

/** What can be done with the time and the state of a release, and the form of what is chosen. */
export function TimeAndState({ read }: { read: Tagged<ReleaseInFull> }): ReactElement | null {
  const { release: said, common } = useWording()
  const { person } = useDesk()
  const forms = useFormStyles()
  const at = useServiceClock()
  const [chosen, setChosen] = useState<Choice | null>(null)
  const [isSaved, setSaved] = useState(false)
  const choices = possibleChoices(read.value, person, at)
  if (choices.length === 0 && read.value.lift === null) return null
  const done = (saved: boolean): void => {
    setChosen(null)
    setSaved(saved)
  }
  return (
    <Section heading={said.time}>
      <div className={forms.stack}>
        {chosen === null ? (
          <div className={forms.row}>
            {choices.map((choice) => (
              <Button
                key={choice}
                onClick={() => {
                  setSaved(false)
                  setChosen(choice)
                }}
              >
                {said.wishes[choice]}
              </Button>
            ))}
          </div>
        ) : (
          <>
            <Field label={said.time}>
              <Select
                value={chosen}
                onChange={(_, { value }) => setChosen(choices.find((choice) => choice === value) ?? chosen)}
              >
                {choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {said.wishes[choice]}
                  </option>
                ))}
              </Select>
            </Field>
            <WishForm key={chosen} read={read} choice={chosen} onDone={done} />
          </>
        )}
        {isSaved && (
          <MessageBar intent="success">
            <MessageBarBody>{common.saved}</MessageBarBody>
          </MessageBar>
        )}
        {chosen === null && <Lift read={read} />}
      </div>
    </Section>
  )
}
