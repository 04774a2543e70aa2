import { makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components'
import { lazy, type ReactElement, Suspense, useState } from 'react'
import { TAB_NAMES } from '../administration/tab-names.ts'
import { Pane } from './Pane.tsx'
import type { PaneWording } from './wording.ts'

/** Loaded when an administrator opens it: a sender’s pane is not the heavier for it. */
const Register = lazy(() =>
  import('../administration/AdministrationInPane.tsx').then(({ AdministrationInPane }) => ({
    default: AdministrationInPane,
  })),
)

const useStyles = makeStyles({
  tabs: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  waiting: { minHeight: '60vh' },
})

/** The pane of an administrator: the message, and the register beside it. */
export function AdministratorPane({ wording }: { wording: PaneWording }): ReactElement {
  const styles = useStyles()
  const [side, setSide] = useState<'message' | 'register'>('message')
  const names = TAB_NAMES[wording.language]
  return (
    <>
      <header className={styles.tabs}>
        <TabList
          aria-label={names.label}
          selectedValue={side}
          onTabSelect={(_, { value }) => setSide(value === 'register' ? 'register' : 'message')}
        >
          <Tab id="tab-message" value="message" aria-controls="side">
            {names.message}
          </Tab>
          <Tab id="tab-register" value="register" aria-controls="side">
            {names.register}
          </Tab>
        </TabList>
      </header>
      {/* Without a name of its own: what is in it has landmarks, and a name beside them would be outside of all. */}
      <div id="side" role="tabpanel">
        {side === 'message' ? (
          <Pane wording={wording} />
        ) : (
          <Suspense fallback={<Spinner className={styles.waiting} aria-label={names.register} />}>
            <Register />
          </Suspense>
        )}
      </div>
    </>
  )
}
