import { Button, makeStyles, Text, Toolbar, ToolbarButton, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular, Document20Regular } from '@fluentui/react-icons'
import { type ReactElement, useEffect, useRef } from 'react'
import { londonSentence } from '../release/london-time.ts'
import { useDesk } from './desk.ts'
import type { Draft } from './draft.ts'
import { harmless } from './html-text.ts'
import { useKept } from './use-kept.ts'
import { WORDING } from './wording.ts'

const useStyles = makeStyles({
  window: {
    flex: '1 1 0',
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingHorizontalM}`,
  },
  ribbon: {
    display: 'flex',
    justifyContent: 'space-between',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  sheet: {
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  line: { display: 'block', marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  files: { listStyleType: 'none', margin: `${tokens.spacingVerticalM} 0`, padding: 0 },
  file: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  body: {
    '& td, & th': { border: `1px solid ${tokens.colorNeutralStroke1}`, padding: '2px 6px' },
    '& table': { borderCollapse: 'collapse' },
  },
})

/** A message that came, as one of its recipients sees it, with the add-in’s button. */
export function ReadingWindow({ message }: { message: Draft }): ReactElement {
  const styles = useStyles()
  const to = [...message.to, ...message.cc].map(({ address }) => address).join(', ')
  return (
    <div className={styles.window}>
      <ReadingRibbon />
      <article className={styles.sheet}>
        <Text as="h2" size={500} weight="semibold">
          {message.subject || WORDING.sent.noSubject}
        </Text>
        <Text className={styles.line}>
          {message.from.name} ({message.from.address}), {londonSentence(message.deliverAt ?? 0)}
        </Text>
        <Text className={styles.line}>
          {WORDING.sent.to}: {to}
        </Text>
        <ul className={styles.files} aria-label={WORDING.message.attachments}>
          {message.attachments.map(({ id, name }) => (
            <li key={id} className={styles.file}>
              <Document20Regular aria-hidden />
              <Text>{name}</Text>
            </li>
          ))}
        </ul>
        <Body html={message.html} />
      </article>
    </div>
  )
}

function ReadingRibbon(): ReactElement {
  const styles = useStyles()
  const { outlook, sending } = useDesk()
  const { addIn } = useKept(outlook.settings)
  const { pane } = useKept(sending.state)
  return (
    <Toolbar className={styles.ribbon} aria-label={WORDING.reading.label} size="small">
      <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={() => sending.read(null)}>
        {WORDING.reading.back}
      </Button>
      <ToolbarButton
        icon={<img src={addIn.icon} width={20} height={20} alt="" />}
        aria-expanded={pane !== null}
        onClick={() => (pane === null ? sending.openPane() : sending.closePane())}
      >
        {addIn.paneLabel}
      </ToolbarButton>
    </Toolbar>
  )
}

function Body({ html }: { html: string }): ReactElement {
  const styles = useStyles()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current) place.current.innerHTML = harmless(html)
  }, [html])
  return <div ref={place} className={styles.body} />
}
