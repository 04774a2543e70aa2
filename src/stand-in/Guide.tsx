import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import {
  Attach16Regular,
  Checkmark16Regular,
  History20Regular,
  Warning16Regular,
} from '@fluentui/react-icons'
import { type ReactElement, useState } from 'react'
import { chosenTime } from './chosen-time.ts'
import { useDesk } from './desk.ts'
import { STORY } from './story.ts'
import { useKept } from './use-kept.ts'
import { WORDING } from './wording.ts'

const useStyles = makeStyles({
  guide: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0 },
  steps: {
    margin: 0,
    paddingLeft: '20px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  hint: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  samples: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  sample: {
    justifyContent: 'flex-start',
    textAlign: 'left',
    width: '100%',
    fontWeight: tokens.fontWeightRegular,
  },
  state: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minHeight: '20px' },
})

/** What this is, and what to try: for somebody who has just come. */
export function Guide({ onReplay }: { onReplay: () => void }): ReactElement {
  const styles = useStyles()
  const { tryOut } = useDesk()
  const { complaint, replaying } = useKept(tryOut.state)
  const replay = (): void => {
    onReplay()
    void tryOut.replay()
  }
  return (
    <div className={styles.guide}>
      <section className={styles.part}>
        <Text as="h2" weight="semibold" size={400}>
          {WORDING.guide.title}
        </Text>
        <Text>{WORDING.guide.what}</Text>
        <ol className={styles.steps}>
          {WORDING.guide.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Button
          appearance="primary"
          icon={replaying ? <Spinner size="tiny" appearance="inverted" /> : <History20Regular />}
          disabledFocusable={replaying}
          onClick={replay}
        >
          {WORDING.guide.replay}
        </Button>
        {complaint && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{complaint}</MessageBarBody>
          </MessageBar>
        )}
      </section>
      <ClockPart />
      <SamplesPart />
      <AddInPart />
    </div>
  )
}

function ClockPart(): ReactElement {
  const styles = useStyles()
  const { tryOut } = useDesk()
  const { isMovedElsewhere } = useKept(tryOut.state)
  return (
    <section className={styles.part}>
      <Text as="h3" weight="semibold">
        {WORDING.guide.clock}
      </Text>
      {isMovedElsewhere && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{WORDING.guide.movedElsewhere}</MessageBarBody>
        </MessageBar>
      )}
      <Text size={200} className={styles.hint}>
        {WORDING.guide.clockHint}
      </Text>
      <Button onClick={() => void tryOut.goTo(STORY.monday)}>{WORDING.guide.monday}</Button>
      <Button onClick={() => void tryOut.goTo(STORY.justBefore)}>{WORDING.guide.justBefore}</Button>
      <Button onClick={() => void tryOut.goTo(STORY.release)}>{WORDING.guide.release}</Button>
      <OtherTime />
    </section>
  )
}

function OtherTime(): ReactElement {
  const styles = useStyles()
  const { tryOut } = useDesk()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const set = (): void => {
    const chosen = chosenTime(typed, 'first')
    setWrong(chosen.kind === 'wrong' ? chosen.because : null)
    if (chosen.kind === 'instant') void tryOut.goTo(chosen.at)
  }
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault()
        set()
      }}
    >
      <Field label={WORDING.guide.otherTime} validationMessage={wrong}>
        <Input type="datetime-local" step={1} value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <div className={styles.row}>
        <Button type="submit">{WORDING.guide.set}</Button>
        <Button appearance="subtle" onClick={() => void tryOut.goTo(null)}>
          {WORDING.guide.realTime}
        </Button>
      </div>
    </form>
  )
}

function SamplesPart(): ReactElement {
  const styles = useStyles()
  const { tryOut } = useDesk()
  const { samples } = useKept(tryOut.state)
  return (
    <section className={styles.part}>
      <Text as="h3" weight="semibold">
        {WORDING.guide.samples}
      </Text>
      <Text size={200} className={styles.hint}>
        {samples.length === 0 ? WORDING.guide.noSamples : WORDING.guide.samplesHint}
      </Text>
      <ul className={styles.samples}>
        {samples.map((sample) => (
          <li key={sample.name}>
            <Button
              appearance="subtle"
              size="small"
              className={styles.sample}
              icon={<Attach16Regular />}
              aria-label={WORDING.guide.attachSample(sample.title)}
              onClick={() => void tryOut.attachSample(sample.name)}
            >
              {sample.title}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AddInPart(): ReactElement {
  const styles = useStyles()
  const { outlook } = useDesk()
  const runtime = useKept(outlook.runtime)
  const icon = {
    starting: <Spinner size="extra-tiny" />,
    ready: <Checkmark16Regular />,
    unavailable: <Warning16Regular />,
    gone: <Warning16Regular />,
  }[runtime]
  return (
    <section className={styles.part}>
      <Text as="h3" weight="semibold">
        {WORDING.guide.addIn}
      </Text>
      <Text className={styles.state} role="status">
        {icon}
        {WORDING.runtime[runtime]}
      </Text>
    </section>
  )
}
