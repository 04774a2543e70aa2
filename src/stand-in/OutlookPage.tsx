import {
  Button,
  makeStyles,
  mergeClasses,
  Select,
  Spinner,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components'
import { PanelLeftContract20Regular, PanelLeftExpand20Regular } from '@fluentui/react-icons'
import { type ReactElement, useEffect, useState } from 'react'
import { londonSentence } from '../release/london-time.ts'
import { ComposeWindow } from './ComposeWindow.tsx'
import { useDesk, useLocked } from './desk.ts'
import { Guide } from './Guide.tsx'
import { SentList } from './SentList.tsx'
import { SmartAlert } from './SmartAlert.tsx'
import { TaskPane } from './TaskPane.tsx'
import { useKept } from './use-kept.ts'
import { WORDING } from './wording.ts'

/** Where guide, message and pane no longer stand side by side. */
const NARROW = '@media (max-width: 1100px)'

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    gridTemplateColumns: 'minmax(0, 1fr)',
    height: '100%',
    minWidth: '720px',
    backgroundColor: tokens.colorNeutralBackground4,
  },
  header: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalL} 0 ${tokens.spacingHorizontalS}`,
    height: '48px',
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  onBrand: {
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackgroundHover,
    },
    ':hover:active': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackgroundPressed,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorNeutralForegroundOnBrand}`, outlineOffset: '-2px' },
  },
  names: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    whiteSpace: 'nowrap',
    minWidth: 0,
    overflow: 'hidden',
  },
  clock: { marginLeft: 'auto', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  who: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, whiteSpace: 'nowrap' },
  subtitle: { [NARROW]: { display: 'none' } },
  parts: { position: 'relative', display: 'flex', minHeight: 0 },
  guide: {
    flex: '0 0 296px',
    minHeight: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  guideOverPane: {
    [NARROW]: {
      position: 'absolute',
      zIndex: 2,
      top: 0,
      bottom: 0,
      width: '296px',
      boxShadow: tokens.shadow16,
    },
  },
  mail: { flex: '1 1 0', display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0 },
  tabs: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  checking: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalL,
  },
  folder: { flex: '1 1 0', minHeight: 0, display: 'flex', flexDirection: 'column' },
  away: { display: 'none' },
})

type Folder = 'compose' | 'sent'

/** The whole page: guide, message or sent messages, and the add-in’s pane. */
export function OutlookPage(): ReactElement {
  const styles = useStyles()
  const { sending } = useDesk()
  const { pane, sent } = useKept(sending.state)
  const [folder, setFolder] = useState<Folder>('compose')
  const [guide, setGuide] = useState(true)
  useEffect(() => {
    if (pane !== null && window.innerWidth <= 1100) setGuide(false)
  }, [pane])
  const showSent = (): void => setFolder('sent')
  const showMessage = (): void => {
    sending.read(null)
    setFolder('compose')
  }
  return (
    <div className={styles.page}>
      <Header guide={guide} toggleGuide={() => setGuide(!guide)} />
      <div className={styles.parts}>
        {guide && (
          <aside
            className={mergeClasses(styles.guide, pane !== null && styles.guideOverPane)}
            aria-label={WORDING.guide.title}
          >
            <Guide onReplay={showMessage} />
          </aside>
        )}
        <main className={styles.mail}>
          <div className={styles.tabs}>
            <TabList
              aria-label={WORDING.tabs.label}
              selectedValue={folder}
              onTabSelect={(_, { value }) => {
                sending.read(null)
                setFolder(value === 'sent' ? 'sent' : 'compose')
              }}
            >
              <Tab value="compose">{WORDING.tabs.compose}</Tab>
              <Tab value="sent">{WORDING.tabs.sent(sent.length)}</Tab>
            </TabList>
            <Checking />
          </div>
          <div className={mergeClasses(styles.folder, folder !== 'compose' && styles.away)}>
            <ComposeWindow showSent={showSent} />
          </div>
          {folder === 'sent' && (
            <div className={styles.folder}>
              <SentList />
            </div>
          )}
        </main>
        <TaskPane />
      </div>
      <SmartAlert />
    </div>
  )
}

/** Says that the message is being checked. It has a place of its own, so that nothing moves. */
function Checking(): ReactElement {
  const styles = useStyles()
  const { outlook, sending } = useDesk()
  const { addIn } = useKept(outlook.settings)
  const state = useKept(sending.state)
  return (
    <span className={styles.checking} role="status">
      {state.sending && state.alert === null && (
        <>
          <Spinner size="extra-tiny" />
          {WORDING.message.checking(addIn.name)}
        </>
      )}
    </span>
  )
}

function Header({ guide, toggleGuide }: { guide: boolean; toggleGuide: () => void }): ReactElement {
  const styles = useStyles()
  const { outlook, tryOut } = useDesk()
  const { at, people } = useKept(tryOut.state)
  const { from } = useKept(outlook.draft)
  const locked = useLocked()
  return (
    <header className={styles.header}>
      <Button
        appearance="transparent"
        className={styles.onBrand}
        icon={guide ? <PanelLeftContract20Regular /> : <PanelLeftExpand20Regular />}
        aria-label={guide ? WORDING.guide.hide : WORDING.guide.show}
        aria-expanded={guide}
        onClick={toggleGuide}
      />
      <div className={styles.names}>
        <Text as="h1" size={400} weight="semibold" wrap={false}>
          {WORDING.title}
        </Text>
        <Text className={styles.subtitle}>{WORDING.subtitle}</Text>
      </div>
      <Text className={styles.clock}>
        <span className={styles.subtitle}>{WORDING.clock} </span>
        {at === null ? WORDING.clockUnknown : WORDING.clockNow(londonSentence(at))}
      </Text>
      <div className={styles.who}>
        <Text className={styles.subtitle}>{WORDING.signedIn}</Text>
        <Select
          size="small"
          aria-label={WORDING.signedIn}
          value={from.address}
          disabled={locked}
          onChange={(_, { value }) => tryOut.signIn(value)}
        >
          {people.length === 0 && <option value={from.address}>{from.name}</option>}
          {people.map((person) => (
            <option key={person.address} value={person.address}>
              {person.name} ({person.role})
            </option>
          ))}
        </Select>
      </div>
    </header>
  )
}
