import { Button, makeStyles, ProgressBar, Text } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { useWording } from '../saving/desk.ts'
import type { Progress } from './use-found-files.ts'

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', rowGap: '6px', minHeight: '72px' },
  name: { overflowWrap: 'anywhere' },
})

/** How far reading or registering files is. One big file has no known end, so its bar only moves. */
export function FileProgress({ progress, onStop }: { progress: Progress; onStop: () => void }): ReactElement {
  const styles = useStyles()
  const { files } = useWording()
  const { kind, name, done, all } = progress
  const said = kind === 'reading' ? files.progress(done, all) : files.sent(done, all)
  return (
    <div className={styles.progress}>
      <Text className={styles.name} role="status">
        {said}
      </Text>
      <ProgressBar thickness="large" aria-label={said} {...(all > 1 ? { value: done / all } : {})} />
      <Text size={200} className={styles.name}>
        {kind === 'reading' ? files.reading(name) : name}
      </Text>
      {kind === 'reading' && (
        <div>
          <Button size="small" onClick={onStop}>
            {files.stop}
          </Button>
        </div>
      )}
    </div>
  )
}
