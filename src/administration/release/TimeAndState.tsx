import { Button, Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components'
import { type ReactElement, type RefObject, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { ReleaseInFull } from '../../register/administration.ts'
import type { Tagged } from '../list/use-register.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { useServiceClock } from '../time/use-service-clock.ts'
import { focusFirst, useFocusBack } from '../use-focus.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { Lift } from './Lift.tsx'
import { type Choice, possibleChoices } from './possible-wishes.ts'
import { WishForm } from './WishForm.tsx'

function Choices(props: {
  choices: readonly Choice[]
  place: RefObject<HTMLDivElement | null>
  onChoose: (choice: Choice) => void
}): ReactElement {
  const { choices, place, onChoose } = props
  const { release: said } = useWording()
  const forms = useFormStyles()
  return (
    <div ref={place} className={forms.row}>
      {choices.map((choice) => (
        <Button key={choice} onClick={() => onChoose(choice)}>
          {said.wishes[choice]}
        </Button>
      ))}
    </div>
  )
}

function Chosen(props: {
  read: Tagged<ReleaseInFull>
  chosen: Choice
  choices: readonly Choice[]
  onChoose: (choice: Choice) => void
  onDone: (saved: boolean) => void
}): ReactElement {
  const { read, chosen, choices, onChoose, onDone } = props
  const { release: said } = useWording()
  const forms = useFormStyles()
  return (
    <div ref={focusFirst} className={forms.stack}>
      <Field label={said.time}>
        <Select
          value={chosen}
          onChange={(_, { value }) => onChoose(choices.find((choice) => choice === value) ?? chosen)}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {said.wishes[choice]}
            </option>
          ))}
        </Select>
      </Field>
      <WishForm key={chosen} read={read} choice={chosen} onDone={onDone} />
    </div>
  )
}

/** What can be done with the time and the state of a release, and the form of what is chosen. */
export function TimeAndState({ read }: { read: Tagged<ReleaseInFull> }): ReactElement | null {
  const { release: said, common } = useWording()
  const { person } = useDesk()
  const forms = useFormStyles()
  const at = useServiceClock()
  const [chosen, setChosen] = useState<Choice | null>(null)
  const [isSaved, setSaved] = useState(false)
  const back = useFocusBack(chosen !== null)
  const choices = possibleChoices(read.value, person, at)
  if (choices.length === 0 && read.value.lift === null) return null
  const choose = (choice: Choice | null, saved = false): void => {
    setSaved(saved)
    setChosen(choice)
  }
  return (
    <Section heading={said.time}>
      <div className={forms.stack}>
        {chosen === null ? (
          <Choices choices={choices} place={back.place} onChoose={choose} />
        ) : (
          <Chosen
            read={read}
            chosen={chosen}
            choices={choices}
            onChoose={choose}
            onDone={(saved) => choose(null, saved)}
          />
        )}
        <div aria-live="polite" className={forms.live}>
          {isSaved && (
            <MessageBar intent="success">
              <MessageBarBody>{common.saved}</MessageBarBody>
            </MessageBar>
          )}
        </div>
        {chosen === null && <Lift read={read} />}
      </div>
    </Section>
  )
}
