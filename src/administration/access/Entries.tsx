import type { ReactElement } from 'react'
import type { AccessToLookOver } from '../../release/pre-release-access.ts'
import { useFocusBack } from '../use-focus.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntryForm } from './EntryForm.tsx'
import type { AccessInHand } from './use-access-list.ts'

/** One entry: as it is, or as the form in which it is changed. */
function Entry(props: {
  list: AccessInHand
  looked: AccessToLookOver
  index: number
  releaseAt: number
  onTakenOut: () => void
}): ReactElement {
  const { list, looked, index, releaseAt, onTakenOut } = props
  const forms = useFormStyles()
  const isOpen = list.open === index
  const change = useFocusBack(isOpen)
  const takeOut = (): void => {
    list.takeOut(index)
    onTakenOut()
  }
  return (
    <li className={forms.card}>
      {isOpen ? (
        <EntryForm
          entry={looked.entry}
          releaseAt={releaseAt}
          onKeep={(entry) => list.keep(index, entry)}
          onCancel={() => list.setOpen(null)}
        />
      ) : (
        <EntryCard
          looked={looked}
          buttons={change.place}
          onEdit={() => list.setOpen(index)}
          onTakeOut={takeOut}
        />
      )}
    </li>
  )
}

/** The entries of an access list; one of them may be open. */
export function Entries(props: {
  list: AccessInHand
  releaseAt: number
  onTakenOut: () => void
}): ReactElement {
  const { list, releaseAt, onTakenOut } = props
  const forms = useFormStyles()
  return (
    <ul className={forms.cards}>
      {list.looked.map((looked, index) => (
        <Entry
          // biome-ignore lint/suspicious/noArrayIndexKey: an address may be on the list twice, which is one of the concerns
          key={index}
          list={list}
          looked={looked}
          index={index}
          releaseAt={releaseAt}
          onTakenOut={onTakenOut}
        />
      ))}
    </ul>
  )
}
