import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { serviceAt } from '../../outlook/ask-service.ts'
import { ownOrigin } from '../../outlook/own-origin.ts'
import { WentOutOf } from '../../pane/went-out/WentOutOf.tsx'
import { wordingFor } from '../../pane/wording.ts'
import type { JournalEntry } from '../../register/administration.ts'
import { londonWords } from '../../release/london-words.ts'
import { DifferencesTable } from '../saving/DifferencesTable.tsx'
import { useDesk, useWording } from '../saving/desk.ts'
import { useClockAhead } from '../time/use-service-clock.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { changesIn, checkThatLeft } from './journal-changes.ts'

const useStyles = makeStyles({
  entry: { padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  // The times that are kept are the service’s: until its clock is known there is room only.
  wentOut: { minHeight: '32px' },
  what: { display: 'block', overflowWrap: 'anywhere' },
  kept: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    margin: 0,
  },
  exact: {
    padding: '8px',
    margin: '4px 0 0',
    backgroundColor: tokens.colorNeutralBackground3,
    // Settings alone are a hundred lines.
    maxHeight: '320px',
    overflowY: 'auto',
  },
  summary: {
    cursor: 'pointer',
    padding: '4px 0',
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

/** What to do about the message of a check that got out all the same. */
function WentOut({ check }: { check: string }): ReactElement {
  const { language } = useWording()
  const { person } = useDesk()
  const styles = useStyles()
  const clockAheadMs = useClockAhead()
  return (
    <div className={styles.wentOut}>
      {clockAheadMs !== null && (
        <WentOutOf
          check={check}
          clockAheadMs={clockAheadMs}
          wording={wordingFor(language)}
          service={serviceAt(ownOrigin(), person, language)}
        />
      )}
    </div>
  )
}

/** What exactly was done: what was before and after, and the entry as it is kept. */
function Exactly({ entry }: { entry: JournalEntry }): ReactElement {
  const styles = useStyles()
  const wording = useWording()
  const { journal: said } = wording
  const changes = changesIn(entry, wording)
  return (
    <details>
      <summary className={styles.summary}>
        <Text size={200}>{said.more}</Text>
      </summary>
      {changes.length > 0 && (
        <DifferencesTable differences={changes} field={said.field} before={said.before} after={said.after} />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached from the keyboard */}
      <section className={styles.exact} tabIndex={0} aria-label={said.asKept}>
        <pre className={styles.kept}>{JSON.stringify(entry.entry, null, 2)}</pre>
      </section>
    </details>
  )
}

/** One entry of the journal: a sentence, who and when, and what exactly. */
export function Entry({ entry }: { entry: JournalEntry }): ReactElement {
  const styles = useStyles()
  const forms = useFormStyles()
  const { journal: said, language } = useWording()
  const check = checkThatLeft(entry)
  return (
    <li className={styles.entry}>
      <Text className={styles.what}>{entry.what}</Text>
      <Text size={200} className={forms.quiet}>
        {londonWords(entry.at, language)} · {said.entry(entry.seq)}
      </Text>
      <Exactly entry={entry} />
      {check !== null && <WentOut check={check} />}
    </li>
  )
}
