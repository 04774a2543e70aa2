import { makeStyles, tokens } from '@fluentui/react-components'

/** What forms and lists of the register have in common. */
export const useFormStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  wide: { display: 'flex', flexDirection: 'column', rowGap: '24px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
    gap: '12px',
    alignItems: 'start',
  },
  boxes: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
    columnGap: '12px',
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
  },
  cards: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 400px), 1fr))',
    gap: '8px',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  // Watched by screen readers while it is empty, and takes no room then.
  live: { ':empty': { position: 'absolute' } },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { display: 'block', overflowWrap: 'anywhere', minWidth: 0 },
  figures: { fontVariantNumeric: 'tabular-nums' },
  reading: { maxWidth: '680px' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: '6px 8px 6px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      overflowWrap: 'anywhere',
    },
    // A name breaks only where it has to: cells give way first.
    '& th': { overflowWrap: 'break-word' },
  },
})
