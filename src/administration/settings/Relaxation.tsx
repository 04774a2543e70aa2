import {
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'

/** What was said to the two questions before a relaxation. */
export type Sureness = { readonly isSure: boolean; readonly word: string }

/** Asks twice before more may leave: once to tick, once to type. */
export function Relaxation(props: {
  /** What is relaxed, in words. */
  relaxed: readonly string[]
  sureness: Sureness
  onChange: (sureness: Sureness) => void
}): ReactElement {
  const { relaxed, sureness, onChange } = props
  const { policy: said } = useWording()
  const forms = useFormStyles()
  return (
    <div className={forms.stack}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{said.unsafe}</MessageBarTitle> {said.unsafeText} {relaxed.join('; ')}.
        </MessageBarBody>
      </MessageBar>
      <Checkbox
        label={said.sure}
        checked={sureness.isSure}
        onChange={(_, { checked }) => onChange({ isSure: checked === true, word: '' })}
      />
      {sureness.isSure && (
        <Field label={said.sureAgain} className={forms.reading}>
          <Input value={sureness.word} onChange={(_, { value }) => onChange({ isSure: true, word: value })} />
        </Field>
      )}
    </div>
  )
}
