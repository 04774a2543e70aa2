import { Button, Checkbox, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { type FoundFile, featuresIn, figuresIn, unreadIn } from './found-file.ts'

/** What was found in a file, before it is registered; a file without figures has to be agreed to. */
export function FoundFileCard(props: {
  found: FoundFile
  onLeaveOut: () => void
  onAgree: (isAgreed: boolean) => void
}): ReactElement {
  const { found, onLeaveOut, onAgree } = props
  const { files } = useWording()
  const forms = useFormStyles()
  const figures = figuresIn(found)
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
      <Text className={forms.figures}>
        {[files.parts(found.parts.length), files.figures(figures), files.features(featuresIn(found))].join(
          ' · ',
        )}
      </Text>
      {unreadIn(found).map(({ part, because }) => (
        <Text key={part} className={forms.text}>
          {files.unread(part, files.because[because])}
        </Text>
      ))}
      {figures === 0 && (
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
      )}
      {found.fault !== '' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{files.notSaved(found.fault)}</MessageBarBody>
        </MessageBar>
      )}
    </li>
  )
}
