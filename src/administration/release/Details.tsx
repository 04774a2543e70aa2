import { Button } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { ReleaseInFull } from '../../register/administration.ts'
import type { Tagged } from '../list/use-register.ts'
import { useWording } from '../saving/desk.ts'
import { useFocusBack } from '../use-focus.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { EditDetails } from './EditDetails.tsx'

function ReadDetails({ release }: { release: ReleaseInFull }): ReactElement {
  const { release: said, common } = useWording()
  const forms = useFormStyles()
  const { producer, contact, summary, team, notice } = release
  const lines: readonly (readonly [string, string])[] = [
    [said.producer, producer],
    [said.contactName, [contact.name, contact.email, contact.telephone].filter(Boolean).join(', ')],
    [said.summary, summary],
    [said.notice, notice],
    [said.team, team.join(', ')],
  ]
  return (
    <dl className={forms.columns} style={{ margin: 0 }}>
      {lines.map(([name, text]) => (
        <div key={name}>
          <dt className={forms.quiet}>{name}</dt>
          <dd className={forms.text} style={{ margin: 0 }}>
            {text || common.none}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What is kept of a release beside its time: who makes it, whom to ask, what it is about. */
export function Details({ read }: { read: Tagged<ReleaseInFull> }): ReactElement {
  const { release: said } = useWording()
  const forms = useFormStyles()
  const [isChanging, setChanging] = useState(false)
  const change = useFocusBack(isChanging)
  return (
    <Section heading={said.details}>
      {isChanging ? (
        <EditDetails read={read} onDone={() => setChanging(false)} />
      ) : (
        <div className={forms.stack}>
          <ReadDetails release={read.value} />
          <div ref={change.place}>
            <Button onClick={() => setChanging(true)}>{said.changeDetails}</Button>
          </div>
        </div>
      )}
    </Section>
  )
}
