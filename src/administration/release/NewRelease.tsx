import { Button, Field, Input, Radio, RadioGroup, Text } from '@fluentui/react-components'
import { type FormEvent, type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { ReleaseInFull } from '../../register/administration.ts'
import { BANK_HOLIDAYS } from '../../release/bank-holidays.ts'
import { suggestedTime } from '../../release/usual-time.ts'
import { DIVISIONS } from '../../release/working-days.ts'
import { useReleases } from '../list/use-register.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { SavingNotice } from '../saving/SavingNotice.tsx'
import { useSaving } from '../saving/use-saving.ts'
import { useUsualTime } from '../settings/use-usual-time.ts'
import { TimeEntry } from '../time/TimeEntry.tsx'
import { draftOf, judgeTime, type TimeDraft } from '../time/time-draft.ts'
import { useServiceClock } from '../time/use-service-clock.ts'
import { useFormStyles } from '../use-form-styles.ts'

/** The series that are known, to choose from while typing. */
function useSeries(): readonly string[] {
  const { data } = useReleases({ sort: 'due-last', size: 200 })
  return Array.from(new Set((data?.value.releases ?? []).map(({ series }) => series))).sort()
}

/** A field that must not be empty: what to say of it once somebody tried to save. */
const lacks = (text: string, tried: boolean, said: string) =>
  tried && text.trim() === '' ? { validationMessage: said, validationState: 'error' as const } : {}

/** A new release: its series, its title, its time. From then on it is under embargo. */
export function NewRelease(): ReactElement {
  const { add, release, common, time: told } = useWording()
  const { ask, go } = useDesk()
  const forms = useFormStyles()
  const known = useSeries()
  const [series, setSeries] = useState('')
  const [title, setTitle] = useState('')
  const [state, setState] = useState<'confirmed' | 'provisional'>('confirmed')
  const [typed, setTyped] = useState<TimeDraft | null>(null)
  const [tried, setTried] = useState(false)
  const { saving, save } = useSaving<ReleaseInFull>()
  const at = useServiceClock()
  const usual = useUsualTime(known.includes(series) ? series : '')
  const suggested = draftOf(suggestedTime(usual, DIVISIONS, BANK_HOLIDAYS, at))
  const draft = typed ?? suggested
  const judged = judgeTime(draft, usual, at)

  const register = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (series.trim() === '' || title.trim() === '' || !judged.isReady || judged.due === null) return
    const body = { series: series.trim(), title: title.trim(), at: new Date(judged.due).toISOString(), state }
    let id = ''
    await save(async () => {
      const asked = await ask<ReleaseInFull>('POST', '/api/releases', { body })
      if (asked.kind === 'answered') id = asked.value.id
      return asked
    })
    if (id !== '') go({ screen: 'release', id, part: 'files' })
  }

  return (
    <Section heading={add.heading}>
      <form className={forms.stack} onSubmit={register} noValidate>
        <Field label={release.series} hint={add.seriesHint} required {...lacks(series, tried, common.needed)}>
          <Input value={series} list="known-series" onChange={(_, { value }) => setSeries(value)} />
        </Field>
        <datalist id="known-series">
          {known.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <Field label={release.title} required {...lacks(title, tried, common.needed)}>
          <Input value={title} onChange={(_, { value }) => setTitle(value)} />
        </Field>
        <TimeEntry
          draft={draft}
          judged={judged}
          at={at}
          fault={tried && !judged.isReady ? told.confirmFirst : ''}
          onChange={setTyped}
        />
        <Text
          size={200}
          className={forms.quiet}
          style={{ visibility: typed === null ? 'visible' : 'hidden' }}
        >
          {told.suggested}
        </Text>
        <Field label={add.state}>
          <RadioGroup
            value={state}
            onChange={(_, { value }) => setState(value === 'confirmed' ? 'confirmed' : 'provisional')}
          >
            <Radio value="confirmed" label={add.states.confirmed} />
            <Radio value="provisional" label={add.states.provisional} />
          </RadioGroup>
        </Field>
        <Text className={forms.quiet}>{add.next}</Text>
        <SavingNotice saving={saving} />
        <div className={forms.row}>
          <Button type="submit" appearance="primary" disabledFocusable={saving.kind === 'saving'}>
            {saving.kind === 'saving' ? common.saving : add.save}
          </Button>
          <Button onClick={() => go({ screen: 'releases' })}>{common.cancel}</Button>
        </div>
      </form>
    </Section>
  )
}
