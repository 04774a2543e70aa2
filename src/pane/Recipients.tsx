import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Regular, DismissCircle16Regular, ErrorCircle16Regular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { Leave, RecipientSummary } from './summary.ts'
import type { PaneWording } from './wording.ts'

const useStyles = makeStyles({
  group: { '& + &': { marginTop: '12px' } },
  heading: { display: 'flex', alignItems: 'center', columnGap: '6px', margin: '0 0 4px' },
  list: { listStyleType: 'none', margin: 0, padding: '0 0 0 22px' },
  person: { padding: '3px 0' },
  address: { display: 'block', overflowWrap: 'anywhere' },
  reason: { display: 'block', paddingInlineStart: '22px', color: tokens.colorNeutralForeground2 },
  'may-not': { color: tokens.colorStatusDangerForeground1 },
  'look-first': { color: tokens.colorStatusWarningForeground1 },
  may: { color: tokens.colorStatusSuccessForeground1 },
})

const LEAVES: readonly Leave[] = ['may-not', 'look-first', 'may']
const ICONS = {
  'may-not': DismissCircle16Regular,
  'look-first': ErrorCircle16Regular,
  may: CheckmarkCircle16Regular,
} as const

type Alike = { readonly reasons: RecipientSummary['reasons']; readonly recipients: RecipientSummary[] }

/** Those for whom the same is to be said, together: five colleagues without access are told so once. */
function alikeIn(recipients: readonly RecipientSummary[]): readonly Alike[] {
  const groups = new Map<string, Alike>()
  for (const recipient of recipients) {
    const key = recipient.reasons.join()
    const group = groups.get(key) ?? { reasons: recipient.reasons, recipients: [] }
    group.recipients.push(recipient)
    groups.set(key, group)
  }
  return Array.from(groups.values())
}

function People({ alike, wording }: { alike: Alike; wording: PaneWording }): ReactElement {
  const styles = useStyles()
  return (
    <>
      {alike.reasons.map((reason) => (
        <Text key={reason} size={200} className={styles.reason}>
          {wording.reasons[reason]}
        </Text>
      ))}
      <ul className={styles.list}>
        {alike.recipients.map(({ address }) => (
          <li key={address} className={styles.person}>
            <Text className={styles.address}>{address}</Text>
          </li>
        ))}
      </ul>
    </>
  )
}

function Group(props: {
  leave: Leave
  recipients: readonly RecipientSummary[]
  wording: PaneWording
}): ReactElement {
  const { leave, recipients, wording } = props
  const styles = useStyles()
  const Icon = ICONS[leave]
  return (
    <div className={styles.group}>
      <Text as="h3" weight="semibold" className={styles.heading}>
        <Icon className={styles[leave]} aria-hidden />
        {wording.leaves[leave](recipients.length)}
      </Text>
      {alikeIn(recipients).map((alike) => (
        <People key={alike.reasons.join()} alike={alike} wording={wording} />
      ))}
    </div>
  )
}

/** Everybody on the message, by whether they may have what is in it. */
export function Recipients(props: {
  recipients: readonly RecipientSummary[]
  wording: PaneWording
}): ReactElement {
  const { recipients, wording } = props
  if (recipients.length === 0) return <Text>{wording.nobodyYet}</Text>
  return (
    <>
      {LEAVES.map((leave) => ({ leave, ours: recipients.filter((one) => one.leave === leave) }))
        .filter(({ ours }) => ours.length > 0)
        .map(({ leave, ours }) => (
          <Group key={leave} leave={leave} recipients={ours} wording={wording} />
        ))}
    </>
  )
}
