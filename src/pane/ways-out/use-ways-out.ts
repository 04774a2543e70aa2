import { useCallback, useRef, useState } from 'react'
import type { Attachment } from '../../message/message.ts'
import { type Change, removeAttachment, setDelivery } from '../../outlook/change-draft.ts'
import { surroundings } from '../../outlook/surroundings.ts'
import { londonWords } from '../../release/london-words.ts'
import { notPossibleText } from '../../test-copy/not-possible.ts'
import { AFTER_RELEASE_MS } from '../in-question.ts'
import type { Draft, Judged } from '../use-draft.ts'
import type { PaneWording } from '../wording.ts'
import { type Replaced, replaceByTestCopy } from './test-copy-way.ts'

/** What came of a way out. */
export type WayNote = { readonly tone: 'success' | 'error'; readonly text: string }

/** The ways out that change the draft. One at a time: Outlook loses removals that overlap (issue 4627). */
export type WaysOut = {
  /** What is being done, or `null`. */
  readonly doing: string | null
  readonly note: WayNote | null
  remove(file: Attachment): void
  replace(judged: Judged, file: Attachment): void
  /** @param releaseAt milliseconds since 1970-01-01T00:00:00Z */
  deliverAfter(releaseAt: number): void
}

const good = (text: string): WayNote => ({ tone: 'success', text })
const bad = (text: string): WayNote => ({ tone: 'error', text })

async function remove(file: Attachment, { waysOut }: PaneWording): Promise<WayNote> {
  const { item } = surroundings()
  const change: Change = item ? await removeAttachment(item, file) : { kind: 'not-here' }
  return change.kind === 'done'
    ? good(waysOut.removed(file.name))
    : bad(waysOut.notChanged(change, file.name))
}

async function deliverAfter(releaseAt: number, { waysOut, language }: PaneWording): Promise<WayNote> {
  const { item } = surroundings()
  const at = releaseAt + AFTER_RELEASE_MS
  const change: Change = item ? await setDelivery(item, at) : { kind: 'not-here' }
  return change.kind === 'done'
    ? good(waysOut.atRelease.set(londonWords(at, language)))
    : bad(waysOut.atRelease.notSet(change))
}

function noteOf(replaced: Replaced, name: string, { waysOut, language }: PaneWording): WayNote {
  switch (replaced.kind) {
    case 'replaced':
      return good(waysOut.replaced(name, replaced.copy))
    case 'not-possible':
      return bad(`${waysOut.copyNotPossible(name)} ${notPossibleText(replaced.because, language)}`)
    case 'withheld':
      return bad(waysOut.copyNotPossible(name))
    case 'not-clean':
      return bad(waysOut.copyNotClean(name))
    case 'not-checked':
      return bad(waysOut.copyNotChecked)
    case 'not-attached':
      return bad(`${waysOut.copyNotPossible(name)} ${waysOut.notChanged(replaced.change, name)}`)
    case 'beside-original':
      return bad(
        `${waysOut.copyBesideOriginal(replaced.copy, name)} ${waysOut.notChanged(replaced.change, name)}`,
      )
  }
}

/** The ways out of the message in hand, with what came of the last. */
export function useWaysOut({ lookAgain }: Pick<Draft, 'lookAgain'>, wording: PaneWording): WaysOut {
  const [doing, setDoing] = useState<string | null>(null)
  const [note, setNote] = useState<WayNote | null>(null)
  const busy = useRef(false)
  const run = useCallback(
    async (first: string, way: () => Promise<WayNote>): Promise<void> => {
      if (busy.current) return
      busy.current = true
      setDoing(first)
      setNote(null)
      const came = await way().catch((fault) => bad(`${wording.fault.title}. ${String(fault)}`))
      busy.current = false
      setDoing(null)
      setNote(came)
      lookAgain()
    },
    [lookAgain, wording],
  )
  const { waysOut } = wording
  return {
    doing,
    note,
    remove: (file) => void run(waysOut.removing(file.name), () => remove(file, wording)),
    replace: (judged, file) =>
      void run(waysOut.steps.making(file.name), async () => {
        const tell = (step: keyof typeof waysOut.steps) => setDoing(waysOut.steps[step](file.name))
        return noteOf(await replaceByTestCopy(surroundings(), judged.message, file, tell), file.name, wording)
      }),
    deliverAfter: (releaseAt) => void run(waysOut.atRelease.setting, () => deliverAfter(releaseAt, wording)),
  }
}
