import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ArrowUpload20Regular } from '@fluentui/react-icons'
import { type DragEvent, type ReactElement, useRef, useState } from 'react'

const useStyles = makeStyles({
  drop: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    minHeight: '72px',
    padding: '12px',
    textAlign: 'center',
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `2px dashed ${tokens.colorBrandStroke1}` },
  input: { display: 'none' },
})

/** Where files are dropped, with a button for those who do not drag. */
export function FileDrop(props: {
  drop: string
  choose: string
  isMany: boolean
  isBusy: boolean
  onFiles: (files: readonly File[]) => void
}): ReactElement {
  const { drop, choose, isMany, isBusy, onFiles } = props
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null): void => {
    if (files !== null && files.length > 0 && !isBusy) onFiles(Array.from(files))
  }
  const dropped = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside does the same from the keyboard
    <div
      className={mergeClasses(styles.drop, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <ArrowUpload20Regular aria-hidden />
      <Text>{drop}</Text>
      <Button disabledFocusable={isBusy} onClick={() => input.current?.click()}>
        {choose}
      </Button>
      <input
        ref={input}
        className={styles.input}
        type="file"
        multiple={isMany}
        tabIndex={-1}
        aria-label={choose}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}
