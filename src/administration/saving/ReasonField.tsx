import { Field, Textarea } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { useWording } from './desk.ts'

/** Whether anything is said in a reason. */
export const isGiven = (reason: string): boolean => reason.trim() !== ''

/** Why something is done: asked for, and kept with what was done. */
export function ReasonField(props: {
  reason: string
  isRequired?: boolean
  /** Whether somebody tried to go on without it. */
  isTried: boolean
  onChange: (reason: string) => void
}): ReactElement {
  const { reason, isRequired = true, isTried, onChange } = props
  const { common } = useWording()
  const isMissing = isTried && isRequired && !isGiven(reason)
  return (
    <Field
      label={common.reason}
      required={isRequired}
      {...(isMissing ? { validationMessage: common.reasonMissing } : {})}
    >
      <Textarea value={reason} onChange={(_, { value }) => onChange(value)} />
    </Field>
  )
}
