import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { ReleaseInFull } from '../../register/administration.ts'
import type { Tagged } from '../list/use-register.ts'
import { fieldsOfRelease } from '../release/fields-of-release.ts'
import { useWording } from '../saving/desk.ts'
import { EditingNotice } from '../saving/EditingNotice.tsx'
import { type FocusPlace, useFocusBack } from '../use-focus.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { Entries } from './Entries.tsx'
import { EntryForm } from './EntryForm.tsx'
import { type AccessInHand, useAccessList } from './use-access-list.ts'

/** One entry more: typed, or copied from the release before. */
function Add(props: { list: AccessInHand; releaseAt: number; back: FocusPlace }): ReactElement {
  const { list, releaseAt, back } = props
  const { access: said } = useWording()
  const forms = useFormStyles()
  const end = list.looked.length
  if (list.open === end)
    return (
      <div className={forms.card}>
        <EntryForm
          entry={list.blank()}
          releaseAt={releaseAt}
          onKeep={(entry) => list.keep(end, entry)}
          onCancel={() => list.setOpen(null)}
        />
      </div>
    )
  return (
    <div ref={back.place} className={forms.row}>
      <Button onClick={() => list.setOpen(end)}>{said.add}</Button>
      <Button onClick={list.copyLast}>{said.copy}</Button>
    </div>
  )
}

/** Saving the list confirms each entry of it. */
function Confirm({ list }: { list: AccessInHand }): ReactElement | null {
  const { access: said } = useWording()
  const forms = useFormStyles()
  const { saving, save } = list.editing
  if (list.looked.length === 0 && !list.isChanged) return null
  return (
    <>
      <Text size={200} className={forms.quiet}>
        {said.saveText}
      </Text>
      <div>
        <Button
          appearance="primary"
          disabledFocusable={saving.kind === 'saving' || list.open !== null}
          onClick={save}
        >
          {said.save}
        </Button>
      </div>
    </>
  )
}

/** Who may have a release before publication: looked over entry by entry, and confirmed by saving. */
export function Access({ read }: { read: Tagged<ReleaseInFull> }): ReactElement {
  const wording = useWording()
  const { access: said } = wording
  const forms = useFormStyles()
  const list = useAccessList(read)
  const { looked, isChanged, copied, open, editing } = list
  const { saving } = editing
  const add = useFocusBack(open === looked.length)
  return (
    <Section heading={`${wording.release.parts.access}: ${said.people(looked.length)}`}>
      <div className={forms.stack}>
        {looked.length === 0 && open === null && <Text>{said.none}</Text>}
        <Entries list={list} releaseAt={read.value.at} onTakenOut={add.focus} />
        <div aria-live="polite" className={forms.live}>
          {copied !== null && (
            <MessageBar intent="info" layout="multiline">
              <MessageBarBody>{copied}</MessageBarBody>
            </MessageBar>
          )}
        </div>
        <Add list={list} releaseAt={read.value.at} back={add} />
        {isChanged && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{said.unsaved}</MessageBarBody>
          </MessageBar>
        )}
        <EditingNotice
          editing={editing}
          saving={isChanged && saving.kind === 'saved' ? { kind: 'idle' } : saving}
          fieldsOf={fieldsOfRelease}
        />
        <Confirm list={list} />
      </div>
    </Section>
  )
}
