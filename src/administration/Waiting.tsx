import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { useWording } from './saving/desk.ts'

const useStyles = makeStyles({ stack: { display: 'flex', flexDirection: 'column', rowGap: '8px' } })

/**
 * What stands where something will be, of its size, so that nothing moves when it comes.
 *
 * @param height of one line, in CSS pixels
 */
export function Waiting({ lines, height }: { lines: number; height: number }): ReactElement {
  const styles = useStyles()
  const { common } = useWording()
  const numbers = Array.from({ length: lines }, (_, index) => index)
  return (
    <Skeleton aria-label={common.loading} className={styles.stack}>
      {numbers.map((number) => (
        <SkeletonItem key={number} style={{ height: `${height}px` }} />
      ))}
    </Skeleton>
  )
}
