import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { type FormEvent, type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { OrganisationSettings } from '../../register/administration.ts'
import { timeOfDayFrom, timeOfDayText } from '../../release/usual-time.ts'
import { linesOf } from '../calendars/lines-of.ts'
import { Failed } from '../Failed.tsx'
import { type Tagged, useSettings } from '../list/use-register.ts'
import { differencesBetween, fieldsOfSettings } from '../release/what-changed.ts'
import { ConflictNotice } from '../saving/ConflictNotice.tsx'
import { useDesk, useWording } from '../saving/desk.ts'
import { SavingNotice } from '../saving/SavingNotice.tsx'
import { useEditing } from '../saving/use-editing.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { Waiting } from '../Waiting.tsx'
import { PolicyTable } from './PolicyTable.tsx'
import { relaxedLines } from './policy-steps.ts'
import { Relaxation, type Sureness } from './Relaxation.tsx'
import { UsualTimes } from './UsualTimes.tsx'

/** The settings while they are typed: domains as text. */
type Draft = { readonly settings: OrganisationSettings; readonly domains: string }

const draftOf = (settings: OrganisationSettings): Draft => ({
  settings,
  domains: settings.domains.join('\n'),
})

/** What is sent: times as they are kept, and no series without a name. */
const sent = ({ settings, domains }: Draft): OrganisationSettings => ({
  ...settings,
  domains: linesOf(domains).map((domain) => domain.replace(/^@/, '').toLowerCase()),
  usualTimes: settings.usualTimes
    .filter(({ series }) => series.trim() !== '')
    .map(({ series, time }) => {
      const known = timeOfDayFrom(time)
      return { series: series.trim(), time: known === null ? time : timeOfDayText(known) }
    }),
})

const UNSURE: Sureness = { isSure: false, word: '' }

function Form({ read }: { read: Tagged<OrganisationSettings> }): ReactElement {
  const wording = useWording()
  const { settings: said, policy } = wording
  const { ask } = useDesk()
  const forms = useFormStyles()
  const [sureness, setSureness] = useState(UNSURE)
  const editing = useEditing(read, draftOf, (typed, tag) =>
    ask<OrganisationSettings>('PUT', '/api/settings', { body: sent(typed), tag }),
  )
  const { draft, base, saving, type } = editing
  const { settings, domains } = draft
  const change = (changed: Partial<OrganisationSettings>): void =>
    type({ ...draft, settings: { ...settings, ...changed } })
  const relaxed = relaxedLines(base.value.policy, settings.policy)
  const isSure = relaxed.length === 0 || (sureness.isSure && sureness.word.trim() === policy.word)
  const hasTimes = settings.usualTimes.every(({ time }) => timeOfDayFrom(time) !== null)
  const theirs = saving.kind === 'conflict' ? saving.theirs : null
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isSure && hasTimes && (await editing.save())) setSureness(UNSURE)
  }
  return (
    <form className={forms.wide} onSubmit={submit} noValidate>
      <Section heading={policy.heading}>
        <div className={forms.stack}>
          <PolicyTable
            policy={settings.policy}
            onChange={(policy) => {
              setSureness(UNSURE)
              change({ policy })
            }}
          />
          {relaxed.length > 0 && <Relaxation lines={relaxed} sureness={sureness} onChange={setSureness} />}
        </div>
      </Section>
      <Section heading={said.domains}>
        <Field label={said.domains} hint={said.domainsHint} className={forms.reading}>
          <Textarea
            rows={3}
            value={domains}
            onChange={(_, { value }) => type({ ...draft, domains: value })}
          />
        </Field>
      </Section>
      <Section heading={said.usualTimes}>
        <div className={forms.reading}>
          <UsualTimes times={settings.usualTimes} onChange={(usualTimes) => change({ usualTimes })} />
        </div>
      </Section>
      <Section heading={wording.release.parts.access}>
        <Field label={said.accessHours} hint={said.accessHoursHint} className={forms.reading}>
          <Input
            type="number"
            min={0}
            max={24}
            value={String(settings.accessHours)}
            onChange={(_, { value }) => change({ accessHours: Number(value) })}
          />
        </Field>
      </Section>
      <Section heading={said.contactText}>
        <div className={forms.columns}>
          <Field label={said.english} hint={said.hint}>
            <Textarea
              lang="en"
              value={settings.contactText.en}
              onChange={(_, { value }) => change({ contactText: { ...settings.contactText, en: value } })}
            />
          </Field>
          <Field label={said.welsh} hint={said.hint}>
            <Textarea
              lang="cy"
              value={settings.contactText.cy}
              onChange={(_, { value }) => change({ contactText: { ...settings.contactText, cy: value } })}
            />
          </Field>
        </div>
      </Section>
      <SavingNotice saving={saving} />
      {saving.kind === 'conflict' && (
        <ConflictNotice
          differences={
            theirs === null
              ? []
              : differencesBetween(
                  fieldsOfSettings(base.value, wording),
                  fieldsOfSettings(theirs.value, wording),
                )
          }
          onMine={editing.saveMine}
          onTheirs={editing.takeTheirs}
        />
      )}
      <div>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={!isSure || !hasTimes || saving.kind === 'saving'}
        >
          {said.save}
        </Button>
      </div>
    </form>
  )
}

/** What the organisation has decided: the policy, its domains, usual times, and what senders are told. */
export function SettingsScreen(): ReactElement {
  const { data, error, refetch } = useSettings()
  if (data) return <Form read={data} />
  return error ? <Failed fault={error} onAgain={refetch} /> : <Waiting lines={7} height={72} />
}
