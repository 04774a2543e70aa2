import { Button, makeStyles, Text } from '@fluentui/react-components'
import { Clock16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { londonWords } from '../../release/london-words.ts'
import { AFTER_RELEASE_MS } from '../in-question.ts'
import type { PaneWording } from '../wording.ts'
import { Way } from './Way.tsx'

const useStyles = makeStyles({ button: { whiteSpace: 'normal', textAlign: 'start' } })

/** What is to be said of a delivery time that the message has already. */
function standing(
  releaseAt: number,
  deliverAt: number,
  { waysOut: { atRelease }, language }: PaneWording,
): string {
  const delivery = londonWords(deliverAt, language)
  return deliverAt >= releaseAt
    ? atRelease.scheduled(delivery)
    : atRelease.tooEarly(delivery, londonWords(releaseAt, language))
}

/**
 * Sends it when its figures are public.
 *
 * @param releaseAt milliseconds since 1970-01-01T00:00:00Z, as is `deliverAt`
 */
export function ReleaseWay(props: {
  releaseAt: number
  deliverAt: number | null
  isBusy: boolean
  wording: PaneWording
  onDeliver: () => void
}): ReactElement {
  const { releaseAt, deliverAt, isBusy, wording, onDeliver } = props
  const { atRelease } = wording.waysOut
  const styles = useStyles()
  const isSet = deliverAt !== null && deliverAt >= releaseAt
  return (
    <Way heading={atRelease.heading}>
      <Text>{deliverAt === null ? atRelease.warning : standing(releaseAt, deliverAt, wording)}</Text>
      {!isSet && (
        <Button
          className={styles.button}
          icon={<Clock16Regular />}
          disabledFocusable={isBusy}
          onClick={onDeliver}
        >
          {atRelease.button(londonWords(releaseAt + AFTER_RELEASE_MS, wording.language))}
        </Button>
      )}
    </Way>
  )
}
