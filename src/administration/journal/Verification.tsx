import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import type { JournalVerification } from '../../register/administration.ts'
import type { Asked } from '../saving/ask.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'

type Told = { readonly isSound: boolean; readonly text: string }

function useVerification(): { told: Told | null; verify: () => Promise<void> } {
  const { ask } = useDesk()
  const { journal: said, common } = useWording()
  const [told, setTold] = useState<Told | null>(null)
  const toldOf = (asked: Asked<JournalVerification>): Told => {
    if (asked.kind === 'refused') return { isSound: false, text: asked.because }
    if (asked.kind !== 'answered') return { isSound: false, text: common.noAnswer }
    const { sound, entries, brokenAt } = asked.value
    return { isSound: sound, text: sound ? said.sound(entries) : said.broken(brokenAt ?? 0) }
  }
  return {
    told,
    verify: async () => {
      setTold(null)
      setTold(toldOf(await ask<JournalVerification>('GET', '/api/journal/verification')))
    },
  }
}

/** Whether the journal is as it was written, computed anew when it is asked. */
export function Verification(): ReactElement {
  const forms = useFormStyles()
  const { journal: said } = useWording()
  const { told, verify } = useVerification()
  return (
    <div className={forms.stack}>
      <div>
        <Button onClick={verify}>{said.verify}</Button>
      </div>
      <div aria-live="polite" className={forms.live}>
        {told !== null && (
          <MessageBar intent={told.isSound ? 'success' : 'error'} layout="multiline">
            <MessageBarBody>{told.text}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  )
}
