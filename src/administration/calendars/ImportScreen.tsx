import { Button, Field, MessageBar, MessageBarBody, Text, Textarea } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { CalendarText, ImportPreview } from '../../register/administration.ts'
import { FileDrop } from '../files/FileDrop.tsx'
import { REGISTER_KEY } from '../list/use-register.ts'
import type { Asked } from '../saving/ask.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { Waiting } from '../Waiting.tsx'
import { Exports } from './Exports.tsx'
import { PreviewOfImport } from './PreviewOfImport.tsx'

type Step =
  | { readonly kind: 'choose' | 'waiting' | 'made' }
  | { readonly kind: 'failed'; readonly because: string }
  | { readonly kind: 'previewed'; readonly preview: ImportPreview }

const hasChanges = ({ added, changed }: ImportPreview): boolean => added.length + changed.length > 0

/** A calendar file, every change it would make, and then the making. */
function Import(): ReactElement {
  const { imports: said, common } = useWording()
  const { ask } = useDesk()
  const forms = useFormStyles()
  const queries = useQueryClient()
  const [calendar, setCalendar] = useState<CalendarText | null>(null)
  const [reason, setReason] = useState('')
  const [step, setStep] = useState<Step>({ kind: 'choose' })
  const stepAfter = (asked: Asked<ImportPreview>, answered: (preview: ImportPreview) => Step): Step =>
    asked.kind === 'answered'
      ? answered(asked.value)
      : { kind: 'failed', because: asked.kind === 'refused' ? asked.because : common.unreachable }
  const sent = (chosen: CalendarText): CalendarText =>
    reason.trim() === '' ? chosen : { ...chosen, reason: reason.trim() }
  const look = async (chosen: CalendarText): Promise<void> => {
    setCalendar(chosen)
    setStep({ kind: 'waiting' })
    const asked = await ask<ImportPreview>('POST', '/api/imports/preview', { body: sent(chosen) })
    setStep(stepAfter(asked, (preview) => ({ kind: 'previewed', preview })))
  }
  const make = async (chosen: CalendarText): Promise<void> => {
    setStep({ kind: 'waiting' })
    const asked = await ask<ImportPreview>('POST', '/api/imports', { body: sent(chosen) })
    await queries.invalidateQueries({ queryKey: [REGISTER_KEY] })
    setStep(stepAfter(asked, () => ({ kind: 'made' })))
  }
  const take = async ([file]: readonly File[]): Promise<void> => {
    if (file) await look({ name: file.name, text: await file.text() })
  }
  return (
    <div className={forms.stack}>
      <Text>{said.text}</Text>
      <FileDrop
        drop={said.drop}
        choose={said.choose}
        isMany={false}
        isBusy={step.kind === 'waiting'}
        onFiles={(files) => void take(files)}
      />
      {step.kind === 'waiting' && <Waiting lines={4} height={48} />}
      <div aria-live="polite" className={forms.stack}>
        {step.kind === 'failed' && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{step.because}</MessageBarBody>
          </MessageBar>
        )}
        {step.kind === 'made' && (
          <MessageBar intent="success">
            <MessageBarBody>{said.made}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {step.kind === 'previewed' && calendar !== null && (
        <>
          <PreviewOfImport name={calendar.name} preview={step.preview} />
          {step.preview.refused.length > 0 && (
            <>
              <Field label={said.reason} hint={said.reasonHint}>
                <Textarea value={reason} onChange={(_, { value }) => setReason(value)} />
              </Field>
              <div>
                <Button disabledFocusable={reason.trim() === ''} onClick={() => void look(calendar)}>
                  {said.again}
                </Button>
              </div>
            </>
          )}
          <div className={forms.row}>
            <Button
              appearance="primary"
              disabledFocusable={!hasChanges(step.preview)}
              onClick={() => void make(calendar)}
            >
              {said.make}
            </Button>
            <Button onClick={() => setStep({ kind: 'choose' })}>{common.cancel}</Button>
          </div>
        </>
      )}
    </div>
  )
}

/** Release calendars into the register, and the register out as one. */
export function ImportScreen(): ReactElement {
  const { imports: said } = useWording()
  const forms = useFormStyles()
  return (
    <div className={forms.wide}>
      <Section heading={said.heading}>
        <Import />
      </Section>
      <Section heading={said.exports}>
        <Exports />
      </Section>
    </div>
  )
}
