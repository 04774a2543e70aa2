import { Checkbox, makeStyles, Text } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import type { FindingKind } from '../../register/contract.ts'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'
import { FINDING_KINDS } from './policy-steps.ts'

const useStyles = makeStyles({
  kinds: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0 },
  // Room for either sentence, so that nothing moves when a box is ticked.
  consequence: { display: 'block', minHeight: '40px' },
})

/** What no second person may clear, with what that means in words. */
export function NeverCleared(props: {
  never: readonly FindingKind[]
  onChange: (never: readonly FindingKind[]) => void
}): ReactElement {
  const { never, onChange } = props
  const styles = useStyles()
  const forms = useFormStyles()
  const { never: said } = useWording()
  const tick = (kind: FindingKind, isTicked: boolean): void =>
    onChange(FINDING_KINDS.filter((each) => (each === kind ? isTicked : never.includes(each))))
  return (
    <fieldset className={styles.kinds}>
      <legend className={styles.legend}>
        <Text>{said.text}</Text>
      </legend>
      <div className={forms.boxes}>
        {FINDING_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={said.kinds[kind]}
            checked={never.includes(kind)}
            onChange={(_, { checked }) => tick(kind, checked === true)}
          />
        ))}
      </div>
      <Text size={200} className={`${styles.consequence} ${forms.quiet}`} role="status">
        {never.length === 0 ? said.consequences.none : said.consequences.some}
      </Text>
    </fieldset>
  )
}
