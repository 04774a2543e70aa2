import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { PlaceLink } from '../PlaceLink.tsx'
import { useDesk, useWording } from '../saving/desk.ts'
import { OVERVIEW } from '../time/use-service-clock.ts'
import { Waiting } from '../Waiting.tsx'
import { Countdown } from './Countdown.tsx'
import { useReleases } from './use-register.ts'
import { dueWords } from './when-words.ts'

const useStyles = makeStyles({
  overview: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '12px',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    boxSizing: 'border-box',
    padding: '14px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  told: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    alignItems: 'flex-start',
    minWidth: 0,
    flexGrow: 1,
    // Room for what is told of the next release, with a title of two lines, so that nothing moves when it comes.
    flexBasis: '100%',
    minHeight: '140px',
    '@media (min-width: 760px)': { flexBasis: 0, minHeight: '120px' },
  },
  count: { margin: '0 0 4px' },
  wrap: { overflowWrap: 'anywhere' },
})

function Next(): ReactElement {
  const styles = useStyles()
  const wording = useWording()
  const { data } = useReleases(OVERVIEW)
  if (!data) return <Waiting lines={3} height={20} />
  const { embargoed, next } = data.value
  return (
    <>
      <Text as="h2" size={400} weight="semibold" className={styles.count}>
        {wording.list.underEmbargo(embargoed)}
      </Text>
      {next === null ? (
        <Text>{wording.list.nothingNext}</Text>
      ) : (
        <>
          <Text size={200}>{wording.list.next}</Text>
          <PlaceLink to={{ screen: 'release', id: next.id, part: 'about' }} className={styles.wrap}>
            {next.title}
          </PlaceLink>
          <Text>{dueWords(next, wording)}</Text>
          <Countdown to={next.at} />
        </>
      )}
    </>
  )
}

/** How much is under embargo now, and what lifts next. */
export function Overview(): ReactElement {
  const styles = useStyles()
  const { list } = useWording()
  const { go } = useDesk()
  return (
    <div className={styles.overview}>
      <div className={styles.told}>
        <Next />
      </div>
      <Button appearance="primary" icon={<Add16Regular />} onClick={() => go({ screen: 'new' })}>
        {list.add}
      </Button>
    </div>
  )
}
