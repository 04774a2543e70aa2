import { Button } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import type { RegisteredFile } from '../../register/contract.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { isGiven, ReasonField } from '../saving/ReasonField.tsx'
import { useFormStyles } from '../use-form-styles.ts'
import { FileDrop } from './FileDrop.tsx'
import { FileProgress } from './FileProgress.tsx'
import { FoundFileCard } from './FoundFileCard.tsx'
import { isReady, offeredFile } from './found-file.ts'
import { bodyOf, useFoundFiles } from './use-found-files.ts'

/** Puts another file in the place of a registered one, with the reason for it. */
export function ReplaceFile(props: {
  release: string
  file: RegisteredFile
  onDone: () => void
}): ReactElement {
  const { release, file, onDone } = props
  const { files: said, common } = useWording()
  const { ask } = useDesk()
  const forms = useFormStyles()
  const files = useFoundFiles(release)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [found] = files.found
  const save = async (): Promise<void> => {
    setTried(true)
    if (!isGiven(reason)) return
    const saved = await files.save((chosen) => {
      const packed = bodyOf({ name: chosen.name, reason: reason.trim() }, chosen)
      return ask('PUT', `/api/releases/${release}/files/${file.id}`, { packed })
    })
    if (saved) onDone()
  }
  return (
    <div className={forms.stack}>
      {!found && !files.progress && (
        <FileDrop
          drop={said.drop}
          choose={said.replaceWith}
          isMany={false}
          isBusy={false}
          onFiles={(chosen) => void files.take(chosen.slice(0, 1).map(offeredFile))}
        />
      )}
      {files.progress && <FileProgress progress={files.progress} onStop={files.stop} />}
      {found && (
        <ul className={forms.list}>
          <FoundFileCard
            found={found}
            isEmbargoed
            onLeaveOut={() => files.leaveOut(found.key)}
            onAgree={(isAgreed) => files.agree(found.key, isAgreed)}
          />
        </ul>
      )}
      <ReasonField reason={reason} isTried={tried} onChange={setReason} />
      <div className={forms.row}>
        <Button appearance="primary" disabledFocusable={!found || !isReady(found)} onClick={save}>
          {said.replace}
        </Button>
        <Button onClick={onDone}>{common.cancel}</Button>
      </div>
    </div>
  )
}
