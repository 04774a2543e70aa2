import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { ArrowSync16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { ReadingNow } from '../outlook/draft-memory.ts'
import { londonClock } from '../release/london-time.ts'
import type { PaneWording } from './wording.ts'

const useStyles = makeStyles({
  footer: {
    position: 'sticky',
    bottom: 0,
    marginTop: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Always there, so that nothing moves when a check begins.
  progress: { height: '2px' },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '8px',
    minHeight: '32px',
    padding: '8px 12px',
  },
  time: {
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
})

const two = (value: number): string => String(value).padStart(2, '0')

/** `14:42:07`, London. */
function timeOf(at: number): string {
  const { hour, minute, second } = londonClock(at)
  return `${two(hour)}:${two(minute)}:${two(second)}`
}

/** When it was checked or what is being read, and the button that checks again. */
export function Footer(props: {
  checkedAt: number | null
  isChecking: boolean
  /** What is being read just now. */
  reading?: ReadingNow | null
  wording: PaneWording
  onCheckAgain: () => void
}): ReactElement {
  const { checkedAt, isChecking, reading, wording, onCheckAgain } = props
  const styles = useStyles()
  return (
    <footer className={styles.footer}>
      <div className={styles.progress}>
        {isChecking && <ProgressBar thickness="medium" aria-label={wording.checkingAgain} />}
      </div>
      <div className={styles.line}>
        <Text size={200} className={styles.time}>
          {reading
            ? wording.reading(reading.name, reading.number, reading.of)
            : checkedAt !== null && wording.checkedAt(timeOf(checkedAt))}
        </Text>
        <Button icon={<ArrowSync16Regular />} onClick={onCheckAgain} disabledFocusable={isChecking}>
          {wording.checkAgain}
        </Button>
      </div>
    </footer>
  )
}
