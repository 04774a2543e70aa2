import { useState } from 'react'
import type { AccessList, ReleaseInFull } from '../../register/administration.ts'
import {
  type AccessToLookOver,
  LEGAL_LIMIT_HOURS,
  lookOver,
  opensByDefault,
} from '../../release/pre-release-access.ts'
import type { AccessEntry } from '../../release/release-details.ts'
import { type Tagged, useSettings } from '../list/use-register.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { type Editing, useEditing } from '../saving/use-editing.ts'
import { useServiceClock } from '../time/use-service-clock.ts'
import { useLastAccess } from './use-last-access.ts'

/** An access list while it is gone through. */
export type AccessInHand = {
  readonly editing: Editing<ReleaseInFull, readonly AccessEntry[]>
  readonly isChanged: boolean
  /** The entries with what is to be looked at in each. */
  readonly looked: readonly AccessToLookOver[]
  /** The entry that is open: its place in the list, one past the end for a new one, or none. */
  readonly open: number | null
  /** What came of copying, in a sentence. */
  readonly copied: string | null
  blank(): AccessEntry
  setOpen(index: number | null): void
  /** Puts an entry at a place of the list. */
  keep(index: number, entry: AccessEntry): void
  takeOut(index: number): void
  copyLast(): Promise<void>
}

/** What is sent: who confirmed an entry and when is for the service to say. */
const sent = (entries: readonly AccessEntry[]): AccessList =>
  entries.map(({ confirmedAt, confirmedBy, ...entry }) => entry)

const isSame = (one: readonly AccessEntry[], other: readonly AccessEntry[]): boolean =>
  JSON.stringify(sent(one)) === JSON.stringify(sent(other))

/** The entries that are not on a list yet. */
function missingFrom(
  list: readonly AccessEntry[],
  entries: readonly AccessToLookOver[],
): readonly AccessEntry[] {
  const known = new Set(list.map(({ address }) => address.toLowerCase()))
  return entries.map(({ entry }) => entry).filter(({ address }) => !known.has(address.toLowerCase()))
}

/** An entry before anything is known of it. Nobody has confirmed it. */
const blankEntry = (releaseAt: number, hours: number, at: number): AccessEntry => ({
  address: '',
  post: '',
  holder: 'person',
  opensAt: opensByDefault(releaseAt, hours),
  expiresAt: null,
  reason: '',
  confirmedAt: at,
  confirmedBy: '',
})

function useAccessEditing(read: Tagged<ReleaseInFull>): Editing<ReleaseInFull, readonly AccessEntry[]> {
  const { ask } = useDesk()
  return useEditing<ReleaseInFull, readonly AccessEntry[]>(
    read,
    ({ access }) => access,
    (entries, tag) => ask('PUT', `/api/releases/${read.value.id}/access`, { body: sent(entries), tag }),
  )
}

/** The access list of a release, in the hands of an administrator. */
export function useAccessList(read: Tagged<ReleaseInFull>): AccessInHand {
  const { access: said } = useWording()
  const at = useServiceClock()
  const hours = useSettings().data?.value.accessHours ?? LEGAL_LIMIT_HOURS
  const lastAccess = useLastAccess()
  const [open, setOpen] = useState<number | null>(null)
  const [copied, setCopied] = useState<string | null>(null)
  const editing = useAccessEditing(read)
  const { draft, base, saving, type } = editing
  const isChanged = !isSame(draft, base.value.access)
  // Until something is typed here, what others save shows at once.
  const isIdle = saving.kind === 'idle' || saving.kind === 'saved'
  if (!isChanged && isIdle && read.tag !== base.tag && open === null) editing.adopt(read)
  return {
    editing,
    isChanged,
    looked: lookOver({ at: read.value.at, access: draft }, hours, at),
    open,
    copied,
    blank: () => blankEntry(read.value.at, hours, at),
    setOpen,
    keep: (index, entry) => {
      type([...draft.slice(0, index), { ...entry, confirmedBy: '' }, ...draft.slice(index + 1)])
      setOpen(null)
    },
    takeOut: (index) => type(draft.filter((_, place) => place !== index)),
    copyLast: async () => {
      const last = await lastAccess(read.value, hours, at)
      if (last.kind !== 'list') return setCopied(last.kind === 'none' ? said.noLast : last.because)
      const missing = missingFrom(draft, last.access)
      setCopied(said.copied(last.title, missing.length, last.access.length))
      type([...draft, ...missing])
    },
  }
}
