import { makeStyles } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { filesInQuestion, lastRelease } from '../in-question.ts'
import { Section } from '../Section.tsx'
import type { Judged } from '../use-draft.ts'
import type { PaneWording } from '../wording.ts'
import { ClearanceWay } from './ClearanceWay.tsx'
import { FileWays } from './FileWays.tsx'
import { ReasonWay } from './ReasonWay.tsx'
import { ReleaseWay } from './ReleaseWay.tsx'
import type { WaysOut } from './use-ways-out.ts'

const useStyles = makeStyles({ list: { margin: 0, padding: 0 } })

/** Whether the message waits for a release: then a time, or a second person, can let it go. */
const awaitsRelease = ({ answer }: Judged): boolean => answer.findings.some(({ release }) => release !== null)

/** What the sender of a message that is held, or warned of, can do about it. */
export function WaysOutOf(props: { judged: Judged; ways: WaysOut; wording: PaneWording }): ReactElement {
  const { judged, ways, wording } = props
  const { answer, message } = judged
  const styles = useStyles()
  const releaseAt = lastRelease(answer)
  return (
    <Section heading={wording.waysOut.heading}>
      <ul className={styles.list}>
        {filesInQuestion(answer, message).map((file) => (
          <FileWays
            key={`${file.id} ${file.name}`}
            file={file}
            isBusy={ways.doing !== null}
            wording={wording}
            onReplace={() => ways.replace(judged, file)}
            onRemove={() => ways.remove(file)}
          />
        ))}
      </ul>
      {releaseAt !== null && (
        <ReleaseWay
          releaseAt={releaseAt}
          deliverAt={message.deliverAt}
          isBusy={ways.doing !== null}
          wording={wording}
          onDeliver={() => ways.deliverAfter(releaseAt)}
        />
      )}
      {awaitsRelease(judged) && (
        <ClearanceWay check={answer.check} canAsk={answer.verdict === 'block'} wording={wording} />
      )}
      {answer.verdict === 'warn' && <ReasonWay check={answer.check} wording={wording} />}
    </Section>
  )
}
