import { Button } from '@fluentui/react-components'
import { type FormEvent, type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { OrganisationSettings } from '../../register/administration.ts'
import type { Tagged } from '../list/use-register.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { EditingNotice } from '../saving/EditingNotice.tsx'
import { type Editing, useEditing } from '../saving/use-editing.ts'
import { useFormStyles } from '../use-form-styles.ts'
import type { AdministrationWording } from '../wording.ts'
import { BankHolidays } from './BankHolidays.tsx'
import { fieldsOfSettings } from './fields-of-settings.ts'
import { NeverCleared } from './NeverCleared.tsx'
import { ContactTexts, OrganisationFields } from './OrganisationFields.tsx'
import { PolicyTable } from './PolicyTable.tsx'
import { clearableNow, relaxedLines } from './policy-steps.ts'
import { Relaxation, type Sureness } from './Relaxation.tsx'
import { draftOfSettings, isWhole, type SettingsDraft, settingsIn } from './settings-draft.ts'
import { UsualTimes } from './UsualTimes.tsx'

const UNSURE: Sureness = { isSure: false, word: '' }

/** By what more would leave than before, in words. */
function relaxations(
  before: OrganisationSettings,
  after: OrganisationSettings,
  { policy, never }: AdministrationWording,
): readonly string[] {
  const lines = relaxedLines(before.policy, after.policy).map((line) => policy.lines[line])
  return [...lines, ...clearableNow(before, after).map((kind) => never.clearable(never.kinds[kind]))]
}

function Sections(props: {
  editing: Editing<OrganisationSettings, SettingsDraft>
  sureness: Sureness
  relaxed: readonly string[]
  onSureness: (sureness: Sureness) => void
}): ReactElement {
  const { editing, sureness, relaxed, onSureness } = props
  const { settings: said, policy, never, bankHolidays } = useWording()
  const forms = useFormStyles()
  const { draft, type } = editing
  const { settings } = draft
  const change = (changed: Partial<OrganisationSettings>): void =>
    type({ ...draft, settings: { ...settings, ...changed } })
  const changeRules = (changed: Partial<OrganisationSettings>): void => {
    onSureness(UNSURE)
    change(changed)
  }
  return (
    <>
      <Section heading={policy.heading}>
        <PolicyTable policy={settings.policy} onChange={(rules) => changeRules({ policy: rules })} />
      </Section>
      <Section heading={never.heading}>
        <div className={forms.stack}>
          <NeverCleared
            never={settings.neverCleared ?? []}
            onChange={(neverCleared) => changeRules({ neverCleared })}
          />
          {relaxed.length > 0 && <Relaxation relaxed={relaxed} sureness={sureness} onChange={onSureness} />}
        </div>
      </Section>
      <Section heading={said.organisation}>
        <OrganisationFields draft={draft} onType={type} />
      </Section>
      <Section heading={said.usualTimes}>
        <div className={forms.reading}>
          <UsualTimes times={settings.usualTimes} onChange={(usualTimes) => change({ usualTimes })} />
        </div>
      </Section>
      <Section heading={bankHolidays.heading}>
        <div className={forms.reading}>
          <BankHolidays
            holidays={settings.bankHolidays ?? null}
            onChange={(holidays) => change({ bankHolidays: holidays })}
          />
        </div>
      </Section>
      <Section heading={said.contactText}>
        <ContactTexts draft={draft} onType={type} />
      </Section>
    </>
  )
}

/** The settings as a form. What lets more leave than before is asked twice. */
export function SettingsForm({ read }: { read: Tagged<OrganisationSettings> }): ReactElement {
  const wording = useWording()
  const { ask } = useDesk()
  const forms = useFormStyles()
  const [sureness, setSureness] = useState(UNSURE)
  const editing = useEditing(read, draftOfSettings, (typed, tag) =>
    ask<OrganisationSettings>('PUT', '/api/settings', { body: settingsIn(typed), tag }),
  )
  const { draft, base, saving } = editing
  const relaxed = relaxations(base.value, draft.settings, wording)
  const isSure = relaxed.length === 0 || (sureness.isSure && sureness.word.trim() === wording.policy.word)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isSure && isWhole(draft) && (await editing.save())) setSureness(UNSURE)
  }
  return (
    <form className={forms.wide} onSubmit={submit} noValidate>
      <Sections editing={editing} sureness={sureness} relaxed={relaxed} onSureness={setSureness} />
      <EditingNotice editing={editing} fieldsOf={fieldsOfSettings} />
      <div>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={!isSure || !isWhole(draft) || saving.kind === 'saving'}
        >
          {wording.settings.save}
        </Button>
      </div>
    </form>
  )
}
