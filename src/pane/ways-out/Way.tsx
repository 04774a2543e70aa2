import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactElement, ReactNode } from 'react'

const useStyles = makeStyles({
  way: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: '8px',
    marginTop: '8px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    '& > *': { maxWidth: '100%' },
  },
})

/** One way out under a heading of its own. */
export function Way({ heading, children }: { heading: string; children: ReactNode }): ReactElement {
  const styles = useStyles()
  return (
    <div className={styles.way}>
      <Text as="h3" weight="semibold" style={{ margin: 0 }}>
        {heading}
      </Text>
      {children}
    </div>
  )
}
