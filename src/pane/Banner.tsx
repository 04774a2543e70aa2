import { makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components'
import {
  QuestionCircle24Filled,
  ShieldCheckmark24Filled,
  ShieldDismiss24Filled,
  Warning24Filled,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { VerdictKind } from '../register/contract.ts'
import type { Told } from './wording.ts'

/** What the banner says at a glance. */
export type Tone = VerdictKind | 'unknown' | 'checking'

const useStyles = makeStyles({
  banner: {
    display: 'grid',
    gridTemplateColumns: '24px 1fr',
    columnGap: '12px',
    minHeight: '96px',
    boxSizing: 'border-box',
    padding: '14px',
    borderRadius: tokens.borderRadiusLarge,
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStrokeAccessible,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  allow: {
    borderInlineStartColor: tokens.colorStatusSuccessBorder2,
    backgroundColor: tokens.colorStatusSuccessBackground1,
  },
  warn: {
    borderInlineStartColor: tokens.colorStatusWarningBorder2,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  block: {
    borderInlineStartColor: tokens.colorStatusDangerBorder2,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  unknown: {},
  checking: {},
  title: { display: 'block', margin: '0 0 4px' },
  text: { display: 'block', overflowWrap: 'anywhere' },
})

const useIconStyles = makeStyles({
  allow: { color: tokens.colorStatusSuccessForeground1 },
  warn: { color: tokens.colorStatusWarningForeground1 },
  block: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorNeutralForeground2 },
  checking: { alignSelf: 'start', marginTop: '2px' },
})

function Icon({ tone }: { tone: Tone }): ReactElement {
  const styles = useIconStyles()
  switch (tone) {
    case 'allow':
      return <ShieldCheckmark24Filled className={styles.allow} aria-hidden />
    case 'warn':
      return <Warning24Filled className={styles.warn} aria-hidden />
    case 'block':
      return <ShieldDismiss24Filled className={styles.block} aria-hidden />
    case 'unknown':
      return <QuestionCircle24Filled className={styles.unknown} aria-hidden />
    case 'checking':
      return <Spinner size="tiny" className={styles.checking} aria-hidden />
  }
}

/** What is to be known first. Screen readers read it out when it changes. */
export function Banner({ tone, told, more }: { tone: Tone; told: Told; more?: string }): ReactElement {
  const styles = useStyles()
  return (
    <section className={mergeClasses(styles.banner, styles[tone])} role="status">
      <Icon tone={tone} />
      <div>
        <Text as="h1" size={400} weight="semibold" className={styles.title}>
          {told.title}
        </Text>
        <Text className={styles.text}>{told.text}</Text>
        {more && <Text className={styles.text}>{more}</Text>}
      </div>
    </section>
  )
}
