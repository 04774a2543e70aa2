import { Badge, Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { Mail16Regular, People16Regular, Person16Regular } from '@fluentui/react-icons'
import type { ReactElement, RefObject } from 'react'
import type { AccessToLookOver } from '../../release/pre-release-access.ts'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'

const ICONS = { person: Person16Regular, 'team-inbox': Mail16Regular, 'distribution-list': People16Regular }

/** An entry of an access list, and what to look at in it. */
export function EntryCard(props: {
  looked: AccessToLookOver
  buttons: RefObject<HTMLDivElement | null>
  onEdit: () => void
  onTakeOut: () => void
}): ReactElement {
  const { looked, buttons, onEdit, onTakeOut } = props
  const { access: said, common, dateAndTime } = useWording()
  const forms = useFormStyles()
  const { entry, concerns } = looked
  const { address, post, holder, opensAt, expiresAt, reason, confirmedAt, confirmedBy } = entry
  const Icon = ICONS[holder]
  return (
    <>
      <Text weight="semibold" className={forms.text}>
        {address}
      </Text>
      <div className={forms.row}>
        <Badge
          appearance="tint"
          shape="rounded"
          icon={<Icon aria-hidden />}
          color={holder === 'person' ? 'informative' : 'warning'}
        >
          {said.holders[holder]}
        </Badge>
        {post !== '' && <Text>{post}</Text>}
      </div>
      <Text className={forms.text}>
        {said.opens}: {dateAndTime(opensAt)}
      </Text>
      <Text className={forms.text}>
        {said.expires}: {expiresAt === null ? said.untilRelease : dateAndTime(expiresAt)}
      </Text>
      {reason !== '' && (
        <Text className={forms.text}>
          {said.why}: {reason}
        </Text>
      )}
      <Text size={200} className={forms.quiet}>
        {confirmedBy === '' ? said.notYetConfirmed : said.confirmed(dateAndTime(confirmedAt), confirmedBy)}
      </Text>
      {concerns.map((concern) => (
        <MessageBar key={concern.kind} intent="warning" layout="multiline">
          <MessageBarBody>{said.concerns(concern)}</MessageBarBody>
        </MessageBar>
      ))}
      <div ref={buttons} className={forms.row}>
        <Button size="small" aria-label={said.edit(address)} onClick={onEdit}>
          {common.change}
        </Button>
        <Button size="small" aria-label={said.takeOut(address)} onClick={onTakeOut}>
          {common.remove}
        </Button>
      </div>
    </>
  )
}
