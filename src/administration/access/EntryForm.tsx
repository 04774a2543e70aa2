import { Button, Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { AccessEntry, Holder } from '../../release/release-details.ts'
import { useWording } from '../saving/desk.ts'
import { InstantEntry } from '../time/InstantEntry.tsx'
import { focusFirst } from '../use-focus.ts'
import { useFormStyles } from '../use-form-styles.ts'

const HOLDERS: readonly Holder[] = ['person', 'team-inbox', 'distribution-list']

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text.trim())

/** One entry of an access list: who, in what post, from when, until when, why. */
export function EntryForm(props: {
  entry: AccessEntry
  releaseAt: number
  onKeep: (entry: AccessEntry) => void
  onCancel: () => void
}): ReactElement {
  const { entry, releaseAt, onKeep, onCancel } = props
  const { access: said, common } = useWording()
  const forms = useFormStyles()
  const [draft, setDraft] = useState(entry)
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!isAddress(draft.address)) return
    onKeep({
      ...draft,
      address: draft.address.trim(),
      post: draft.post.trim(),
      reason: draft.reason.trim(),
    })
  }
  return (
    <form ref={focusFirst} className={forms.stack} onSubmit={submit} noValidate>
      <Field
        label={said.address}
        required
        {...(tried && !isAddress(draft.address) ? { validationMessage: said.addressMissing } : {})}
      >
        <Input
          type="email"
          value={draft.address}
          onChange={(_, { value }) => setDraft({ ...draft, address: value })}
        />
      </Field>
      <Field label={said.post}>
        <Input value={draft.post} onChange={(_, { value }) => setDraft({ ...draft, post: value })} />
      </Field>
      <Field label={said.holder} {...(draft.holder === 'person' ? {} : { hint: said.notOnePerson })}>
        <Select
          value={draft.holder}
          onChange={(_, { value }) =>
            setDraft({ ...draft, holder: HOLDERS.find((holder) => holder === value) ?? 'person' })
          }
        >
          {HOLDERS.map((holder) => (
            <option key={holder} value={holder}>
              {said.holders[holder]}
            </option>
          ))}
        </Select>
      </Field>
      <InstantEntry
        label={said.opens}
        at={draft.opensAt}
        onChange={(opensAt) => setDraft({ ...draft, opensAt })}
      />
      <Checkbox
        label={`${said.expires}: ${said.untilRelease}`}
        checked={draft.expiresAt === null}
        onChange={(_, { checked }) => setDraft({ ...draft, expiresAt: checked ? null : releaseAt })}
      />
      {draft.expiresAt !== null && (
        <InstantEntry
          label={said.expires}
          at={draft.expiresAt}
          onChange={(expiresAt) => setDraft({ ...draft, expiresAt })}
        />
      )}
      <Field label={said.why}>
        <Textarea value={draft.reason} onChange={(_, { value }) => setDraft({ ...draft, reason: value })} />
      </Field>
      <div className={forms.row}>
        <Button type="submit" appearance="primary">
          {said.keep}
        </Button>
        <Button onClick={onCancel}>{common.cancel}</Button>
      </div>
    </form>
  )
}
