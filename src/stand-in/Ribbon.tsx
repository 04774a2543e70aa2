import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  ToolbarGroup,
  Tooltip,
  tokens,
} from '@fluentui/react-components'
import {
  Attach20Regular,
  CalendarClock20Regular,
  Delete20Regular,
  Send20Filled,
  Send20Regular,
  TextBold20Regular,
  TextBulletList20Regular,
  TextItalic20Regular,
  TextNumberListLtr20Regular,
  TextUnderline20Regular,
} from '@fluentui/react-icons'
import { type ReactElement, useRef, useState } from 'react'
import { useDesk, useLocked } from './desk.ts'
import { ScheduleDialog } from './ScheduleDialog.tsx'
import { useKept } from './use-kept.ts'
import { WORDING } from './wording.ts'

const useStyles = makeStyles({
  ribbon: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    rowGap: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  labelled: { fontWeight: tokens.fontWeightRegular, paddingLeft: '4px', paddingRight: '4px' },
  formats: { display: 'flex' },
  format: { minWidth: '28px', width: '28px', paddingLeft: 0, paddingRight: 0 },
  addIn: { marginLeft: 'auto' },
  hidden: { display: 'none' },
  send: { minWidth: '80px', borderTopRightRadius: 0, borderBottomRightRadius: 0 },
  sendOptions: {
    minWidth: '32px',
    height: '32px',
    borderTopLeftRadius: 0,
    borderBottomLeftRadius: 0,
    borderLeft: `1px solid ${tokens.colorNeutralForegroundOnBrand}`,
    marginRight: tokens.spacingHorizontalS,
  },
})

const FORMATS = [
  ['bold', WORDING.ribbon.bold, <TextBold20Regular key="bold" />],
  ['italic', WORDING.ribbon.italic, <TextItalic20Regular key="italic" />],
  ['underline', WORDING.ribbon.underline, <TextUnderline20Regular key="underline" />],
  ['insertUnorderedList', WORDING.ribbon.bullets, <TextBulletList20Regular key="bullets" />],
  ['insertOrderedList', WORDING.ribbon.numbers, <TextNumberListLtr20Regular key="numbers" />],
] as const

/** Send, discard, attach, format, and the add-in’s button. */
export function Ribbon(): ReactElement {
  const styles = useStyles()
  const { outlook, sending } = useDesk()
  const { addIn } = useKept(outlook.settings)
  const { pane } = useKept(sending.state)
  const locked = useLocked()
  return (
    <Toolbar className={styles.ribbon} aria-label={WORDING.ribbon.label} size="small">
      <SendButton />
      <ToolbarButton
        className={styles.labelled}
        icon={<Delete20Regular />}
        disabledFocusable={locked}
        onClick={() => outlook.newMessage()}
      >
        {WORDING.ribbon.discard}
      </ToolbarButton>
      <AttachButton />
      <ToolbarDivider />
      <ToolbarGroup role="group" aria-label={WORDING.ribbon.format} className={styles.formats}>
        {FORMATS.map(([command, label, icon]) => (
          <Tooltip key={command} content={label} relationship="label">
            <ToolbarButton
              className={styles.format}
              icon={icon}
              // Keeps the cursor in the message.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => document.execCommand(command)}
            />
          </Tooltip>
        ))}
      </ToolbarGroup>
      <Tooltip content={addIn.paneTip} relationship="description">
        <ToolbarButton
          className={mergeClasses(styles.labelled, styles.addIn)}
          icon={<img src={addIn.icon} width={20} height={20} alt="" />}
          aria-expanded={pane !== null}
          onClick={() => (pane === null ? sending.openPane() : sending.closePane())}
        >
          {addIn.paneLabel}
        </ToolbarButton>
      </Tooltip>
    </Toolbar>
  )
}

function SendButton(): ReactElement {
  const styles = useStyles()
  const { tryOut } = useDesk()
  const locked = useLocked()
  const [scheduling, setScheduling] = useState(false)
  return (
    <>
      <Button
        appearance="primary"
        className={styles.send}
        icon={<Send20Filled />}
        disabledFocusable={locked}
        onClick={() => void tryOut.send()}
      >
        {WORDING.ribbon.send}
      </Button>
      <Menu positioning="below-start">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="primary"
            size="medium"
            className={styles.sendOptions}
            disabledFocusable={locked}
            aria-label={WORDING.ribbon.sendOptions}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<Send20Regular />} onClick={() => void tryOut.send()}>
              {WORDING.ribbon.send}
            </MenuItem>
            <MenuItem icon={<CalendarClock20Regular />} onClick={() => setScheduling(true)}>
              {WORDING.ribbon.schedule}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {scheduling && <ScheduleDialog close={() => setScheduling(false)} />}
    </>
  )
}

function AttachButton(): ReactElement {
  const styles = useStyles()
  const { tryOut } = useDesk()
  const locked = useLocked()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <ToolbarButton
        className={styles.labelled}
        icon={<Attach20Regular />}
        disabledFocusable={locked}
        onClick={() => input.current?.click()}
      >
        {WORDING.ribbon.attach}
      </ToolbarButton>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        multiple
        aria-label={WORDING.ribbon.attach}
        onChange={(event) => {
          void tryOut.attachFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}
