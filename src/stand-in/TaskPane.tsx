import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons'
import { type ReactElement, useEffect, useRef } from 'react'
import { useDesk } from './desk.ts'
import { useKept } from './use-kept.ts'
import { WORDING } from './wording.ts'

const useStyles = makeStyles({
  pane: {
    flex: '0 0 320px',
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  home: {
    flex: '1 1 0',
    minHeight: 0,
    '& > iframe': { display: 'block', width: '100%', height: '100%', border: 0 },
  },
})

/** The add-in’s pane at the side, while it is open. */
export function TaskPane(): ReactElement | null {
  const styles = useStyles()
  const { outlook, sending } = useDesk()
  const { pane } = useKept(sending.state)
  const { addIn } = useKept(outlook.settings)
  if (pane === null) return null
  return (
    <aside className={styles.pane} aria-label={addIn.name}>
      <div className={styles.bar}>
        <Text as="h2" weight="semibold">
          {addIn.name}
        </Text>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={WORDING.pane.close(addIn.name)}
          onClick={() => sending.closePane()}
        />
      </div>
      <PaneHome key={pane} />
    </aside>
  )
}

/** Where the pane’s page lives. A new opening is a new page, so that it sees what it is handed. */
function PaneHome(): ReactElement {
  const styles = useStyles()
  const { outlook } = useDesk()
  const home = useRef<HTMLDivElement>(null)
  useEffect(() => (home.current ? outlook.showPane(home.current) : undefined), [outlook])
  return <div ref={home} className={styles.home} />
}
