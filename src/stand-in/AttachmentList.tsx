import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Dismiss16Regular, Document24Regular, Link24Regular, Mail24Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { useDesk, useLocked } from './desk.ts'
import type { DraftAttachment } from './draft.ts'
import { useKept } from './use-kept.ts'
import { WORDING } from './wording.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexShrink: 0,
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
  },
  file: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    maxWidth: '280px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  size: { color: tokens.colorNeutralForeground2 },
})

const ICONS = {
  file: <Document24Regular />,
  item: <Mail24Regular />,
  cloud: <Link24Regular />,
} as const

/** `812 bytes`, `46 KB`, `3.2 MB`. */
function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** What is attached. */
export function AttachmentList(): ReactElement | null {
  const styles = useStyles()
  const { outlook } = useDesk()
  const { attachments } = useKept(outlook.draft)
  if (attachments.length === 0) return null
  return (
    <ul className={styles.list} aria-label={WORDING.message.attachments}>
      {attachments.map((attachment) => (
        <File key={attachment.id} attachment={attachment} />
      ))}
    </ul>
  )
}

function File({ attachment }: { attachment: DraftAttachment }): ReactElement {
  const styles = useStyles()
  const { outlook } = useDesk()
  const locked = useLocked()
  const { id, name, size, kind } = attachment
  const remove = (): void =>
    outlook.draft.change((draft) => ({
      ...draft,
      attachments: draft.attachments.filter((each) => each.id !== id),
    }))
  return (
    <li className={styles.file}>
      {ICONS[kind]}
      <span className={styles.words}>
        <Text className={styles.name} title={name}>
          {name}
        </Text>
        <Text size={200} className={styles.size}>
          {sizeText(size)}
        </Text>
      </span>
      <Button
        appearance="transparent"
        size="small"
        icon={<Dismiss16Regular />}
        aria-label={WORDING.message.remove(name)}
        disabledFocusable={locked}
        onClick={remove}
      />
    </li>
  )
}
