import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components'
import { LockClosed16Regular, LockOpen16Regular, PeopleTeam16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { ReleaseSummary } from '../../register/administration.ts'
import { PlaceLink } from '../PlaceLink.tsx'
import { useWording } from '../saving/desk.ts'
import { Countdown } from './Countdown.tsx'
import { StateBadge } from './StateBadge.tsx'
import { dueWords } from './when-words.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '4px 16px',
    boxSizing: 'border-box',
    padding: '10px 12px',
    minHeight: '132px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (min-width: 760px)': {
      gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr) minmax(0, 3fr)',
      minHeight: '72px',
    },
  },
  cell: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '4px', minWidth: 0 },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  badges: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  lock: { display: 'inline-flex', alignItems: 'center', columnGap: '4px' },
})

function Badges({ release }: { release: ReleaseSummary }): ReactElement {
  const { list } = useWording()
  const styles = useStyles()
  return (
    <span className={styles.badges}>
      <StateBadge state={release.state} />
      {release.liftAsked && (
        <Badge appearance="tint" color="danger" shape="rounded" icon={<PeopleTeam16Regular />}>
          {list.liftAsked}
        </Badge>
      )}
    </span>
  )
}

/** One release of the list: what it is, when it is due, what is registered of it. */
export function ReleaseRow({ release }: { release: ReleaseSummary }): ReactElement {
  const styles = useStyles()
  const wording = useWording()
  const { id, series, title, producer, embargoed, files, novel, state, at } = release
  const Lock = embargoed ? LockClosed16Regular : LockOpen16Regular
  return (
    <li className={styles.row}>
      <span className={styles.cell}>
        <PlaceLink to={{ screen: 'release', id, part: 'about' }} className={styles.title}>
          {title}
        </PlaceLink>
        <Text size={200} className={styles.quiet}>
          {[series, producer].filter((text) => text !== '').join(' · ')}
        </Text>
      </span>
      <span className={styles.cell}>
        <Text className={styles.quiet}>{dueWords(release, wording)}</Text>
        {embargoed && state === 'confirmed' && <Countdown to={at} />}
      </span>
      <span className={styles.cell}>
        <Badges release={release} />
        <Text size={200} className={styles.lock}>
          <Lock aria-hidden />
          {embargoed ? wording.list.embargoed : wording.list.public}
          {' · '}
          {wording.list.files(files)}
        </Text>
        {embargoed && novel > 0 && (
          <Text size={200} className={styles.quiet}>
            {wording.list.novel(novel)}
          </Text>
        )}
      </span>
    </li>
  )
}
