import { Badge, Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import type { RegisteredFile } from '../../register/contract.ts'
import { useWording } from '../saving/desk.ts'
import { useFocusBack } from '../use-focus.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { RemoveFile } from './RemoveFile.tsx'
import { ReplaceFile } from './ReplaceFile.tsx'

/** A registered file: how much of it nobody has seen yet, what could not be read, what to know of it. */
export function RegisteredFileCard({
  release,
  file,
}: {
  release: string
  file: RegisteredFile
}): ReactElement {
  const { files: said, common } = useWording()
  const forms = useFormStyles()
  const [open, setOpen] = useState<'replace' | 'remove' | null>(null)
  const back = useFocusBack(open !== null)
  const { name, standing, figures, features, novel, unreadable, advice } = file
  const numbers = [said.figures(figures), said.features(features)]
  return (
    <li className={forms.card}>
      <Text weight="semibold" className={forms.text}>
        {name}
      </Text>
      <div>
        <Badge appearance="tint" shape="rounded" color={standing === 'embargoed' ? 'danger' : 'success'}>
          {said.badges[standing]}
        </Badge>
      </div>
      <Text className={forms.figures}>
        {[...numbers, ...(standing === 'embargoed' ? [said.novel(novel)] : [])].join(' · ')}
      </Text>
      {unreadable.map(({ part, because }) => (
        <Text key={part} className={forms.text}>
          {said.unread(part, said.because[because])}
        </Text>
      ))}
      {advice.map((sentence) => (
        <MessageBar key={sentence} intent="warning" layout="multiline">
          <MessageBarBody>{sentence}</MessageBarBody>
        </MessageBar>
      ))}
      {open === null && (
        <div ref={back.place} className={forms.row}>
          {standing === 'embargoed' && (
            <Button size="small" aria-label={`${said.replace} ${name}`} onClick={() => setOpen('replace')}>
              {said.replace}
            </Button>
          )}
          <Button size="small" aria-label={`${common.remove} ${name}`} onClick={() => setOpen('remove')}>
            {common.remove}
          </Button>
        </div>
      )}
      {open === 'replace' && <ReplaceFile release={release} file={file} onDone={() => setOpen(null)} />}
      {open === 'remove' && <RemoveFile release={release} file={file} onDone={() => setOpen(null)} />}
    </li>
  )
}
