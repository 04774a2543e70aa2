import { Button, Text } from '@fluentui/react-components'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { RegisteredFile } from '../../register/contract.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { isGiven, ReasonField } from '../saving/ReasonField.tsx'
import { SavingNotice } from '../saving/SavingNotice.tsx'
import { useSaving } from '../saving/use-saving.ts'
import { focusFirst } from '../use-focus.ts'
import { useFormStyles } from '../use-form-styles.ts'

/** Takes a file out of the register, with the reason for it. */
export function RemoveFile(props: {
  release: string
  file: RegisteredFile
  onDone: () => void
}): ReactElement {
  const { release, file, onDone } = props
  const { files: said, common } = useWording()
  const { ask } = useDesk()
  const forms = useFormStyles()
  const { saving, save } = useSaving<RegisteredFile>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (!isGiven(reason)) return
    const body = { reason: reason.trim() }
    if (await save(() => ask('DELETE', `/api/releases/${release}/files/${file.id}`, { body }))) onDone()
  }
  return (
    <form
      ref={focusFirst}
      className={forms.stack}
      onSubmit={submit}
      noValidate
      aria-label={said.removeHeading(file.name)}
    >
      <Text>{said.removeText}</Text>
      <ReasonField reason={reason} isTried={tried} onChange={setReason} />
      <SavingNotice saving={saving} />
      <div className={forms.row}>
        <Button type="submit" appearance="primary">
          {common.remove}
        </Button>
        <Button onClick={onDone}>{common.cancel}</Button>
      </div>
    </form>
  )
}
