import { Field, Select, Text } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import { Failed } from '../Failed.tsx'
import { Pager } from '../list/Pager.tsx'
import { useJournal } from '../list/use-register.ts'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { Waiting } from '../Waiting.tsx'
import { Entry } from './Entry.tsx'
import { JOURNAL_GROUPS, type JournalGroup, KINDS_OF } from './journal-groups.ts'
import { Verification } from './Verification.tsx'

/** Entries on a page. */
const SIZE = 25

function ShowOnly(props: {
  group: JournalGroup | null
  onChoose: (group: JournalGroup | null) => void
}): ReactElement {
  const { group, onChoose } = props
  const forms = useFormStyles()
  const { journal: said } = useWording()
  return (
    <Field label={said.kind} className={forms.reading}>
      <Select
        value={group ?? ''}
        onChange={(_, { value }) => onChoose(JOURNAL_GROUPS.find((known) => known === value) ?? null)}
      >
        <option value="">{said.everything}</option>
        {JOURNAL_GROUPS.map((each) => (
          <option key={each} value={each}>
            {said.kinds[each]}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** What was done, the newest first, each entry a sentence; and whether the record is whole. */
export function JournalScreen(): ReactElement {
  const forms = useFormStyles()
  const { journal: said } = useWording()
  const [page, setPage] = useState(1)
  const [group, setGroup] = useState<JournalGroup | null>(null)
  const kind = group === null ? {} : { kind: KINDS_OF[group] }
  const { data, error, refetch } = useJournal({ page, size: SIZE, ...kind })
  const choose = (chosen: JournalGroup | null): void => {
    setPage(1)
    setGroup(chosen)
  }
  return (
    <Section heading={said.heading}>
      <div className={forms.stack}>
        <ShowOnly group={group} onChoose={choose} />
        <Verification />
        {error && !data && <Failed fault={error} onAgain={refetch} />}
        {!data && !error && <Waiting lines={8} height={72} />}
        {data?.value.entries.length === 0 && <Text>{group === null ? said.empty : said.nothingOfIt}</Text>}
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
