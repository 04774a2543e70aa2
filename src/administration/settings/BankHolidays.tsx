import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { type ReactElement, useState } from 'react'
import { BANK_HOLIDAYS } from '../../release/bank-holidays.ts'
import { readBankHolidays } from '../../release/read-bank-holidays.ts'
import { type BankHolidays as Holidays, yearsKnown } from '../../release/working-days.ts'
import { FileDrop } from '../files/FileDrop.tsx'
import { useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'

/** The bank holidays that times are judged by, and the way to put GOV.UK’s newest list in their place. */
export function BankHolidays(props: {
  holidays: Holidays | null
  onChange: (holidays: Holidays | null) => void
}): ReactElement {
  const { holidays, onChange } = props
  const { bankHolidays: said, language } = useWording()
  const forms = useFormStyles()
  const [fault, setFault] = useState('')
  const take = async ([file]: readonly File[]): Promise<void> => {
    const read = readBankHolidays((await file?.text()) ?? '')
    setFault(read.kind === 'holidays' ? '' : read.because[language])
    if (read.kind === 'holidays') onChange(read.holidays)
  }
  return (
    <div className={forms.stack}>
      <Text role="status">{said.known(yearsKnown(holidays ?? BANK_HOLIDAYS), holidays !== null)}</Text>
      <FileDrop
        drop={said.drop}
        choose={said.choose}
        isMany={false}
        isBusy={false}
        onFiles={(files) => void take(files)}
      />
      <div aria-live="polite" className={forms.live}>
        {fault !== '' && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{fault}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {holidays !== null && (
        <div>
          <Button onClick={() => onChange(null)}>{said.shipped}</Button>
        </div>
      )}
    </div>
  )
}
