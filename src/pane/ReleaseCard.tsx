import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { Clock16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { londonWords } from '../release/london-words.ts'
import type { ReleaseSummary } from './summary.ts'
import { timeLeft } from './time-left.ts'
import { useNow } from './use-now.ts'
import type { PaneWording } from './wording.ts'

const useStyles = makeStyles({
  card: {
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    '& + &': { marginTop: '8px' },
  },
  line: { display: 'block', overflowWrap: 'anywhere' },
  left: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '6px',
    marginTop: '6px',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
})

function Countdown({ ms, wording }: { ms: number; wording: PaneWording }): ReactElement {
  const styles = useStyles()
  return (
    <Text className={styles.left} role="timer" size={200}>
      <Clock16Regular aria-hidden />
      {wording.timeLeft(timeLeft(ms))}
    </Text>
  )
}

/**
 * A release that something in the message belongs to, and how long it still is.
 *
 * @param clockAheadMs what the service’s clock is ahead of this machine’s
 */
export function ReleaseCard(props: {
  release: ReleaseSummary
  clockAheadMs: number
  wording: PaneWording
}): ReactElement {
  const { release, clockAheadMs, wording } = props
  const styles = useStyles()
  const ms = release.at - (useNow() + clockAheadMs)
  const isDated = release.state === 'confirmed' && ms > 0
  return (
    <div className={styles.card}>
      <Text weight="semibold" className={styles.line}>
        {release.title}
      </Text>
      <Text className={styles.line}>
        {isDated
          ? wording.underEmbargoUntil(londonWords(release.at, wording.language))
          : wording.underEmbargo}
      </Text>
      {isDated && <Countdown ms={ms} wording={wording} />}
    </div>
  )
}
