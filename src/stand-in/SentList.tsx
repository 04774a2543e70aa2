import { Button, Card, makeStyles, Text, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircle16Regular,
  Clock16Regular,
  MailRead20Regular,
  Warning16Regular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { londonSentence } from '../release/london-time.ts'
import { useDesk } from './desk.ts'
import type { DraftRecipient } from './draft.ts'
import { ReadingWindow } from './ReadingWindow.tsx'
import type { SentMessage } from './sending.ts'
import { useKept } from './use-kept.ts'
import { WORDING } from './wording.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  empty: { padding: tokens.spacingHorizontalXXL },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  open: { alignSelf: 'flex-start' },
  check: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
})

const CHECK_ICONS = {
  allowed: <CheckmarkCircle16Regular />,
  'sent-anyway': <Warning16Regular />,
  'no-add-in': <Warning16Regular />,
} as const

/** What left: when, to whom, with what. */
export function SentList(): ReactElement {
  const styles = useStyles()
  const { outlook, sending } = useDesk()
  const { sent } = useKept(sending.state)
  const reading = useKept(outlook.reading)
  if (reading !== null) return <ReadingWindow message={reading} />
  if (sent.length === 0) return <Text className={styles.empty}>{WORDING.sent.empty}</Text>
  return (
    <ul className={styles.list}>
      {sent.map((message) => (
        <li key={message.conversation}>
          <SentCard message={message} />
        </li>
      ))}
    </ul>
  )
}

function SentCard({ message }: { message: SentMessage }): ReactElement {
  const styles = useStyles()
  const { sending, tryOut } = useDesk()
  const { at } = useKept(tryOut.state)
  const attached = message.attachments.map((each) => each.name).join(', ')
  return (
    <Card>
      <Text as="h2" weight="semibold" size={400}>
        {message.subject || WORDING.sent.noSubject}
      </Text>
      <Text className={styles.check}>
        {CHECK_ICONS[message.check]}
        {WORDING.sent.check[message.check]}
      </Text>
      <dl className={styles.facts}>
        <dt>{WORDING.sent.when}</dt>
        <dd>{londonSentence(message.sentAt)}</dd>
        <dt>{WORDING.sent.delivered}</dt>
        <dd className={styles.check}>
          {message.deliverAt !== null && <Clock16Regular />}
          {delivery(message, at)}
        </dd>
        <Addresses label={WORDING.sent.to} people={message.to} />
        <Addresses label={WORDING.sent.cc} people={message.cc} />
        <Addresses label={WORDING.sent.bcc} people={message.bcc} />
        <dt>{WORDING.sent.attached}</dt>
        <dd>{attached || WORDING.sent.nothing}</dd>
      </dl>
      <Button
        className={styles.open}
        icon={<MailRead20Regular />}
        aria-label={WORDING.sent.openThis(message.subject || WORDING.sent.noSubject)}
        onClick={() => sending.read(message)}
      >
        {WORDING.sent.open}
      </Button>
    </Card>
  )
}

function Addresses({
  label,
  people,
}: {
  label: string
  people: readonly DraftRecipient[]
}): ReactElement | null {
  if (people.length === 0) return null
  return (
    <>
      <dt>{label}</dt>
      <dd>{people.map((each) => each.address).join(', ')}</dd>
    </>
  )
}

/** @param at the try-out’s time now */
function delivery(message: SentMessage, at: number | null): string {
  if (message.deliverAt === null || message.deliverAt <= message.sentAt) return WORDING.sent.atOnce
  const sentence = londonSentence(message.deliverAt)
  return at !== null && at >= message.deliverAt ? sentence : WORDING.sent.waits(sentence)
}
