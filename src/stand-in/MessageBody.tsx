import { makeStyles, tokens } from '@fluentui/react-components'
import { type ReactElement, useEffect, useRef } from 'react'
import { useDesk } from './desk.ts'
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
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const show = (): void => {
      const { html } = outlook.draft.now()
      const shown = place.current
      if (shown && shown.innerHTML !== html) shown.innerHTML = harmless(html)
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
      contentEditable
      suppressContentEditableWarning
      onInput={(event) => {
        const html = event.currentTarget.innerHTML
        outlook.draft.change((draft) => ({ ...draft, html }))
      }}
    />
  )
}
