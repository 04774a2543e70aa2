import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type ReactElement, useEffect, useRef } from 'react'
import { ImportScreen } from './calendars/ImportScreen.tsx'
import { JournalScreen } from './journal/JournalScreen.tsx'
import { RegisterList } from './list/RegisterList.tsx'
import { PlaceLink } from './PlaceLink.tsx'
import { NewRelease } from './release/NewRelease.tsx'
import { ReleaseScreen } from './release/ReleaseScreen.tsx'
import { useDesk, useWording } from './saving/desk.ts'
import { useChanges } from './saving/follow-changes.ts'
import { SettingsScreen } from './settings/SettingsScreen.tsx'

const useStyles = makeStyles({
  page: { boxSizing: 'border-box', maxWidth: '1160px', margin: '0 auto', padding: '0 12px 32px' },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: '0 0 16px',
    padding: 0,
    listStyleType: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  link: {
    display: 'block',
    padding: '10px 8px 8px',
    // Four names in one line, in Welsh too.
    '@media (max-width: 360px)': { paddingLeft: '5px', paddingRight: '5px', fontSize: '13px' },
    color: tokens.colorNeutralForeground1,
    borderBottom: '3px solid transparent',
    ':hover': { textDecorationLine: 'none', borderBottomColor: tokens.colorNeutralStroke1 },
    // In high contrast a transparent border would be drawn like any other.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
  },
  current: {
    borderBottomColor: tokens.colorBrandStroke1,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  main: {
    ':focus': { outline: 'none' },
    // As wide as its longest choice would be wider than a phone, in some languages and typefaces.
    '& .fui-Select, & select': { minWidth: 0, maxWidth: '100%' },
  },
  // The pane has a tab of that name: to be read aloud only.
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

const SCREENS = ['releases', 'imports', 'journal', 'settings'] as const

function Navigation(): ReactElement {
  const styles = useStyles()
  const { nav } = useWording()
  const { place } = useDesk()
  const isHere = (screen: (typeof SCREENS)[number]): boolean =>
    place.screen === screen ||
    (screen === 'releases' && (place.screen === 'release' || place.screen === 'new'))
  return (
    <nav aria-label={nav.label}>
      <ul className={styles.list}>
        {SCREENS.map((screen) => (
          <li key={screen}>
            <PlaceLink
              to={{ screen }}
              isCurrent={isHere(screen)}
              className={mergeClasses(styles.link, isHere(screen) && styles.current)}
            >
              {nav[screen]}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Screen(): ReactElement {
  const { place } = useDesk()
  switch (place.screen) {
    case 'releases':
      return <RegisterList />
    case 'release':
      return <ReleaseScreen key={place.id} id={place.id} part={place.part} />
    case 'new':
      return <NewRelease />
    case 'imports':
      return <ImportScreen />
    case 'journal':
      return <JournalScreen />
    case 'settings':
      return <SettingsScreen />
  }
}

/** The register with all its screens, in the pane and as a page. What is read follows what others change. */
export function Administration({ hasHeading = false }: { hasHeading?: boolean }): ReactElement {
  const styles = useStyles()
  const { heading } = useWording()
  const { place } = useDesk()
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  useChanges()
  // Another screen begins at its top, for eyes, keyboards and screen readers.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever screen it is
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    window.scrollTo(0, 0)
    main.current?.focus()
  }, [place.screen])
  return (
    <div className={styles.page}>
      <Navigation />
      <main ref={main} tabIndex={-1} className={styles.main}>
        {hasHeading || <h1 className={styles.spoken}>{heading}</h1>}
        <Screen />
      </main>
    </div>
  )
}
