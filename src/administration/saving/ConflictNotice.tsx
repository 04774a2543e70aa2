import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import type { Difference } from '../release/what-changed.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { useWording } from './desk.ts'

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
        <table className={forms.table}>
          <thead>
            <tr>
              <th scope="col">{conflict.field}</th>
              <th scope="col">{conflict.before}</th>
              <th scope="col">{conflict.after}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td>{before || '–'}</td>
                <td>{after || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
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
