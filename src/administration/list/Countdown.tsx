import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { Clock16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { timeLeft } from '../../pane/time-left.ts'
import { useWording } from '../saving/desk.ts'
import { useServiceClock } from '../time/use-service-clock.ts'

const useStyles = makeStyles({
  left: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
})

/** How long it still is until an instant, by the service’s clock; nothing when it is over. */
export function Countdown({ to }: { to: number }): ReactElement | null {
  const styles = useStyles()
  const ms = to - useServiceClock()
  const { timeLeft: said } = useWording()
  if (ms <= 0) return null
  return (
    <Text size={200} className={styles.left} role="timer">
      <Clock16Regular aria-hidden />
      {said(timeLeft(ms))}
    </Text>
  )
}
