import { makeStyles, tokens } from '@fluentui/react-components'
import { type DragEvent, type KeyboardEvent, type ReactElement, useState } from 'react'
import { AttachmentList } from './AttachmentList.tsx'
import { Bars } from './Bars.tsx'
import { useDesk } from './desk.ts'
import { MessageBody } from './MessageBody.tsx'
import { MessageHead } from './MessageHead.tsx'
import { Ribbon } from './Ribbon.tsx'
import { useKept } from './use-kept.ts'
import { WORDING } from './wording.ts'

const useStyles = makeStyles({
  window: {
    position: 'relative',
    flex: '1 1 0',
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingHorizontalM}`,
  },
  sheet: {
    flex: '1 1 0',
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  drop: {
    position: 'absolute',
    inset: tokens.spacingHorizontalM,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorNeutralBackgroundAlpha2,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    pointerEvents: 'none',
  },
})

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** The message being written: ribbon, bars, addresses, attachments, body. */
export function ComposeWindow({ showSent }: { showSent: () => void }): ReactElement {
  const styles = useStyles()
  const { outlook, tryOut } = useDesk()
  const { conversation } = useKept(outlook.draft)
  const [dragged, setDragged] = useState(false)
  const over = (event: DragEvent): void => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    setDragged(true)
  }
  const drop = (event: DragEvent): void => {
    setDragged(false)
    if (!carriesFiles(event)) return
    event.preventDefault()
    void tryOut.attachFiles([...event.dataTransfer.files])
  }
  const sendOnCtrlEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void tryOut.send()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping and the shortcut have buttons of their own
    <div
      className={styles.window}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={(event) => event.currentTarget.contains(asNode(event.relatedTarget)) || setDragged(false)}
      onDrop={drop}
      onKeyDown={sendOnCtrlEnter}
    >
      <Ribbon />
      <Bars showSent={showSent} />
      <div className={styles.sheet} key={conversation}>
        <MessageHead />
        <AttachmentList />
        <MessageBody />
      </div>
      {dragged && <div className={styles.drop}>{WORDING.message.drop}</div>}
    </div>
  )
}

const asNode = (target: EventTarget | null): Node | null => (target instanceof Node ? target : null)
