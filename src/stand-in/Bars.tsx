import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { type ReactElement, type ReactNode, useEffect, useState } from 'react'
import { londonSentence } from '../release/london-time.ts'
import { useDesk } from './desk.ts'
import type { Notification } from './draft.ts'
import type { SentMessage } from './sending.ts'
import { useKept } from './use-kept.ts'
import { WORDING } from './wording.ts'

const useStyles = makeStyles({
  bars: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    '&:empty': { display: 'none' },
  },
  bar: { flexShrink: 0 },
})

type Intent = 'info' | 'success' | 'warning' | 'error'

const INTENTS: Readonly<Record<Notification['type'], Intent>> = {
  informationalMessage: 'info',
  progressIndicator: 'info',
  errorMessage: 'error',
  insightMessage: 'warning',
}

/** What Outlook and the add-in have to say above the message. */
export function Bars({ showSent }: { showSent: () => void }): ReactElement {
  const styles = useStyles()
  const { outlook, sending } = useDesk()
  const { notifications } = useKept(outlook.draft)
  const state = useKept(sending.state)
  return (
    <section className={styles.bars} aria-label={WORDING.bars.label}>
      {state.complaint && (
        <Bar intent="error" dismiss={() => sending.complain(null)}>
          {state.complaint}
        </Bar>
      )}
      <DeliveryBar />
      {notifications.map((notification) => (
        <NotificationBar key={notification.key} notification={notification} />
      ))}
      <SentBar showSent={showSent} />
    </section>
  )
}

function NotificationBar({ notification }: { notification: Notification }): ReactElement {
  const { outlook, sending } = useDesk()
  const { key, type, message, action } = notification
  const dismiss = (): void =>
    outlook.draft.change((draft) => ({
      ...draft,
      notifications: draft.notifications.filter((each) => each.key !== key),
    }))
  const busy = type === 'progressIndicator'
  return (
    <Bar
      intent={INTENTS[type]}
      {...(busy ? { icon: <Spinner size="extra-tiny" /> } : {})}
      dismiss={dismiss}
      action={action && <Link onClick={() => sending.openPane(action.context)}>{action.label}</Link>}
    >
      {message}
    </Bar>
  )
}

function DeliveryBar(): ReactElement | null {
  const { outlook } = useDesk()
  const { deliverAt } = useKept(outlook.draft)
  if (deliverAt === null) return null
  const atOnce = (): void => outlook.draft.change((draft) => ({ ...draft, deliverAt: null }))
  return (
    <Bar intent="info" action={<Link onClick={atOnce}>{WORDING.message.deliverNow}</Link>}>
      {WORDING.message.delivery(londonSentence(deliverAt))}
    </Bar>
  )
}

/** Says that a message has left, until the next one is begun or the bar is dismissed. */
function SentBar({ showSent }: { showSent: () => void }): ReactElement | null {
  const { outlook, sending } = useDesk()
  const { sent } = useKept(sending.state)
  const { conversation } = useKept(outlook.draft)
  const [last, setLast] = useState<{ message: SentMessage; draft: string } | null>(null)
  const newest = sent[0]
  useEffect(() => {
    if (newest) setLast({ message: newest, draft: outlook.draft.now().conversation })
  }, [newest, outlook])
  if (!last || last.draft !== conversation) return null
  const { message } = last
  const waits = message.deliverAt !== null && message.deliverAt > message.sentAt
  const text = waits
    ? WORDING.send.scheduled(londonSentence(message.deliverAt ?? 0))
    : WORDING.send.left(londonSentence(message.sentAt))
  return (
    <Bar
      intent="success"
      dismiss={() => setLast(null)}
      action={<Link onClick={showSent}>{WORDING.send.showSent}</Link>}
    >
      {text}
    </Bar>
  )
}

type BarProps = {
  intent: Intent
  icon?: ReactElement
  action?: ReactNode
  dismiss?: () => void
  children: ReactNode
}

function Bar({ intent, icon, action, dismiss, children }: BarProps): ReactElement {
  const styles = useStyles()
  return (
    <MessageBar className={styles.bar} intent={intent} layout="multiline" {...(icon ? { icon } : {})}>
      <MessageBarBody>
        {children} {action}
      </MessageBarBody>
      {dismiss && (
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              size="small"
              icon={<Dismiss16Regular />}
              aria-label={WORDING.bars.dismiss}
              onClick={dismiss}
            />
          }
        />
      )}
    </MessageBar>
  )
}
