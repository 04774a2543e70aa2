import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { CSSProperties, ReactElement } from 'react'
import type { ReleaseState } from '../../release/release.ts'

const useStyles = makeStyles({
  mark: {
    display: 'block',
    overflow: 'visible',
    '@media (forced-colors: active)': { color: 'CanvasText' },
  },
  provisional: { color: tokens.colorNeutralForeground3 },
  confirmed: { color: tokens.colorBrandForeground1 },
  published: { color: tokens.colorStatusSuccessForeground1 },
  postponed: { color: tokens.colorStatusWarningForeground1 },
  cancelled: { color: tokens.colorStatusDangerForeground1 },
})

/** A shape for each state, because colour alone tells nothing to many: in a square of 12. */
const SHAPES: Readonly<Record<ReleaseState, ReactElement>> = {
  provisional: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  confirmed: <circle cx="6" cy="6" r="5.5" fill="currentColor" />,
  published: <path d="M6 0 12 6 6 12 0 6Z" fill="currentColor" />,
  postponed: <rect x="1" y="1" width="10" height="10" fill="currentColor" />,
  cancelled: <path d="M1 1 11 11M11 1 1 11" fill="none" stroke="currentColor" strokeWidth="2.5" />,
}

/** The state of a release as a mark. */
export function StateMark(props: {
  state: ReleaseState
  className?: string
  style?: CSSProperties
  /** Shown under the pointer. */
  title?: string
}): ReactElement {
  const { state, className, style, title } = props
  const styles = useStyles()
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={mergeClasses(styles.mark, styles[state], className)}
      style={style}
    >
      {title !== undefined && <title>{title}</title>}
      {SHAPES[state]}
    </svg>
  )
}
