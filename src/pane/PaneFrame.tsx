import { makeStyles } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'
import type { ReadingNow } from '../outlook/draft-memory.ts'
import { Footer } from './Footer.tsx'
import type { PaneWording } from './wording.ts'

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', minHeight: '100vh' },
  main: { display: 'flex', flexDirection: 'column', rowGap: '20px', padding: '12px 12px 20px' },
})

/** What is known, and at the foot when it was checked. */
export function PaneFrame(props: {
  checkedAt: number | null
  isChecking: boolean
  reading?: ReadingNow | null
  wording: PaneWording
  onCheckAgain: () => void
  children: ReactNode
}): ReactElement {
  const { children, ...footer } = props
  const styles = useStyles()
  return (
    <div className={styles.pane} lang={footer.wording.language}>
      <main className={styles.main} aria-busy={footer.isChecking}>
        {children}
      </main>
      <Footer {...footer} />
    </div>
  )
}
