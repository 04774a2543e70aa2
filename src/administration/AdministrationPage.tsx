import {
  FluentProvider,
  makeStyles,
  Select,
  Text,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { type ReactElement, useState, useSyncExternalStore } from 'react'
import { isTryOut, ownOrigin } from '../outlook/own-origin.ts'
import type { Me } from '../register/administration.ts'
import { Administration } from './Administration.tsx'
import { readFrom } from './list/use-register.ts'
import { askAs } from './saving/ask.ts'
import { DeskContext } from './saving/desk.ts'
import { useHashPlace } from './use-hash-place.ts'
import type { AdministrationWording } from './wording.ts'

/** Asked whatever the browser thinks of the network: that the service is out of reach is an answer too. */
const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } })

const useStyles = makeStyles({
  page: { minHeight: '100vh' },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    boxSizing: 'border-box',
    maxWidth: '1160px',
    minHeight: '56px',
    margin: '0 auto',
    padding: '12px',
  },
  heading: { margin: 0 },
  person: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '32px',
    color: tokens.colorNeutralForeground2,
  },
})

const darkness = '(prefers-color-scheme: dark)'
function onDarkness(changed: () => void): () => void {
  const query = window.matchMedia(darkness)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
const isDark = (): boolean => window.matchMedia(darkness).matches

const PERSON_KEY = 'embargo-guard-person'

/** Who asks: in a try-out chosen from its administrators; a real service knows it by itself. */
function usePerson() {
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(PERSON_KEY))
  const tryOut = isTryOut(ownOrigin())
  const { data } = useQuery({
    queryKey: ['people'],
    queryFn: () => readFrom<readonly Me[]>(askAs('', 'en'), '/try-out/people'),
    enabled: tryOut,
    retry: false,
  })
  const people = data?.value.filter(({ role }) => role === 'administrator') ?? []
  const choose = (address: string): void => {
    sessionStorage.setItem(PERSON_KEY, address)
    setChosen(address)
  }
  const person = people.find(({ address }) => address === chosen)?.address ?? people[0]?.address
  return { people, choose, person: tryOut ? person : '' }
}

function Page({ wording }: { wording: AdministrationWording }): ReactElement {
  const styles = useStyles()
  const { people, person, choose } = usePerson()
  const [place, go] = useHashPlace()
  return (
    <div className={styles.page} lang={wording.language}>
      <header className={styles.header}>
        <Text as="h1" size={600} weight="semibold" className={styles.heading}>
          Embargo Guard
        </Text>
        <div className={styles.person}>
          {people.length > 0 && (
            <>
              <label htmlFor="person">{wording.person}</label>
              <Select id="person" value={person ?? ''} onChange={(_, { value }) => choose(value)}>
                {people.map(({ address, name }) => (
                  <option key={address} value={address}>
                    {name}
                  </option>
                ))}
              </Select>
            </>
          )}
        </div>
      </header>
      {person !== undefined && (
        <DeskContext value={{ ask: askAs(person, wording.language), person, wording, place, go }}>
          <Administration hasHeading />
        </DeskContext>
      )}
    </div>
  )
}

/** The register as a page of its own, at /admin. */
export function AdministrationPage({ wording }: { wording: AdministrationWording }): ReactElement {
  const dark = useSyncExternalStore(onDarkness, isDark)
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme}>
      <QueryClientProvider client={queries}>
        <Page wording={wording} />
      </QueryClientProvider>
    </FluentProvider>
  )
}
