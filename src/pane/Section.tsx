import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { type ReactElement, type ReactNode, useId } from 'react'

const useStyles = makeStyles({
  heading: { display: 'block', margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
})

/** A part of the pane under a heading of its own. */
export function Section({ heading, children }: { heading: string; children: ReactNode }): ReactElement {
  const styles = useStyles()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Text as="h2" id={id} size={300} weight="semibold" className={styles.heading}>
        {heading}
      </Text>
      {children}
    </section>
  )
}
