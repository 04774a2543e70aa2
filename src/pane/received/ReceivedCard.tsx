import { Badge, Text } from '@fluentui/react-components'
import { Document20Regular, TextDescription20Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { BODY } from '../../guard.ts'
import { FileName } from '../FileName.tsx'
import { useCardStyles } from '../use-card-styles.ts'
import type { PaneWording } from '../wording.ts'
import type { ReceivedPart, Standing } from './received-parts.ts'

const COLOURS = {
  'may-not': 'danger',
  may: 'warning',
  possible: 'warning',
  unread: 'informative',
  published: 'success',
  unknown: 'success',
} as const

/** What is said of it beside the sentence for its kind. */
function moreOf(standing: Standing, { received, reasons }: PaneWording): string {
  switch (standing.kind) {
    case 'may-not':
    case 'may':
    case 'possible':
      return received.embargo(standing.release)
    case 'unread':
      return reasons[standing.because]
    case 'published':
      return received.published(standing.series)
    case 'unknown':
      return ''
  }
}

/** One attachment or the text of a received message, and what it is. */
export function ReceivedCard(props: {
  received: ReceivedPart
  isOwn: boolean
  wording: PaneWording
}): ReactElement {
  const { received, isOwn, wording } = props
  const { part, standing } = received
  const styles = useCardStyles()
  const words = wording.received
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        {part === BODY ? <TextDescription20Regular aria-hidden /> : <Document20Regular aria-hidden />}
        <Text weight="semibold" className={styles.name}>
          {part === BODY ? wording.body : <FileName name={part} />}
        </Text>
        <Badge appearance="tint" color={COLOURS[standing.kind]}>
          {words.badges[standing.kind]}
        </Badge>
      </div>
      <Text className={styles.said}>
        {words.standings[standing.kind]} {moreOf(standing, wording)}
      </Text>
      {isOwn && standing.kind === 'may-not' && (
        <Text className={styles.said}>{words.whoMayNot(standing.recipients.join(', '))}</Text>
      )}
    </li>
  )
}
