import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { useFormStyles } from '../use-form-styles.ts'
import { DifferencesTable } from './DifferencesTable.tsx'
import { useWording } from './desk.ts'
import type { Difference } from './differences.ts'

/** Two saved at once: what the other changed, with what was typed here still in its fields. */
export function ConflictNotice(props: {
  differences: readonly Difference[]
  onMine: () => void
  onTheirs: () => void
}): ReactElement {
  const { differences, onMine, onTheirs } = props
  const { conflict } = useWording()
  const forms = useFormStyles()
  return (
    <div className={forms.stack} role="alert">
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{conflict.title}</MessageBarTitle> {conflict.text}
        </MessageBarBody>
      </MessageBar>
      {differences.length === 0 ? (
        <p>{conflict.nothing}</p>
      ) : (
        <DifferencesTable
          differences={differences}
          field={conflict.field}
          before={conflict.before}
          after={conflict.after}
        />
      )}
      <div className={forms.row}>
        <Button appearance="primary" onClick={onMine}>
          {conflict.mine}
        </Button>
        <Button onClick={onTheirs}>{conflict.theirs}</Button>
      </div>
    </div>
  )
}
