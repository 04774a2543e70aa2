import { Button, MessageBar, MessageBarBody, makeStyles, ProgressBar, Text } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { Section } from '../../pane/Section.tsx'
import type { ReleasePage, ReleaseQuery } from '../../register/administration.ts'
import { Failed } from '../Failed.tsx'
import { useDesk, useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { Waiting } from '../Waiting.tsx'
import { Filters } from './Filters.tsx'
import { Overview } from './Overview.tsx'
import { Pager } from './Pager.tsx'
import { ReleaseRow } from './ReleaseRow.tsx'
import { useReleases } from './use-register.ts'
import { useSettled } from './use-settled.ts'
import { YearStrip } from './YearStrip.tsx'

/** Releases on a page. */
const SIZE = 20

/** How long typing has to pause before the service is asked. Unit: milliseconds. Keys of one word follow each other in less. */
const TYPING_PAUSE_MS = 300

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0 },
  // Always there and of one height, so that nothing moves when a search begins.
  found: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: '12px 0 0', minHeight: '26px' },
  progress: { height: '2px' },
})

function Nothing({
  query,
  onAsk,
}: {
  query: ReleaseQuery
  onAsk: (query: ReleaseQuery) => void
}): ReactElement {
  const { list } = useWording()
  const { go } = useDesk()
  const forms = useFormStyles()
  const isAsked = Boolean(query.search || query.state || query.embargoed)
  return (
    <div className={forms.stack}>
      <Text>{isAsked ? list.nothingFound : list.empty}</Text>
      <div className={forms.row}>
        {isAsked ? (
          <Button onClick={() => onAsk({})}>{list.showAll}</Button>
        ) : (
          <Button onClick={() => go({ screen: 'imports' })}>{list.import}</Button>
        )}
      </div>
    </div>
  )
}

function Found(props: {
  found: ReleasePage
  query: ReleaseQuery
  /** Whether what is shown answers an earlier question. */
  isStale: boolean
  onAsk: (query: ReleaseQuery) => void
}): ReactElement {
  const { found, query, isStale, onAsk } = props
  const styles = useStyles()
  const { list } = useWording()
  const { releases, total, page, size } = found
  return (
    <>
      <div className={styles.found}>
        <Text role="status" size={200}>
          {isStale ? list.searching : list.found(total)}
        </Text>
        <div className={styles.progress}>
          {isStale && <ProgressBar thickness="medium" aria-label={list.searching} />}
        </div>
      </div>
      {releases.length === 0 && !isStale && <Nothing query={query} onAsk={onAsk} />}
      <ul className={styles.list} aria-busy={isStale}>
        {releases.map((release) => (
          <ReleaseRow key={release.id} release={release} />
        ))}
      </ul>
      <Pager page={page} size={size} total={total} onPage={(next) => onAsk({ ...query, page: next })} />
    </>
  )
}

/** The register: what is under embargo, what lifts next, the year, and all releases. */
export function RegisterList(): ReactElement {
  const { list } = useWording()
  const forms = useFormStyles()
  const [query, setQuery] = useState<ReleaseQuery>({ embargoed: true })
  const search = useSettled(query.search ?? '', TYPING_PAUSE_MS)
  const { data, error, refetch, isPlaceholderData } = useReleases({
    sort: 'due',
    ...query,
    search,
    size: SIZE,
  })
  const isStale = isPlaceholderData || search !== (query.search ?? '')
  return (
    <div className={forms.wide}>
      <Overview />
      <YearStrip />
      <Section heading={list.heading}>
        <Filters query={query} onAsk={setQuery} />
        {error && !data && <Failed fault={error} onAgain={refetch} />}
        {error && data && (
          <MessageBar intent="warning">
            <MessageBarBody>{list.stale}</MessageBarBody>
          </MessageBar>
        )}
        {data ? (
          <Found found={data.value} query={query} isStale={isStale} onAsk={setQuery} />
        ) : (
          !error && <Waiting lines={6} height={100} />
        )}
      </Section>
    </div>
  )
}
