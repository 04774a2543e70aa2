import { Button, makeStyles, Text } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { useWording } from '../saving/desk.ts'

const useStyles = makeStyles({
  pager: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    minHeight: '32px',
    marginTop: '8px',
  },
})

/** Which page of how many, and the ways to the next. Nothing where one page is all. */
export function Pager(props: {
  page: number
  size: number
  total: number
  onPage: (page: number) => void
}): ReactElement | null {
  const { page, size, total, onPage } = props
  const styles = useStyles()
  const { list } = useWording()
  const pages = Math.ceil(total / size)
  if (pages <= 1) return null
  return (
    <nav aria-label={list.pages} className={styles.pager}>
      <Button disabledFocusable={page <= 1} onClick={() => onPage(page - 1)}>
        {list.previous}
      </Button>
      <Text>{list.page(page, pages)}</Text>
      <Button disabledFocusable={page >= pages} onClick={() => onPage(page + 1)}>
        {list.following}
      </Button>
    </nav>
  )
}
