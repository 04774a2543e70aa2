import { Text } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { ReleaseInFull } from '../../register/administration.ts'
import { londonWords } from '../../release/london-words.ts'
import type { ReleaseChange } from '../../release/release-details.ts'
import { sameWhen } from '../../release/when.ts'
import { whenWords } from '../list/when-words.ts'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'

function Change({ change }: { change: ReleaseChange }): ReactElement {
  const forms = useFormStyles()
  const wording = useWording()
  const { release: said, language } = wording
  const { kind, by, askedBy, changedAt, before, after, reason } = change
  return (
    <li className={forms.card}>
      <Text weight="semibold">
        {said.changes[kind]}
        {askedBy !== null && `, ${said.agreedBy(askedBy)}`}
      </Text>
      {!sameWhen(before.when, after.when) && (
        <Text>{said.fromTo(whenWords(before.when, wording), whenWords(after.when, wording))}</Text>
      )}
      {reason !== '' && <Text className={forms.text}>“{reason}”</Text>}
      <Text size={200} className={forms.quiet}>
        {said.by(by, londonWords(changedAt, language))}
      </Text>
    </li>
  )
}

/** Every change of a release’s time and state, the last first. They are kept for ever. */
export function History({ release }: { release: ReleaseInFull }): ReactElement {
  const forms = useFormStyles()
  const { release: said } = useWording()
  const changes = [...release.changes].reverse()
  return (
    <Section heading={said.history}>
      {changes.length === 0 && <Text>{said.noHistory}</Text>}
      <ul className={forms.list}>
        {changes.map((change) => (
          <Change key={`${change.changedAt} ${change.kind}`} change={change} />
        ))}
      </ul>
    </Section>
  )
}
