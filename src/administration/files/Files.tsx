import { Text } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { ReleaseInFull } from '../../register/administration.ts'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { AddFiles } from './AddFiles.tsx'
import { RegisteredFileCard } from './RegisteredFileCard.tsx'

/** The files of a release: what is registered of them, and the way to add others. */
export function Files({ release }: { release: ReleaseInFull }): ReactElement {
  const { files: said } = useWording()
  const forms = useFormStyles()
  return (
    <div className={forms.wide}>
      <AddFiles release={release.id} />
      <Section heading={said.heading}>
        {release.files.length === 0 && <Text>{said.none}</Text>}
        <ul className={forms.list}>
          {release.files.map((file) => (
            <RegisteredFileCard key={file.id} release={release.id} file={file} />
          ))}
        </ul>
      </Section>
    </div>
  )
}
