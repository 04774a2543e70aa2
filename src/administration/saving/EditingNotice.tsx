import type { ReactElement } from 'react'
import type { AdministrationWording } from '../wording.ts'
import { ConflictNotice } from './ConflictNotice.tsx'
import { useWording } from './desk.ts'
import { differencesBetween, type Fields } from './differences.ts'
import { SavingNotice } from './SavingNotice.tsx'
import type { Editing } from './use-editing.ts'
import type { Saving } from './use-saving.ts'

/** How saving went; after a conflict what the other changed since one began, and the two ways on. */
export function EditingNotice<T, D>(props: {
  editing: Editing<T, D>
  /** Shown in the place of how saving went, where a form knows better. */
  saving?: Saving<T>
  fieldsOf: (value: T, wording: AdministrationWording) => Fields
  onMine?: () => void
  onTheirs?: () => void
}): ReactElement {
  const { editing, saving = editing.saving, fieldsOf, onMine, onTheirs } = props
  const wording = useWording()
  if (saving.kind !== 'conflict') return <SavingNotice saving={saving} />
  const { theirs } = saving
  const differences =
    theirs === null
      ? []
      : differencesBetween(fieldsOf(editing.base.value, wording), fieldsOf(theirs.value, wording))
  return (
    <ConflictNotice
      differences={differences}
      onMine={onMine ?? editing.saveMine}
      onTheirs={onTheirs ?? editing.takeTheirs}
    />
  )
}
