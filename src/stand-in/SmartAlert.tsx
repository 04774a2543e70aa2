import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { type ReactElement, useEffect, useRef } from 'react'
import { useDesk } from './desk.ts'
import { MarkedText } from './MarkedText.tsx'
import type { Alert } from './smart-alert.ts'
import { useKept } from './use-kept.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '520px' },
  title: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  text: { whiteSpace: 'pre-line', paddingBottom: tokens.spacingVerticalS },
})

/** The dialog that Outlook shows when the add-in holds a message, or cannot say. */
export function SmartAlert(): ReactElement | null {
  const { sending } = useDesk()
  const { alert, sending: isSending } = useKept(sending.state)
  const last = useRef(alert)
  useEffect(() => {
    if (alert) last.current = alert
  }, [alert])
  useFocusKept(isSending)
  const shown = alert ?? last.current
  const leave = (): boolean => sending.press('do-not-send') || sending.press('try-later')
  if (!shown) return null
  return (
    <Dialog modalType="alert" open={alert !== null} onOpenChange={leave}>
      <AlertSurface alert={shown} />
    </Dialog>
  )
}

/** When sending has ended, with a dialog or without, the focus is where it was before. */
function useFocusKept(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [isSending])
}

function AlertSurface({ alert }: { alert: Alert }): ReactElement {
  const styles = useStyles()
  const { outlook, sending } = useDesk()
  const { addIn } = useKept(outlook.settings)
  return (
    <DialogSurface className={styles.surface}>
      <DialogBody>
        <DialogTitle>
          <span className={styles.title}>
            <img src={addIn.icon} width={32} height={32} alt="" />
            {alert.title}
          </span>
        </DialogTitle>
        <DialogContent className={styles.text}>
          {alert.markdown ? <MarkedText text={alert.text} /> : alert.text}
        </DialogContent>
        <DialogActions fluid>
          {alert.buttons.map(({ answer, label }, index) => (
            <Button
              key={label}
              appearance={index === 0 ? 'primary' : 'secondary'}
              onClick={() => sending.press(answer)}
            >
              {label}
            </Button>
          ))}
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  )
}
