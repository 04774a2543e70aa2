import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import type { FormEvent, ReactElement } from 'react'
import type { ReleaseInFull } from '../../register/administration.ts'
import type { Tagged } from '../list/use-register.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { EditingNotice } from '../saving/EditingNotice.tsx'
import { useEditing } from '../saving/use-editing.ts'
import { focusFirst } from '../use-focus.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { type DetailsDraft, draftOfDetails, isNeeded, ONE_LINE, patchOf } from './details-draft.ts'
import { fieldsOfRelease } from './fields-of-release.ts'

function Fields(props: { draft: DetailsDraft; onType: (draft: DetailsDraft) => void }): ReactElement {
  const { draft, onType } = props
  const { release: said, common } = useWording()
  const forms = useFormStyles()
  const lacks = (name: keyof DetailsDraft) =>
    isNeeded(name) && draft[name].trim() === '' ? { validationMessage: common.needed } : {}
  return (
    <>
      <div className={forms.columns}>
        {ONE_LINE.map((name) => (
          <Field key={name} label={said[name]} required={isNeeded(name)} {...lacks(name)}>
            <Input value={draft[name]} onChange={(_, { value }) => onType({ ...draft, [name]: value })} />
          </Field>
        ))}
      </div>
      <Field label={said.summary}>
        <Textarea value={draft.summary} onChange={(_, { value }) => onType({ ...draft, summary: value })} />
      </Field>
      <Field label={said.notice} hint={said.noticeHint}>
        <Textarea value={draft.notice} onChange={(_, { value }) => onType({ ...draft, notice: value })} />
      </Field>
      <Field label={said.team} hint={said.teamHint}>
        <Textarea
          rows={4}
          value={draft.team}
          onChange={(_, { value }) => onType({ ...draft, team: value })}
        />
      </Field>
    </>
  )
}

/** The details of a release as a form. */
export function EditDetails({
  read,
  onDone,
}: {
  read: Tagged<ReleaseInFull>
  onDone: () => void
}): ReactElement {
  const { common } = useWording()
  const { ask } = useDesk()
  const forms = useFormStyles()
  const editing = useEditing(read, draftOfDetails, (typed, tag) =>
    ask<ReleaseInFull>('PATCH', `/api/releases/${read.value.id}`, { body: patchOf(typed), tag }),
  )
  const { draft, saving, type } = editing
  const isWhole = draft.series.trim() !== '' && draft.title.trim() !== ''
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isWhole && (await editing.save())) onDone()
  }
  const saveMine = async (): Promise<void> => {
    if (await editing.saveMine()) onDone()
  }
  return (
    <form ref={focusFirst} className={forms.stack} onSubmit={submit} noValidate>
      <Fields draft={draft} onType={type} />
      <EditingNotice editing={editing} fieldsOf={fieldsOfRelease} onMine={saveMine} />
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
