import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { JournalEntry, JournalVerification } from '../../register/administration.ts'
import { londonWords } from '../../release/london-words.ts'
import { Failed } from '../Failed.tsx'
import { Pager } from '../list/Pager.tsx'
import { useJournal } from '../list/use-register.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { Waiting } from '../Waiting.tsx'
import { JOURNAL_GROUPS, type JournalGroup, KINDS_OF } from './journal-groups.ts'

/** Entries on a page. */
const SIZE = 25

const useStyles = makeStyles({
  entry: { padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  what: { display: 'block', overflowWrap: 'anywhere' },
  exact: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    padding: '8px',
    margin: '4px 0 0',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  summary: { cursor: 'pointer', padding: '4px 0', color: tokens.colorBrandForegroundLink },
})

function Entry({ entry }: { entry: JournalEntry }): ReactElement {
  const styles = useStyles()
  const forms = useFormStyles()
  const { journal: said, language } = useWording()
  return (
    <li className={styles.entry}>
      <Text className={styles.what} lang="en">
        {entry.what}
      </Text>
      <Text size={200} className={forms.quiet}>
        {said.by(entry.who, londonWords(entry.at, language))} · {entry.seq}
      </Text>
      <details>
        <summary className={styles.summary}>
          <Text size={200}>{said.more}</Text>
        </summary>
        <pre className={styles.exact}>{JSON.stringify(entry.entry, null, 2)}</pre>
      </details>
    </li>
  )
}

function Verification(): ReactElement {
  const { ask } = useDesk()
  const forms = useFormStyles()
  const { journal: said, common } = useWording()
  const [verified, setVerified] = useState<JournalVerification | string | null>(null)
  const verify = async (): Promise<void> => {
    setVerified(null)
    const asked = await ask<JournalVerification>('GET', '/api/journal/verification')
    setVerified(
      asked.kind === 'answered' ? asked.value : asked.kind === 'refused' ? asked.because : common.unreachable,
    )
  }
  const isSound = typeof verified === 'object' && verified?.sound === true
  const told =
    typeof verified === 'string' || verified === null
      ? verified
      : verified.sound
        ? said.sound(verified.entries)
        : said.broken(verified.brokenAt ?? 0)
  return (
    <div className={forms.stack}>
      <div>
        <Button onClick={verify}>{said.verify}</Button>
      </div>
      <div aria-live="polite">
        {told !== null && (
          <MessageBar intent={isSound ? 'success' : 'error'} layout="multiline">
            <MessageBarBody>{told}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  )
}

/** What was done, the newest first, each entry a sentence; and whether the record is whole. */
export function JournalScreen(): ReactElement {
  const forms = useFormStyles()
  const { journal: said } = useWording()
  const [page, setPage] = useState(1)
  const [group, setGroup] = useState<JournalGroup | null>(null)
  const { data, error, refetch } = useJournal({
    page,
    size: SIZE,
    ...(group === null ? {} : { kind: KINDS_OF[group] }),
  })
  return (
    <Section heading={said.heading}>
      <div className={forms.stack}>
        <Field label={said.kind} className={forms.reading}>
          <Select
            value={group ?? ''}
            onChange={(_, { value }) => {
              setPage(1)
              setGroup(JOURNAL_GROUPS.find((known) => known === value) ?? null)
            }}
          >
            <option value="">{said.everything}</option>
            {JOURNAL_GROUPS.map((each) => (
              <option key={each} value={each}>
                {said.kinds[each]}
              </option>
            ))}
          </Select>
        </Field>
        <Verification />
        {error && !data && <Failed fault={error} onAgain={refetch} />}
        {!data && !error && <Waiting lines={8} height={72} />}
        {data && data.value.entries.length === 0 && <Text>{said.empty}</Text>}
        {data && (
          <>
            <ul className={forms.list}>
              {data.value.entries.map((entry) => (
                <Entry key={entry.seq} entry={entry} />
              ))}
            </ul>
            <Pager page={page} size={SIZE} total={data.value.total} onPage={setPage} />
          </>
        )}
      </div>
    </Section>
  )
}
