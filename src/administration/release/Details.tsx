import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { type FormEvent, type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { ReleaseInFull, ReleasePatch } from '../../register/administration.ts'
import { linesOf } from '../calendars/lines-of.ts'
import type { Tagged } from '../list/use-register.ts'
import { ConflictNotice } from '../saving/ConflictNotice.tsx'
import { useDesk, useWording } from '../saving/desk.ts'
import { SavingNotice } from '../saving/SavingNotice.tsx'
import { useEditing } from '../saving/use-editing.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { differencesBetween, fieldsOfRelease } from './what-changed.ts'

type Draft = Readonly<
  Record<
    | 'series'
    | 'title'
    | 'producer'
    | 'contactName'
    | 'contactEmail'
    | 'contactTelephone'
    | 'summary'
    | 'team',
    string
  >
>

const draftOf = ({ series, title, producer, contact, summary, team }: ReleaseInFull): Draft => ({
  series,
  title,
  producer,
  contactName: contact.name,
  contactEmail: contact.email,
  contactTelephone: contact.telephone,
  summary,
  team: team.join('\n'),
})

const patchOf = (draft: Draft): ReleasePatch => ({
  series: draft.series.trim(),
  title: draft.title.trim(),
  producer: draft.producer.trim(),
  contact: {
    name: draft.contactName.trim(),
    email: draft.contactEmail.trim(),
    telephone: draft.contactTelephone.trim(),
  },
  summary: draft.summary.trim(),
  team: linesOf(draft.team),
})

const ONE_LINE = ['series', 'title', 'producer', 'contactName', 'contactEmail', 'contactTelephone'] as const

function EditDetails({ read, onDone }: { read: Tagged<ReleaseInFull>; onDone: () => void }): ReactElement {
  const wording = useWording()
  const { release: said, common } = wording
  const { ask } = useDesk()
  const forms = useFormStyles()
  const editing = useEditing(read, draftOf, (typed, tag) =>
    ask<ReleaseInFull>('PATCH', `/api/releases/${read.value.id}`, { body: patchOf(typed), tag }),
  )
  const { draft, saving, type } = editing
  const theirs = saving.kind === 'conflict' ? saving.theirs : null
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (draft.series.trim() === '' || draft.title.trim() === '') return
    if (await editing.save()) onDone()
  }
  const saveMine = async (): Promise<void> => {
    if (await editing.saveMine()) onDone()
  }
  const lacks = (text: string) => (text.trim() === '' ? { validationMessage: common.needed } : {})
  return (
    <form className={forms.stack} onSubmit={submit} noValidate>
      <div className={forms.columns}>
        {ONE_LINE.map((name) => (
          <Field
            key={name}
            label={said[name]}
            required={name === 'series' || name === 'title'}
            {...(name === 'series' || name === 'title' ? lacks(draft[name]) : {})}
          >
            <Input value={draft[name]} onChange={(_, { value }) => type({ ...draft, [name]: value })} />
          </Field>
        ))}
      </div>
      <Field label={said.summary}>
        <Textarea value={draft.summary} onChange={(_, { value }) => type({ ...draft, summary: value })} />
      </Field>
      <Field label={said.team} hint={said.teamHint}>
        <Textarea rows={4} value={draft.team} onChange={(_, { value }) => type({ ...draft, team: value })} />
      </Field>
      <SavingNotice saving={saving} />
      {saving.kind === 'conflict' && (
        <ConflictNotice
          differences={
            theirs === null
              ? []
              : differencesBetween(
                  fieldsOfRelease(editing.base.value, wording),
                  fieldsOfRelease(theirs.value, wording),
                )
          }
          onMine={saveMine}
          onTheirs={editing.takeTheirs}
        />
      )}
      {saving.kind !== 'conflict' && (
        <div className={forms.row}>
          <Button type="submit" appearance="primary" disabledFocusable={saving.kind === 'saving'}>
            {common.save}
          </Button>
          <Button onClick={onDone}>{common.cancel}</Button>
        </div>
      )}
    </form>
  )
}

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
    <dl className={forms.stack} style={{ margin: 0 }}>
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
  const { release: said, common } = useWording()
  const forms = useFormStyles()
  const [isChanging, setChanging] = useState(false)
  return (
    <Section heading={said.details}>
      {isChanging ? (
        <EditDetails read={read} onDone={() => setChanging(false)} />
      ) : (
        <div className={forms.stack}>
          <ReadDetails release={read.value} />
          <div>
            <Button onClick={() => setChanging(true)}>
              {common.change}: {said.details}
            </Button>
          </div>
        </div>
      )}
    </Section>
  )
}
