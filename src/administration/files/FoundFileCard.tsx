import { Button, Checkbox, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { type FoundFile, figuresIn, unreadIn } from './found-file.ts'

/** What a file would bring that nobody has seen; a line of its own from the start, so that nothing moves. */
function Novel({ found }: { found: FoundFile }): ReactElement | null {
  const { files } = useWording()
  const forms = useFormStyles()
  const { preview } = found
  if (figuresIn(found) === 0 || preview === null) return null
  if (preview === 'asked') return <Text className={forms.quiet}>{files.counting}</Text>
  if (preview.novel > 0)
    return <Text className={forms.figures}>{files.novelOf(preview.novel, found.features)}</Text>
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{files.allPublished}</MessageBarBody>
    </MessageBar>
  )
}

/** A file without figures has to be agreed to. */
function WithoutFigures({ found, onAgree }: { found: FoundFile; onAgree: (isAgreed: boolean) => void }) {
  const { files } = useWording()
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{files.nothingRead}</MessageBarBody>
      </MessageBar>
      <Checkbox
        label={files.byHash}
        checked={found.isAgreed}
        onChange={(_, { checked }) => onAgree(checked === true)}
      />
    </>
  )
}

/** What was found in a file, before it is registered. */
export function FoundFileCard(props: {
  found: FoundFile
  /** Whether it is said how much of it is novel: of an edition under embargo. */
  isEmbargoed: boolean
  onLeaveOut: () => void
  onAgree: (isAgreed: boolean) => void
}): ReactElement {
  const { found, isEmbargoed, onLeaveOut, onAgree } = props
  const { files } = useWording()
  const forms = useFormStyles()
  const figures = figuresIn(found)
  const counts = [
    ...(found.parts.length > 1 ? [files.parts(found.parts.length)] : []),
    ...(found.tables > 0 ? [files.tables(found.tables)] : []),
    files.figures(figures),
  ]
  return (
    <li className={forms.card}>
      <div className={forms.row} style={{ flexWrap: 'nowrap', justifyContent: 'space-between' }}>
        <Text weight="semibold" className={forms.text}>
          {found.name}
        </Text>
        <Button
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label={files.leaveOut(found.name)}
          onClick={onLeaveOut}
        />
      </div>
      <Text className={forms.figures}>{counts.join(' · ')}</Text>
      {isEmbargoed && <Novel found={found} />}
      {unreadIn(found).map(({ part, because }) => (
        <Text key={part} className={forms.text}>
          {files.unread(part, files.because[because])}
        </Text>
      ))}
      {figures === 0 && <WithoutFigures found={found} onAgree={onAgree} />}
      {found.fault !== '' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{files.notSaved(found.fault)}</MessageBarBody>
        </MessageBar>
      )}
    </li>
  )
}
