import { makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircle20Filled, ErrorCircle20Filled } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { WayNote as Note } from './use-ways-out.ts'

const useStyles = makeStyles({
  // While it is empty it takes no room, but is there for screen readers to watch.
  place: { ':empty': { position: 'absolute' } },
  note: {
    display: 'grid',
    gridTemplateColumns: '20px 1fr',
    columnGap: '8px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  success: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  error: { backgroundColor: tokens.colorStatusDangerBackground1 },
  doing: { backgroundColor: tokens.colorNeutralBackground3 },
  successIcon: { color: tokens.colorStatusSuccessForeground1 },
  errorIcon: { color: tokens.colorStatusDangerForeground1 },
})

/** What is being done, and then what came of it: read aloud. */
export function WayNote(props: {
  doing: string | null
  note: Note | null
  /** What follows where it went well. */
  then?: string
}): ReactElement {
  const { doing, note, then } = props
  const styles = useStyles()
  const tone = doing === null ? note?.tone : 'doing'
  return (
    <div aria-live="polite" className={styles.place}>
      {tone && (
        <div className={mergeClasses(styles.note, styles[tone])}>
          {tone === 'doing' && <Spinner size="tiny" aria-hidden />}
          {tone === 'success' && <CheckmarkCircle20Filled className={styles.successIcon} aria-hidden />}
          {tone === 'error' && <ErrorCircle20Filled className={styles.errorIcon} aria-hidden />}
          <Text>
            {doing ?? note?.text}
            {tone === 'success' && then ? ` ${then}` : ''}
          </Text>
        </div>
      )}
    </div>
  )
}
