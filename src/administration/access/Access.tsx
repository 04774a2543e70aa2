import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { AccessList, ReleaseInFull } from '../../register/administration.ts'
import { LEGAL_LIMIT_HOURS, lookOver, opensByDefault } from '../../release/pre-release-access.ts'
import type { AccessEntry } from '../../release/release-details.ts'
import { type Tagged, useSettings } from '../list/use-register.ts'
import { differencesBetween, fieldsOfRelease } from '../release/what-changed.ts'
import { ConflictNotice } from '../saving/ConflictNotice.tsx'
import { useDesk, useWording } from '../saving/desk.ts'
import { SavingNotice } from '../saving/SavingNotice.tsx'
import { useEditing } from '../saving/use-editing.ts'
import { useServiceClock } from '../time/use-service-clock.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntryForm } from './EntryForm.tsx'
import { useLastAccess } from './use-last-access.ts'

const sent = (entries: readonly AccessEntry[]): AccessList =>
  entries.map(({ address, post, opensAt, expiresAt, holder, reason }) => ({
    address,
    post,
    opensAt,
    expiresAt,
    holder,
    reason,
  }))

/** An entry before anything is known of it. Nobody has confirmed it. */
const blank = (release: ReleaseInFull, hours: number, at: number): AccessEntry => ({
  address: '',
  post: '',
  holder: 'person',
  opensAt: opensByDefault(release.at, hours),
  expiresAt: null,
  reason: '',
  confirmedAt: at,
  confirmedBy: '',
})

const isSame = (one: readonly AccessEntry[], other: readonly AccessEntry[]): boolean =>
  JSON.stringify(sent(one)) === JSON.stringify(sent(other))

/** Who may have a release before publication: looked over entry by entry, and confirmed by saving. */
export function Access({ read }: { read: Tagged<ReleaseInFull> }): ReactElement {
  const wording = useWording()
  const { access: said } = wording
  const { ask } = useDesk()
  const forms = useFormStyles()
  const at = useServiceClock()
  const hours = useSettings().data?.value.accessHours ?? LEGAL_LIMIT_HOURS
  const lastAccess = useLastAccess()
  /** Which entry is open: its place in the list, or one past the end for a new one. */
  const [open, setOpen] = useState<number | null>(null)
  const [copied, setCopied] = useState<string | null>(null)
  const editing = useEditing<ReleaseInFull, readonly AccessEntry[]>(
    read,
    ({ access }) => access,
    (entries, tag) => ask('PUT', `/api/releases/${read.value.id}/access`, { body: sent(entries), tag }),
  )
  const { draft, base, saving, type } = editing
  const isChanged = !isSame(draft, base.value.access)
  // Until something is typed here, what others save shows at once.
  const isIdle = saving.kind === 'idle' || saving.kind === 'saved'
  if (!isChanged && isIdle && read.tag !== base.tag && open === null) editing.adopt(read)
  const shown = draft
  const theirs = saving.kind === 'conflict' ? saving.theirs : null
  const looked = lookOver({ at: read.value.at, access: shown }, hours, at)
  const keep = (index: number, entry: AccessEntry): void => {
    const before = shown.slice(0, index)
    type([...before, { ...entry, confirmedBy: '' }, ...shown.slice(index + 1)])
    setOpen(null)
  }
  const copy = async (): Promise<void> => {
    const last = await lastAccess(read.value, hours, at)
    setCopied(last === null ? said.noLast : said.copied(last.title))
    if (last === null) return
    const known = new Set(shown.map(({ address }) => address.toLowerCase()))
    type([
      ...shown,
      ...last.access.map(({ entry }) => entry).filter(({ address }) => !known.has(address.toLowerCase())),
    ])
  }
  return (
    <Section heading={`${wording.release.parts.access}: ${said.people(shown.length)}`}>
      <div className={forms.stack}>
        {shown.length === 0 && open === null && <Text>{said.none}</Text>}
        {copied !== null && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{copied}</MessageBarBody>
          </MessageBar>
        )}
        <ul className={forms.list}>
          {looked.map((each, index) =>
            open === index ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: an address may be on the list twice, which is one of the concerns
              <li key={index} className={forms.card}>
                <EntryForm
                  entry={each.entry}
                  releaseAt={read.value.at}
                  onKeep={(entry) => keep(index, entry)}
                  onCancel={() => setOpen(null)}
                />
              </li>
            ) : (
              <EntryCard
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                key={index}
                looked={each}
                onEdit={() => setOpen(index)}
                onTakeOut={() => type(shown.filter((_, place) => place !== index))}
              />
            ),
          )}
        </ul>
        {open === shown.length ? (
          <div className={forms.card}>
            <EntryForm
              entry={blank(read.value, hours, at)}
              releaseAt={read.value.at}
              onKeep={(entry) => keep(shown.length, entry)}
              onCancel={() => setOpen(null)}
            />
          </div>
        ) : (
          <div className={forms.row}>
            <Button onClick={() => setOpen(shown.length)}>{said.add}</Button>
            <Button onClick={copy}>{said.copy}</Button>
          </div>
        )}
        {isChanged && (
          <MessageBar intent="warning">
            <MessageBarBody>{said.unsaved}</MessageBarBody>
          </MessageBar>
        )}
        <SavingNotice saving={isChanged && saving.kind === 'saved' ? { kind: 'idle' } : saving} />
        {saving.kind === 'conflict' && (
          <ConflictNotice
            differences={
              theirs === null
                ? []
                : differencesBetween(
                    fieldsOfRelease(base.value, wording),
                    fieldsOfRelease(theirs.value, wording),
                  )
            }
            onMine={editing.saveMine}
            onTheirs={editing.takeTheirs}
          />
        )}
        {(shown.length > 0 || isChanged) && (
          <>
            <Text size={200} className={forms.quiet}>
              {said.saveText}
            </Text>
            <div>
              <Button
                appearance="primary"
                disabledFocusable={saving.kind === 'saving' || open !== null}
                onClick={editing.save}
              >
                {said.save}
              </Button>
            </div>
          </>
        )}
      </div>
    </Section>
  )
}
