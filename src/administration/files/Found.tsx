import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { Section } from '../../pane/Section.tsx'
import { useWording } from '../saving/desk.ts'
import { useFocusOfList } from '../use-focus.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { FoundFileCard } from './FoundFileCard.tsx'
import { type FoundFile, isReady } from './found-file.ts'
import type { FoundFiles } from './use-found-files.ts'

/** Whether the service said that nothing of the series is published here yet. */
const lacksBaseline = ({ preview }: FoundFile): boolean =>
  preview !== null && preview !== 'asked' && !preview.hasPublished

/** What was found in the files, to look at before it is registered. */
export function Found(props: {
  files: FoundFiles
  isEmbargoed: boolean
  onSave: () => void
}): ReactElement | null {
  const { files, isEmbargoed, onSave } = props
  const { files: said } = useWording()
  const forms = useFormStyles()
  const list = useFocusOfList(files.found.length)
  const ready = files.found.filter(isReady).length
  if (files.found.length === 0) return null
  return (
    <Section heading={said.found}>
      <div className={forms.stack}>
        {isEmbargoed && files.found.some(lacksBaseline) && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{said.noBaseline}</MessageBarBody>
          </MessageBar>
        )}
        <ul ref={list} tabIndex={-1} aria-label={said.found} className={forms.cards}>
          {files.found.map((found) => (
            <FoundFileCard
              key={found.key}
              found={found}
              isEmbargoed={isEmbargoed}
              onLeaveOut={() => files.leaveOut(found.key)}
              onAgree={(isAgreed) => files.agree(found.key, isAgreed)}
            />
          ))}
        </ul>
        <div>
          <Button
            appearance="primary"
            disabledFocusable={ready === 0 || files.progress !== null}
            onClick={onSave}
          >
            {said.save(ready)}
          </Button>
        </div>
      </div>
    </Section>
  )
}
