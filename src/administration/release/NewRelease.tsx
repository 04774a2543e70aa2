import { Button, Field, Input, mergeClasses, Radio, RadioGroup, Text } from '@fluentui/react-components'
import type { FormEvent, ReactElement } from 'react'
import { Section } from '../../pane/Section.tsx'
import { useDesk, useWording } from '../saving/desk.ts'
import { SavingNotice } from '../saving/SavingNotice.tsx'
import { TimeEntry } from '../time/TimeEntry.tsx'
import { useFormStyles } from '../use-form-styles.ts'
import { MonthEntry } from './MonthEntry.tsx'
import { CERTAINTIES, type NewReleaseInHand, useNewRelease } from './use-new-release.ts'

/** A field that must not be empty: what to say of it once somebody tried to save. */
const lacks = (text: string, tried: boolean, said: string) =>
  tried && text.trim() === '' ? { validationMessage: said, validationState: 'error' as const } : {}

/** Of which series it is, and what it is called. */
function Names({ inHand }: { inHand: NewReleaseInHand }): ReactElement {
  const { add, release, common } = useWording()
  const { typed, known, tried, type } = inHand
  const { series, title } = typed
  return (
    <>
      <Field label={release.series} hint={add.seriesHint} required {...lacks(series, tried, common.needed)}>
        <Input value={series} list="known-series" onChange={(_, { value }) => type({ series: value })} />
      </Field>
      <datalist id="known-series">
        {known.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <Field label={release.title} required {...lacks(title, tried, common.needed)}>
        <Input value={title} onChange={(_, { value }) => type({ title: value })} />
      </Field>
    </>
  )
}

/** When it is due, as exactly as is known. */
function Due({ inHand }: { inHand: NewReleaseInHand }): ReactElement {
  const { add, time: told } = useWording()
  const forms = useFormStyles()
  const { typed, time, month, judged, at, tried, type } = inHand
  return (
    <>
      <Field label={add.state}>
        <RadioGroup
          value={typed.certainty}
          onChange={(_, { value }) =>
            type({ certainty: CERTAINTIES.find((known) => known === value) ?? 'confirmed' })
          }
        >
          {CERTAINTIES.map((certainty) => (
            <Radio key={certainty} value={certainty} label={add.states[certainty]} />
          ))}
        </RadioGroup>
      </Field>
      {typed.certainty === 'month' ? (
        <MonthEntry month={month} onChange={(changed) => type({ month: changed })} />
      ) : (
        <>
          <TimeEntry
            draft={time}
            judged={judged}
            at={at}
            fault={tried && !judged.isReady ? told.confirmFirst : ''}
            onChange={(changed) => type({ time: changed })}
          />
          <Text
            size={200}
            className={forms.quiet}
            style={{ visibility: typed.time === null ? 'visible' : 'hidden' }}
          >
            {told.suggested}
          </Text>
        </>
      )}
    </>
  )
}

/** A new release: its series, its title, its time. From then on it is under embargo. */
export function NewRelease(): ReactElement {
  const { add, common } = useWording()
  const { go } = useDesk()
  const forms = useFormStyles()
  const inHand = useNewRelease()
  const isSaving = inHand.saving.kind === 'saving'
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const id = await inHand.register()
    if (id !== null) go({ screen: 'release', id, part: 'files' })
  }
  return (
    <Section heading={add.heading}>
      <form className={mergeClasses(forms.stack, forms.reading)} onSubmit={submit} noValidate>
        <Names inHand={inHand} />
        <Due inHand={inHand} />
        <Text className={forms.quiet}>{add.next}</Text>
        <SavingNotice saving={inHand.saving} />
        <div className={forms.row}>
          <Button type="submit" appearance="primary" disabledFocusable={isSaving}>
            {isSaving ? common.saving : add.save}
          </Button>
          <Button onClick={() => go({ screen: 'releases' })}>{common.cancel}</Button>
        </div>
      </form>
    </Section>
  )
}
