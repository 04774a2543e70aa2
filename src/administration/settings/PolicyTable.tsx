import { makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import type { OrganisationSettings } from '../../register/administration.ts'
import { useWording } from '../saving/desk.ts'
import { POLICY_LINES, type PolicyLine, VERDICTS } from './policy-steps.ts'

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& td, & th': {
      textAlign: 'start',
      verticalAlign: 'top',
      fontWeight: tokens.fontWeightRegular,
      padding: '8px 8px 8px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& thead th': { fontWeight: tokens.fontWeightSemibold },
  },
  // Wide enough for the longest word of the choice, and the same for all.
  verdict: { width: '46%', '@media (min-width: 760px)': { width: '50%' } },
  select: { minWidth: 0, width: '100%', maxWidth: '240px' },
  consequence: {
    display: 'block',
    marginTop: '4px',
    minHeight: '32px',
    color: tokens.colorNeutralForeground2,
  },
})

/** What happens to a message, finding by finding, with what that means in words. */
export function PolicyTable(props: {
  policy: OrganisationSettings['policy']
  onChange: (policy: OrganisationSettings['policy']) => void
}): ReactElement {
  const { policy, onChange } = props
  const styles = useStyles()
  const { policy: said } = useWording()
  const verdictOf = (value: string, line: PolicyLine) =>
    VERDICTS.find((verdict) => verdict === value) ?? policy[line]
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{said.finding}</th>
          <th scope="col" className={styles.verdict}>
            {said.verdict}
          </th>
        </tr>
      </thead>
      <tbody>
        {POLICY_LINES.map((line) => (
          <tr key={line}>
            <th scope="row" id={`policy-${line}`}>
              {said.lines[line]}
            </th>
            <td>
              <Select
                aria-labelledby={`policy-${line}`}
                className={styles.select}
                value={policy[line]}
                onChange={(_, { value }) => onChange({ ...policy, [line]: verdictOf(value, line) })}
              >
                {VERDICTS.map((verdict) => (
                  <option key={verdict} value={verdict}>
                    {said.verdicts[verdict]}
                  </option>
                ))}
              </Select>
              <Text size={200} className={styles.consequence}>
                {said.consequences[policy[line]]}
              </Text>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
