import { Field, Input, Textarea } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { hoursIn, type SettingsDraft } from './settings-draft.ts'

type Typing = { draft: SettingsDraft; onType: (draft: SettingsDraft) => void }

/** The organisation’s own domains, and how early it opens access. */
export function OrganisationFields({ draft, onType }: Typing): ReactElement {
  const { settings: said } = useWording()
  const forms = useFormStyles()
  return (
    <div className={forms.columns}>
      <Field label={said.domains} hint={said.domainsHint}>
        <Textarea
          rows={3}
          value={draft.domains}
          onChange={(_, { value }) => onType({ ...draft, domains: value })}
        />
      </Field>
      <Field
        label={said.accessHours}
        hint={said.accessHoursHint}
        {...(hoursIn(draft) === null ? { validationMessage: said.hoursWrong } : {})}
      >
        <Input
          type="number"
          min={0}
          max={24}
          value={draft.hours}
          onChange={(_, { value }) => onType({ ...draft, hours: value })}
        />
      </Field>
    </div>
  )
}

/** Whom senders may ring, in both languages. */
export function ContactTexts({ draft, onType }: Typing): ReactElement {
  const { settings: said } = useWording()
  const forms = useFormStyles()
  const { contactText } = draft.settings
  const type = (changed: Partial<typeof contactText>): void =>
    onType({ ...draft, settings: { ...draft.settings, contactText: { ...contactText, ...changed } } })
  return (
    <div className={forms.columns}>
      <Field label={said.english} hint={said.hint}>
        <Textarea lang="en" value={contactText.en} onChange={(_, { value }) => type({ en: value })} />
      </Field>
      <Field label={said.welsh} hint={said.hint}>
        <Textarea lang="cy" value={contactText.cy} onChange={(_, { value }) => type({ cy: value })} />
      </Field>
    </div>
  )
}
