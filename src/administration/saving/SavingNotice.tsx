import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { useFormStyles } from '../use-form-styles.ts'
import { useWording } from './desk.ts'
import type { Saving } from './use-saving.ts'

/** How saving went, read aloud when it changes. A conflict has a notice of its own. */
export function SavingNotice({ saving }: { saving: Saving<unknown> }): ReactElement {
  const { common } = useWording()
  const forms = useFormStyles()
  return (
    <div aria-live="polite" className={forms.live}>
      {saving.kind === 'refused' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{saving.because}</MessageBarBody>
        </MessageBar>
      )}
      {saving.kind === 'saved' && (
        <MessageBar intent="success">
          <MessageBarBody>{common.saved}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  )
}
