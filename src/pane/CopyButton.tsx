import { Button, makeStyles, Text } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import type { PaneWording } from './wording.ts'

const useStyles = makeStyles({
  button: { whiteSpace: 'normal', textAlign: 'start' },
  said: { marginInlineStart: '8px', ':empty': { margin: 0 } },
})

/** Puts a text where it can be pasted from, and says whether it is there. */
export function CopyButton(props: {
  label: string
  wording: PaneWording
  text: () => Promise<string>
}): ReactElement {
  const { label, wording, text } = props
  const [said, setSaid] = useState('')
  const styles = useStyles()
  const copy = async (): Promise<void> => {
    const copied = await navigator.clipboard.writeText(await text()).then(
      () => true,
      () => false,
    )
    setSaid(copied ? wording.wentOut.copied : wording.wentOut.notCopied)
  }
  return (
    <>
      <Button className={styles.button} onClick={() => void copy()}>
        {label}
      </Button>
      <Text aria-live="polite" className={styles.said}>
        {said}
      </Text>
    </>
  )
}
