import { Field, MessageBar, MessageBarBody, Radio, RadioGroup, Text } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { NewFile } from '../../register/contract.ts'
import { useWording } from '../saving/desk.ts'
import { useFocusBack } from '../use-focus.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { FileDrop } from './FileDrop.tsx'
import { FileProgress } from './FileProgress.tsx'
import { Found } from './Found.tsx'
import { FromMessage } from './FromMessage.tsx'
import { offeredFile } from './found-file.ts'
import { type FoundFiles, useFoundFiles, useSendFile } from './use-found-files.ts'

/** How far it is, and what there is to say of it. */
function News({ files }: { files: FoundFiles }): ReactElement {
  const { files: said } = useWording()
  const forms = useFormStyles()
  const { progress, hasTooMany, saved } = files
  return (
    <>
      {progress && <FileProgress progress={progress} onStop={files.stop} />}
      {hasTooMany && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{said.tooMany}</MessageBarBody>
        </MessageBar>
      )}
      <div aria-live="polite" className={forms.live}>
        {saved !== null && saved > 0 && (
          <MessageBar intent="success">
            <MessageBarBody>{said.saved(saved)}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </>
  )
}

function Standing(props: {
  standing: NewFile['standing']
  onChange: (standing: NewFile['standing']) => void
}): ReactElement {
  const { standing, onChange } = props
  const { files: said } = useWording()
  return (
    <Field label={said.standing}>
      <RadioGroup
        value={standing}
        onChange={(_, { value }) => onChange(value === 'published' ? 'published' : 'embargoed')}
      >
        <Radio value="embargoed" label={said.standings.embargoed} />
        <Radio value="published" label={said.standings.published} />
      </RadioGroup>
    </Field>
  )
}

/** Files that are dropped, chosen or taken from the message: read here, looked at, registered. */
export function AddFiles({ release }: { release: string }): ReactElement {
  const { files: said } = useWording()
  const forms = useFormStyles()
  const files = useFoundFiles(release)
  const send = useSendFile(release)
  const [standing, setStanding] = useState<NewFile['standing']>('embargoed')
  const choose = useFocusBack(files.found.length > 0)
  return (
    <div className={forms.wide}>
      <Section heading={said.add}>
        <div className={forms.stack}>
          <Standing standing={standing} onChange={setStanding} />
          <div ref={choose.place}>
            <FileDrop
              drop={said.drop}
              choose={said.choose}
              isMany
              isBusy={files.progress !== null}
              onFiles={(chosen) => void files.take(chosen.map(offeredFile))}
            />
          </div>
          <FromMessage files={files} />
          <Text size={200} className={forms.quiet}>
            {said.stay}
          </Text>
          <News files={files} />
        </div>
      </Section>
      <Found
        files={files}
        isEmbargoed={standing === 'embargoed'}
        onSave={() => void files.save((found) => send(found, standing))}
      />
    </div>
  )
}
