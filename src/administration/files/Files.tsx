import { Text } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { ReleaseInFull } from '../../register/administration.ts'
import { useWording } from '../saving/desk.ts'
import { useFocusOfList } from '../use-focus.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { AddFiles } from './AddFiles.tsx'
import { RegisteredFileCard } from './RegisteredFileCard.tsx'

/** The files of a release: what is registered of them, and the way to add others. */
export function Files({ release }: { release: ReleaseInFull }): ReactElement {
  const { files: said } = useWording()
  const forms = useFormStyles()
  const list = useFocusOfList(release.files.length)
  return (
    <div className={forms.wide}>
      <AddFiles release={release.id} />
      <Section heading={said.heading}>
        {release.files.length === 0 && <Text>{said.none}</Text>}
        <ul ref={list} tabIndex={-1} aria-label={said.heading} className={forms.cards}>
          {release.files.map((file) => (
            <RegisteredFileCard key={file.id} release={release.id} file={file} />
          ))}
        </ul>
      </Section>
    </div>
  )
}
