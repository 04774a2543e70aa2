import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  Textarea,
} from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import { FileDrop } from '../files/FileDrop.tsx'
import { useWording } from '../saving/desk.ts'
import { useFocusBack } from '../use-focus.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { Waiting } from '../Waiting.tsx'
import { Exports } from './Exports.tsx'
import { PreviewOfImport } from './PreviewOfImport.tsx'
import { type ImportInHand, useImport } from './use-import.ts'

/** How it went, read aloud; after a fault the way to try again, with the same file. */
function News({ inHand, reason }: { inHand: ImportInHand; reason: string }): ReactElement {
  const { imports: said, common } = useWording()
  const forms = useFormStyles()
  const { fault, isMade, preview } = inHand
  return (
    <div aria-live="polite" className={forms.live}>
      {fault !== '' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{fault}</MessageBarBody>
          {preview === null && (
            <MessageBarActions>
              <Button onClick={() => void inHand.look(reason)}>{common.tryAgain}</Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
      {isMade && (
        <MessageBar intent="success">
          <MessageBarBody>{said.made}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  )
}

/** The reason for confirmed dates that move: without it they are refused. */
function MovedDates(props: {
  inHand: ImportInHand
  reason: string
  onChange: (reason: string) => void
}): ReactElement {
  const { inHand, reason, onChange } = props
  const { imports: said } = useWording()
  const forms = useFormStyles()
  return (
    <div className={forms.stack}>
      <Field label={said.reason} hint={said.reasonHint} className={forms.reading}>
        <Textarea value={reason} onChange={(_, { value }) => onChange(value)} />
      </Field>
      <div>
        <Button
          disabledFocusable={reason.trim() === '' || inHand.isWaiting}
          onClick={() => void inHand.look(reason)}
        >
          {said.again}
        </Button>
      </div>
    </div>
  )
}

/** Every change that the calendar would make, and then the making. */
function Previewed(props: {
  inHand: ImportInHand
  reason: string
  onReason: (reason: string) => void
}): ReactElement | null {
  const { inHand, reason, onReason } = props
  const { imports: said, common } = useWording()
  const forms = useFormStyles()
  const { calendar, preview, isWaiting } = inHand
  if (preview === null || calendar === null) return null
  const hasChanges = preview.added.length + preview.changed.length > 0
  return (
    <>
      <PreviewOfImport name={calendar.name} preview={preview} />
      {(preview.refused.length > 0 || reason !== '') && (
        <MovedDates inHand={inHand} reason={reason} onChange={onReason} />
      )}
      <div className={forms.row}>
        <Button
          appearance="primary"
          disabledFocusable={!hasChanges || isWaiting}
          onClick={() => void inHand.make(reason)}
        >
          {said.make}
        </Button>
        <Button onClick={inHand.forget}>{common.cancel}</Button>
      </div>
    </>
  )
}

/** A calendar file, what it would change, and how importing it went. */
function ImportCalendar(): ReactElement {
  const { imports: said } = useWording()
  const forms = useFormStyles()
  const inHand = useImport()
  const [reason, setReason] = useState('')
  const { isWaiting, preview } = inHand
  const choose = useFocusBack(preview !== null)
  return (
    <div className={forms.stack}>
      <Text>{said.text}</Text>
      <div ref={choose.place}>
        <FileDrop
          drop={said.drop}
          choose={said.choose}
          isMany={false}
          isBusy={isWaiting}
          onFiles={(files) => void inHand.take(files)}
        />
      </div>
      {isWaiting && preview === null && <Waiting lines={4} height={48} />}
      <News inHand={inHand} reason={reason} />
      <Previewed inHand={inHand} reason={reason} onReason={setReason} />
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
        <ImportCalendar />
      </Section>
      <Section heading={said.exports}>
        <Exports />
      </Section>
    </div>
  )
}
