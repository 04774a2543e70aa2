import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Dismiss12Regular, ErrorCircle12Filled } from '@fluentui/react-icons'
import {
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactElement,
  useId,
  useState,
} from 'react'
import { addressed } from './addresses.ts'
import { useDesk, useLocked } from './desk.ts'
import type { DraftRecipient, RecipientLine } from './draft.ts'
import { KNOWN_ADDRESSES } from './MessageHead.tsx'
import { useKept } from './use-kept.ts'
import { WORDING } from './wording.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':focus-within': {
      borderBottomColor: tokens.colorCompoundBrandStroke,
      boxShadow: `inset 0 -1px 0 ${tokens.colorCompoundBrandStroke}`,
    },
  },
  label: {
    flex: '0 0 56px',
    lineHeight: '28px',
    color: tokens.colorNeutralForeground2,
  },
  people: {
    flex: '1 1 0',
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  pill: {
    display: 'flex',
    alignItems: 'center',
    maxWidth: '100%',
    height: '28px',
    boxSizing: 'border-box',
    columnGap: tokens.spacingHorizontalXXS,
    paddingLeft: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusCircular,
  },
  wrong: {
    color: tokens.colorPaletteRedForeground1,
    backgroundColor: tokens.colorPaletteRedBackground1,
    border: `1px solid ${tokens.colorPaletteRedBorder2}`,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  remove: {
    minWidth: '24px',
    width: '24px',
    height: '24px',
    padding: 0,
    borderRadius: tokens.borderRadiusCircular,
  },
  typing: { flex: '1 1 72px', minWidth: 0 },
  input: {
    width: '100%',
    height: '28px',
    boxSizing: 'border-box',
    padding: 0,
    border: 0,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    ':focus': { outline: 'none' },
  },
})

const ENDS_AN_ADDRESS = /[;,\n]/

/** One line of addresses: pills, and a place to type the next one. */
export function AddressLine({ line, label }: { line: RecipientLine; label: string }): ReactElement {
  const styles = useStyles()
  const id = useId()
  const { outlook } = useDesk()
  const people = useKept(outlook.draft)[line]
  const add = (text: string): void => {
    if (text.trim() !== '') outlook.draft.change((draft) => addressed(draft, line, text))
  }
  const remove = (recipient: DraftRecipient | undefined): void =>
    outlook.draft.change((draft) => ({ ...draft, [line]: draft[line].filter((each) => each !== recipient) }))
  return (
    <div className={styles.line}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <ul className={styles.people}>
        {people.map((recipient) => (
          <Pill key={recipient.address} recipient={recipient} remove={() => remove(recipient)} />
        ))}
        <li className={styles.typing}>
          <NextAddress id={id} add={add} removeLast={() => remove(people.at(-1))} />
        </li>
      </ul>
    </div>
  )
}

type NextAddressProps = { id: string; add: (text: string) => void; removeLast: () => void }

/** Where the next address is typed, pasted or picked. */
function NextAddress({ id, add, removeLast }: NextAddressProps): ReactElement {
  const styles = useStyles()
  const locked = useLocked()
  const [typed, setTyped] = useState('')
  const end = (text: string): void => {
    setTyped('')
    add(text)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Backspace' && typed === '' && !locked) removeLast()
    if (event.key !== 'Enter') return
    end(typed)
    // With Ctrl the message is sent; alone, Enter only ends the address.
    if (!event.ctrlKey && !event.metaKey) event.preventDefault()
  }
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (locked || !ENDS_AN_ADDRESS.test(text)) return
    event.preventDefault()
    end(typed + text)
  }
  const type = (event: ChangeEvent<HTMLInputElement>): void => {
    const { value } = event.target
    if (isPicked(event.nativeEvent) || ENDS_AN_ADDRESS.test(value)) end(value)
    else setTyped(value)
  }
  return (
    <input
      id={id}
      className={styles.input}
      list={KNOWN_ADDRESSES}
      autoComplete="off"
      spellCheck={false}
      readOnly={locked}
      value={typed}
      onChange={type}
      onKeyDown={press}
      onPaste={paste}
      onBlur={() => end(typed)}
    />
  )
}

/** Whether the text was not typed but chosen from the list. */
function isPicked(event: Event): boolean {
  return !('inputType' in event) || event.inputType === 'insertReplacementText'
}

function Pill({ recipient, remove }: { recipient: DraftRecipient; remove: () => void }): ReactElement {
  const styles = useStyles()
  const locked = useLocked()
  const { name, address, resolved } = recipient
  return (
    <li className={mergeClasses(styles.pill, !resolved && styles.wrong)}>
      {!resolved && <ErrorCircle12Filled aria-label={WORDING.message.unresolved(name)} />}
      <span className={styles.name} title={address}>
        {name}
      </span>
      <Button
        className={styles.remove}
        appearance="transparent"
        size="small"
        icon={<Dismiss12Regular />}
        aria-label={WORDING.message.remove(name)}
        disabledFocusable={locked}
        onClick={remove}
      />
    </li>
  )
}
