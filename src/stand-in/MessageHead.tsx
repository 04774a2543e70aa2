import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { AddressLine } from './AddressLine.tsx'
import { useDesk, useLocked } from './desk.ts'
import { RECIPIENT_LINES } from './draft.ts'
import { STORY } from './story.ts'
import { useKept } from './use-kept.ts'
import { WORDING } from './wording.ts'

const useStyles = makeStyles({
  from: { display: 'flex', columnGap: tokens.spacingHorizontalM, paddingBottom: tokens.spacingVerticalXS },
  label: { flex: '0 0 56px', color: tokens.colorNeutralForeground2 },
  subject: {
    flexShrink: 0,
    width: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} 0`,
    border: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    '::placeholder': {
      color: tokens.colorNeutralForeground3,
      opacity: 1,
      fontWeight: tokens.fontWeightRegular,
    },
    ':focus': {
      outline: 'none',
      borderBottomColor: tokens.colorCompoundBrandStroke,
      boxShadow: `inset 0 -1px 0 ${tokens.colorCompoundBrandStroke}`,
    },
  },
})

/** The name of the list of addresses that one can pick from. */
export const KNOWN_ADDRESSES = 'known-addresses'

/** From, To, Cc, Bcc and subject. */
export function MessageHead(): ReactElement {
  const styles = useStyles()
  const { outlook, tryOut } = useDesk()
  const { from, subject } = useKept(outlook.draft)
  const { people } = useKept(tryOut.state)
  const locked = useLocked()
  const known = [...people.map(({ name, address }) => `${name} <${address}>`), ...STORY.to, ...STORY.cc]
  return (
    <>
      <div className={styles.from}>
        <Text className={styles.label}>{WORDING.message.from}</Text>
        <Text>
          {from.name} ({from.address})
        </Text>
      </div>
      {RECIPIENT_LINES.map((line) => (
        <AddressLine key={line} line={line} label={WORDING.message[line]} />
      ))}
      <datalist id={KNOWN_ADDRESSES}>
        {known.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <input
        className={styles.subject}
        aria-label={WORDING.message.subject}
        placeholder={WORDING.message.addSubject}
        maxLength={255}
        readOnly={locked}
        value={subject}
        onChange={(event) => {
          const written = event.target.value
          outlook.draft.change((draft) => ({ ...draft, subject: written }))
        }}
      />
    </>
  )
}
