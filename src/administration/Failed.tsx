import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { useWording } from './saving/desk.ts'

const FORBIDDEN = 403

/** What could not be shown, why, and the way to try again. */
export function Failed({ fault, onAgain }: { fault: Error; onAgain: () => void }): ReactElement {
  const { common } = useWording()
  const because =
    fault.cause === FORBIDDEN
      ? common.notAllowed
      : fault.cause === undefined
        ? common.noAnswer
        : fault.message
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{common.failed}</MessageBarTitle> {because}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onAgain}>{common.tryAgain}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
