import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ArrowLeft16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { ReleaseInFull } from '../../register/administration.ts'
import { Access } from '../access/Access.tsx'
import { Failed } from '../Failed.tsx'
import { Files } from '../files/Files.tsx'
import { Countdown } from '../list/Countdown.tsx'
import { StateBadge } from '../list/StateBadge.tsx'
import { type Tagged, useRelease } from '../list/use-register.ts'
import { dueWords } from '../list/when-words.ts'
import { PlaceLink } from '../PlaceLink.tsx'
import { RELEASE_PARTS, type ReleasePart } from '../place.ts'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { Waiting } from '../Waiting.tsx'
import { Details } from './Details.tsx'
import { History } from './History.tsx'
import { TimeAndState } from './TimeAndState.tsx'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: '6px',
    minHeight: '128px',
  },
  back: { display: 'inline-flex', alignItems: 'center', columnGap: '4px', minHeight: '24px' },
  title: { margin: 0, overflowWrap: 'anywhere' },
  parts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    margin: '0 0 16px',
    padding: 0,
    listStyleType: 'none',
  },
  part: {
    display: 'block',
    padding: '6px 10px',
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  here: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    ':hover': { color: tokens.colorNeutralForegroundOnBrand },
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
    },
  },
})

function Head({ release }: { release: ReleaseInFull }): ReactElement {
  const styles = useStyles()
  const wording = useWording()
  const { title, series, state, embargoed, at, months } = release
  const due = dueWords(release, wording)
  const isTimed = state === 'confirmed' && embargoed
  return (
    <>
      <Text as="h2" size={500} weight="semibold" className={styles.title}>
        {title}
      </Text>
      <Text>{series}</Text>
      <StateBadge state={state} />
      <Text>
        {isTimed
          ? wording.release.until(due)
          : embargoed
            ? wording.release.stays
            : wording.release.public(due)}
      </Text>
      {months !== null && embargoed && <Text>{wording.release.expected(due)}</Text>}
      {isTimed && <Countdown to={at} />}
    </>
  )
}

function Parts({ release, part }: { release: ReleaseInFull; part: ReleasePart }): ReactElement {
  const styles = useStyles()
  const { release: said } = useWording()
  const counts = {
    about: '',
    files: ` ${release.files.length}`,
    access: ` ${release.access.length}`,
    history: '',
  }
  return (
    <nav aria-label={said.partsLabel}>
      <ul className={styles.parts}>
        {RELEASE_PARTS.map((each) => (
          <li key={each}>
            <PlaceLink
              to={{ screen: 'release', id: release.id, part: each }}
              isCurrent={each === part}
              className={mergeClasses(styles.part, each === part && styles.here)}
            >
              {said.parts[each]}
              {counts[each]}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Part({ read, part }: { read: Tagged<ReleaseInFull>; part: ReleasePart }): ReactElement {
  const forms = useFormStyles()
  switch (part) {
    case 'about':
      return (
        <div className={forms.wide}>
          <TimeAndState read={read} />
          <Details read={read} />
        </div>
      )
    case 'files':
      return <Files release={read.value} />
    case 'access':
      return <Access read={read} />
    case 'history':
      return <History release={read.value} />
  }
}

/** One release, in four parts. */
export function ReleaseScreen({ id, part }: { id: string; part: ReleasePart }): ReactElement {
  const styles = useStyles()
  const forms = useFormStyles()
  const { release } = useWording()
  const { data, error, refetch } = useRelease(id)
  return (
    <div className={forms.stack}>
      <div className={styles.head}>
        <PlaceLink to={{ screen: 'releases' }} className={styles.back}>
          <ArrowLeft16Regular aria-hidden />
          {release.back}
        </PlaceLink>
        {data && <Head release={data.value} />}
      </div>
      {!data && !error && <Waiting lines={4} height={72} />}
      {!data && error && <Failed fault={error} onAgain={refetch} />}
      {data && (
        <div>
          <Parts release={data.value} part={part} />
          <Part read={data} part={part} />
        </div>
      )}
    </div>
  )
}
