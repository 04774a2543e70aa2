import { makeStyles, Text } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { Banner } from './Banner.tsx'
import type { PaneWording } from './wording.ts'

const useStyles = makeStyles({ points: { margin: 0, padding: '0 0 0 20px' }, point: { marginBottom: '8px' } })

/** What the pane is for, where there is no message to check. */
export function OutsideMessage({ wording }: { wording: PaneWording }): ReactElement {
  const styles = useStyles()
  return (
    <>
      <Banner tone="unknown" told={wording.outside} />
      <ul className={styles.points}>
        {wording.outside.points.map((point) => (
          <li key={point} className={styles.point}>
            <Text>{point}</Text>
          </li>
        ))}
      </ul>
    </>
  )
}
