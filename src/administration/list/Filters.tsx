import { Field, Input, makeStyles, Select } from '@fluentui/react-components'
import { Search16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { ReleaseQuery } from '../../register/administration.ts'
import { RELEASE_STATES } from '../../release/release.ts'
import { useWording } from '../saving/desk.ts'

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))',
    gap: '12px',
  },
})

const SORTS = ['due', 'due-last', 'series', 'changed'] as const

/** What of the list `show` asks for: all, what is under embargo, or one state. */
function shown(value: string): ReleaseQuery {
  if (value === 'embargoed') return { embargoed: true }
  const state = RELEASE_STATES.find((known) => known === value)
  return state === undefined ? {} : { state }
}

/** What to look for in the register, and in which order. A new question begins on page 1. */
export function Filters(props: { query: ReleaseQuery; onAsk: (query: ReleaseQuery) => void }): ReactElement {
  const { query, onAsk } = props
  const { list, states } = useWording()
  const styles = useStyles()
  const { search, embargoed, state, sort } = query
  const kept = { ...(search ? { search } : {}), ...(sort ? { sort } : {}) }
  const filter = { ...(embargoed ? { embargoed } : {}), ...(state ? { state } : {}) }
  const order = (value: string) => SORTS.find((known) => known === value) ?? 'due'
  return (
    <search className={styles.filters}>
      <Field label={list.search}>
        <Input
          type="search"
          contentBefore={<Search16Regular aria-hidden />}
          placeholder={list.searchHint}
          value={search ?? ''}
          onChange={(_, { value }) => onAsk({ ...filter, ...(sort ? { sort } : {}), search: value })}
        />
      </Field>
      <Field label={list.show}>
        <Select
          value={embargoed ? 'embargoed' : (state ?? 'all')}
          onChange={(_, { value }) => onAsk({ ...kept, ...shown(value) })}
        >
          <option value="all">{list.all}</option>
          <option value="embargoed">{list.onlyEmbargoed}</option>
          {RELEASE_STATES.map((each) => (
            <option key={each} value={each}>
              {states[each]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={list.sort}>
        <Select
          value={sort ?? 'due'}
          onChange={(_, { value }) => onAsk({ ...filter, ...(search ? { search } : {}), sort: order(value) })}
        >
          {SORTS.map((each) => (
            <option key={each} value={each}>
              {list.sorts[each]}
            </option>
          ))}
        </Select>
      </Field>
    </search>
  )
}
