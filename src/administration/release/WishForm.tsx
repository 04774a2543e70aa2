import { Button, Field, Input, Select, Text, Textarea } from '@fluentui/react-components'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { ReleaseInFull } from '../../register/administration.ts'
import { londonClock } from '../../release/london-time.ts'
import type { When, YearMonth } from '../../release/when.ts'
import type { Tagged } from '../list/use-register.ts'
import { ConflictNotice } from '../saving/ConflictNotice.tsx'
import { useDesk, useWording } from '../saving/desk.ts'
import { SavingNotice } from '../saving/SavingNotice.tsx'
import { useEditing } from '../saving/use-editing.ts'
import { useUsualTime } from '../settings/use-usual-time.ts'
import { TimeEntry } from '../time/TimeEntry.tsx'
import { draftOf, judgeTime, type TimeDraft } from '../time/time-draft.ts'
import { useServiceClock } from '../time/use-service-clock.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { type Choice, needsReason, wishOf } from './possible-wishes.ts'
import { differencesBetween, fieldsOfRelease } from './what-changed.ts'

type Draft = { readonly time: TimeDraft; readonly month: YearMonth; readonly reason: string }

const begun = (release: ReleaseInFull): Draft => {
  const { year, month } = londonClock(release.at)
  return { time: draftOf(release.at), month: { year, month }, reason: '' }
}

function MonthEntry({ month, onChange }: { month: YearMonth; onChange: (month: YearMonth) => void }) {
  const { months, release: said } = useWording()
  const forms = useFormStyles()
  return (
    <div className={forms.columns}>
      <Field label={said.month}>
        <Select
          value={String(month.month)}
          onChange={(_, { value }) => onChange({ ...month, month: Number(value) })}
        >
          {months.map((name, index) => (
            <option key={name} value={index + 1}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={said.year}>
        <Input
          type="number"
          value={String(month.year)}
          onChange={(_, { value }) => onChange({ ...month, year: Number(value) })}
        />
      </Field>
    </div>
  )
}

/** The form of one change of time or state: when, and why. The reason is kept for ever. */
export function WishForm(props: {
  read: Tagged<ReleaseInFull>
  choice: Choice
  onDone: (saved: boolean) => void
}): ReactElement {
  const { read, choice, onDone } = props
  const wording = useWording()
  const { release: said, common, time: told } = wording
  const { ask } = useDesk()
  const forms = useFormStyles()
  const at = useServiceClock()
  const usual = useUsualTime(read.value.series)
  const [tried, setTried] = useState(false)
  const takesTime = choice === 'confirm' || choice === 'move'
  const whenOf = ({ time, month }: Draft): When =>
    choice === 'months'
      ? { kind: 'months', from: month, to: month }
      : { kind: 'instant', at: judgeTime(time, usual, at).due ?? Number.NaN }
  const editing = useEditing(read, begun, (typed, tag) =>
    ask<ReleaseInFull>('POST', `/api/releases/${read.value.id}/changes`, {
      body: wishOf(choice, whenOf(typed), typed.reason.trim()),
      tag,
    }),
  )
  const { draft, saving, type } = editing
  const judged = judgeTime(draft.time, usual, at)
  const lacksReason = needsReason(read.value, choice) && draft.reason.trim() === ''
  const theirs = saving.kind === 'conflict' ? saving.theirs : null
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (lacksReason || (takesTime && !judged.isReady)) return
    if (await editing.save()) onDone(true)
  }
  return (
    <form className={forms.stack} onSubmit={submit} noValidate>
      {takesTime && (
        <TimeEntry
          draft={draft.time}
          judged={judged}
          at={at}
          fault={tried && !judged.isReady ? told.confirmFirst : ''}
          onChange={(time) => type({ ...draft, time })}
        />
      )}
      {choice === 'months' && (
        <MonthEntry month={draft.month} onChange={(month) => type({ ...draft, month })} />
      )}
      {choice === 'cancel' && <Text>{said.final}</Text>}
      {(choice === 'cancel' || choice === 'postpone') && <Text>{said.keepsEmbargo}</Text>}
      {choice !== 'publish' && (
        <Field
          label={common.reason}
          required={needsReason(read.value, choice)}
          {...(tried && lacksReason ? { validationMessage: common.reasonMissing } : {})}
        >
          <Textarea value={draft.reason} onChange={(_, { value }) => type({ ...draft, reason: value })} />
        </Field>
      )}
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
          onMine={async () => {
            if (await editing.saveMine()) onDone(true)
          }}
          onTheirs={() => onDone(false)}
        />
      )}
      {saving.kind !== 'conflict' && (
        <div className={forms.row}>
          <Button type="submit" appearance="primary" disabledFocusable={saving.kind === 'saving'}>
            {said.wishes[choice]}
          </Button>
          <Button onClick={() => onDone(false)}>{common.cancel}</Button>
        </div>
      )}
    </form>
  )
}
