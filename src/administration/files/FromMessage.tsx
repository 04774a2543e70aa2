import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { readDraft } from '../../outlook/read-draft.ts'
import { surroundings } from '../../outlook/surroundings.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { offeredAttachments, withheldAttachments } from './found-file.ts'
import type { FoundFiles } from './use-found-files.ts'

/** What is left to say when the files of a message were taken. */
type Taken = { readonly files: number; readonly withheld: readonly string[] }

/** The files of the message beside the pane, where there is one. */
export function FromMessage({ files }: { files: FoundFiles }): ReactElement | null {
  const { files: said } = useWording()
  const { person } = useDesk()
  const forms = useFormStyles()
  const [taken, setTaken] = useState<Taken | null>(null)
  const { item } = surroundings()
  if (item === null) return null
  const take = async (): Promise<void> => {
    const { attachments } = await readDraft(item, person)
    const offered = offeredAttachments(attachments)
    setTaken({ files: offered.length, withheld: withheldAttachments(attachments) })
    await files.take(offered)
  }
  return (
    <div className={forms.stack}>
      <div>
        <Button disabledFocusable={files.progress !== null} onClick={take}>
          {said.fromMessage}
        </Button>
      </div>
      <div aria-live="polite" className={forms.live}>
        {taken?.files === 0 && taken.withheld.length === 0 && <Text>{said.noneInMessage}</Text>}
        {taken !== null && taken.withheld.length > 0 && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{said.withheld(taken.withheld.join(', '))}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  )
}
