import { useState } from 'react'
import type { Tagged } from '../list/use-register.ts'
import type { Asked } from './ask.ts'
import { type Saving, useSaving } from './use-saving.ts'

/** A thing being changed: as it was when one began, and as it is typed. */
export type Editing<T, D> = {
  readonly draft: D
  readonly base: Tagged<T>
  readonly saving: Saving<T>
  type(draft: D): void
  /** Whether it was saved. */
  save(): Promise<boolean>
  /** After a conflict: saves what is typed over what the other left. */
  saveMine(): Promise<boolean>
  /** After a conflict: goes on from what the other left. */
  takeTheirs(): void
  /** Begins anew from what is there now, where nothing was typed. */
  adopt(now: Tagged<T>): void
}

/**
 * Changes a thing that others may change too. What is typed is never lost by what
 * somebody else saves; they are shown, and one chooses.
 */
export function useEditing<T, D>(
  began: Tagged<T>,
  draftOf: (value: T) => D,
  send: (draft: D, tag: string | null) => Promise<Asked<T>>,
): Editing<T, D> {
  const [base, setBase] = useState(began)
  const [draft, type] = useState(() => draftOf(began.value))
  const { saving, save, forget } = useSaving<T>()
  const theirs = saving.kind === 'conflict' ? saving.theirs : null
  const saveAs = (tag: string | null): Promise<boolean> =>
    save(async () => {
      const asked = await send(draft, tag)
      if (asked.kind === 'answered') {
        const saved = asked.value ?? base.value
        setBase({ value: saved, tag: asked.tag })
        // As the service keeps it, unless somebody types on already.
        type((typed) => (typed === draft ? draftOf(saved) : typed))
      }
      return asked
    })
  return {
    draft,
    base,
    saving,
    type: (typed) => type(typed),
    save: () => saveAs(base.tag),
    saveMine: () => saveAs(theirs?.tag ?? null),
    takeTheirs: () => {
      if (theirs !== null) {
        setBase(theirs)
        type(draftOf(theirs.value))
      }
      forget()
    },
    adopt: (now) => {
      setBase(now)
      type(draftOf(now.value))
    },
  }
}
