import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
} from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { readDraft } from '../../outlook/read-draft.ts'
import { surroundings } from '../../outlook/surroundings.ts'
import { Section } from '../../pane/Section.tsx'
import type { NewFile } from '../../register/contract.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { FileDrop } from './FileDrop.tsx'
import { FileProgress } from './FileProgress.tsx'
import { FoundFileCard } from './FoundFileCard.tsx'
import { isReady, offeredAttachments, offeredFile } from './found-file.ts'
import { type FoundFiles, useFoundFiles, useSendFile } from './use-found-files.ts'

/** The files of the message beside the pane, where there is one. */
function FromMessage({ files }: { files: FoundFiles }): ReactElement | null {
  const { files: said } = useWording()
  const { person } = useDesk()
  const [isEmpty, setEmpty] = useState(false)
  const { item } = surroundings()
  if (item === null) return null
  const take = async (): Promise<void> => {
    const { attachments } = await readDraft(item, person)
    const offered = offeredAttachments(attachments)
    setEmpty(offered.length === 0)
    await files.take(offered)
  }
  return (
    <div>
      <Button disabledFocusable={files.progress !== null} onClick={take}>
        {said.fromMessage}
      </Button>
      {isEmpty && <Text role="status"> {said.noneInMessage}</Text>}
    </div>
  )
}

function Found(props: { files: FoundFiles; onSave: () => void }): ReactElement | null {
  const { files, onSave } = props
  const { files: said } = useWording()
  const forms = useFormStyles()
  const ready = files.found.filter(isReady).length
  if (files.found.length === 0) return null
  return (
    <Section heading={said.found}>
      <div className={forms.stack}>
        <ul className={forms.list}>
          {files.found.map((found) => (
            <FoundFileCard
              key={found.key}
              found={found}
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

/** Files that are dropped, chosen or taken from the message: read here, looked at, registered. */
export function AddFiles({ release }: { release: string }): ReactElement {
  const { files: said } = useWording()
  const forms = useFormStyles()
  const files = useFoundFiles()
  const send = useSendFile(release)
  const [standing, setStanding] = useState<NewFile['standing']>('embargoed')
  return (
    <div className={forms.wide}>
      <Section heading={said.add}>
        <div className={forms.stack}>
          <Field label={said.standing}>
            <RadioGroup
              value={standing}
              onChange={(_, { value }) => setStanding(value === 'published' ? 'published' : 'embargoed')}
            >
              <Radio value="embargoed" label={said.standings.embargoed} />
              <Radio value="published" label={said.standings.published} />
            </RadioGroup>
          </Field>
          <FileDrop
            drop={said.drop}
            choose={said.choose}
            isMany
            isBusy={files.progress !== null}
            onFiles={(chosen) => void files.take(chosen.map(offeredFile))}
          />
          <FromMessage files={files} />
          <Text size={200} className={forms.quiet}>
            {said.stay}
          </Text>
          {files.hasTooMany && (
            <MessageBar intent="warning">
              <MessageBarBody>{said.tooMany}</MessageBarBody>
            </MessageBar>
          )}
          {files.progress && <FileProgress progress={files.progress} onStop={files.stop} />}
        </div>
      </Section>
      <Found files={files} onSave={() => void files.save((found) => send(found, standing))} />
    </div>
  )
}
