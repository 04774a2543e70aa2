import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Delete16Regular, DocumentArrowRight16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { Attachment } from '../../message/message.ts'
import { FileName } from '../FileName.tsx'
import type { PaneWording } from '../wording.ts'

const useStyles = makeStyles({
  file: {
    listStyleType: 'none',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    '& + &': { marginTop: '8px' },
  },
  name: { display: 'block', overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  // A Welsh label is longer than the pane.
  button: { whiteSpace: 'normal', textAlign: 'start' },
})

/** What can be done with one file: a test copy in its place, or nothing in its place. */
export function FileWays(props: {
  file: Attachment
  isBusy: boolean
  wording: PaneWording
  onReplace: () => void
  onRemove: () => void
}): ReactElement {
  const { file, isBusy, wording, onReplace, onRemove } = props
  const { waysOut } = wording
  const styles = useStyles()
  return (
    <li className={styles.file}>
      <Text weight="semibold" className={styles.name}>
        <FileName name={file.name} />
      </Text>
      <div className={styles.buttons}>
        {file.kind === 'file' && (
          <Button
            className={styles.button}
            icon={<DocumentArrowRight16Regular />}
            aria-label={`${waysOut.testCopy}: ${file.name}`}
            disabledFocusable={isBusy}
            onClick={onReplace}
          >
            {waysOut.testCopy}
          </Button>
        )}
        <Button
          className={styles.button}
          icon={<Delete16Regular />}
          aria-label={`${waysOut.remove}: ${file.name}`}
          disabledFocusable={isBusy}
          onClick={onRemove}
        >
          {waysOut.remove}
        </Button>
      </div>
    </li>
  )
}
