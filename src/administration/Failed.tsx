import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { useWording } from './saving/desk.ts'

/** What could not be shown, why, and the way to try again. */
export function Failed({ fault, onAgain }: { fault: Error; onAgain: () => void }): ReactElement {
  const { common } = useWording()
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{common.failed}</MessageBarTitle> {fault.message}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onAgain}>{common.tryAgain}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
