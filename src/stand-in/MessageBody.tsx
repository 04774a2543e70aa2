import { makeStyles, tokens } from '@fluentui/react-components'
import { type ReactElement, useEffect, useRef } from 'react'
import { useDesk, useLocked } from './desk.ts'
import { harmless } from './html-text.ts'
import { WORDING } from './wording.ts'

const useStyles = makeStyles({
  body: {
    flex: '1 0 160px',
    padding: `${tokens.spacingVerticalM} 0`,
    outline: 'none',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    '& p': { margin: `0 0 ${tokens.spacingVerticalM}` },
    '& table': { borderCollapse: 'collapse' },
    '& td, & th': { border: `1px solid ${tokens.colorNeutralStroke1}`, padding: '2px 6px' },
  },
})

/**
 * The formatted text. The browser edits it and pastes into it: what comes from a
 * spreadsheet stays a table.
 */
export function MessageBody(): ReactElement {
  const styles = useStyles()
  const { outlook } = useDesk()
  const locked = useLocked()
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef('')
  useEffect(() => {
    const show = (): void => {
      const { html } = outlook.draft.now()
      // What was typed here stands here already; to write it again would move the cursor.
      if (!place.current || shown.current === html) return
      shown.current = html
      place.current.innerHTML = harmless(html)
    }
    show()
    return outlook.draft.watch(show)
  }, [outlook])
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element but this one takes formatted text
    <div
      ref={place}
      className={styles.body}
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-label={WORDING.message.body}
      contentEditable={!locked}
      suppressContentEditableWarning
      onInput={(event) => {
        const html = event.currentTarget.innerHTML
        shown.current = html
        outlook.draft.change((draft) => ({ ...draft, html }))
      }}
    />
  )
}
