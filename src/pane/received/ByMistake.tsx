import { Field, makeStyles, Text, Textarea } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { BODY } from '../../guard.ts'
import { CopyButton } from '../CopyButton.tsx'
import { Section } from '../Section.tsx'
import type { PaneWording } from '../wording.ts'
import type { ReceivedPart } from './received-parts.ts'

const useStyles = makeStyles({
  steps: { margin: '0 0 12px', padding: '0 0 0 20px' },
  step: { marginBottom: '8px' },
  field: { width: '100%', marginBottom: '8px' },
})

/** What to do with figures under embargo that one should not have received. */
export function ByMistake(props: { parts: readonly ReceivedPart[]; wording: PaneWording }): ReactElement {
  const { parts, wording } = props
  const words = wording.received
  const styles = useStyles()
  const reply = words.reply(parts.map(({ part }) => (part === BODY ? wording.body : part)).join(', '))
  return (
    <Section heading={words.mistakeHeading}>
      <ol className={styles.steps}>
        {words.mistakeSteps.map((step) => (
          <li key={step} className={styles.step}>
            <Text>{step}</Text>
          </li>
        ))}
      </ol>
      <Field className={styles.field} label={words.replyLabel}>
        <Textarea value={reply} readOnly rows={5} />
      </Field>
      <CopyButton label={words.copyReply} wording={wording} text={async () => reply} />
    </Section>
  )
}
