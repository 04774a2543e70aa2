import { makeStyles, tokens } from '@fluentui/react-components'

/** How one attachment, or the text, stands in the pane: its name, its badge, what is said of it. */
export const useCardStyles = makeStyles({
  card: {
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    '& + &': { marginTop: '8px' },
  },
  head: { display: 'grid', gridTemplateColumns: '20px 1fr auto', columnGap: '8px', alignItems: 'start' },
  name: { overflowWrap: 'anywhere' },
  said: { display: 'block', marginTop: '6px', overflowWrap: 'anywhere' },
})
