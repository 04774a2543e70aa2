import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { ArrowDownload16Regular } from '@fluentui/react-icons'
import { type ReactElement, useState } from 'react'
import { askerHeaders } from '../saving/ask.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { useFormStyles } from '../use-form-styles.ts'

const KINDS = ['csv', 'ics', 'json'] as const

/** Hands a file to the browser to keep. */
function keep(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** The register as a table, a calendar, or everything. Fetched rather than linked to, so that the service knows who asks. */
export function Exports(): ReactElement {
  const { imports: said, common, language } = useWording()
  const { person } = useDesk()
  const forms = useFormStyles()
  const [fault, setFault] = useState('')
  const fetchAs = async (kind: (typeof KINDS)[number]): Promise<void> => {
    setFault('')
    try {
      const response = await fetch(`/api/exports/releases.${kind}`, {
        headers: askerHeaders(person, language),
      })
      if (response.ok) keep(`releases.${kind}`, await response.blob())
      else setFault(`${common.failed} HTTP ${response.status}`)
    } catch {
      setFault(common.unreachable)
    }
  }
  return (
    <div className={forms.stack}>
      <div className={forms.row}>
        {KINDS.map((kind) => (
          <Button key={kind} icon={<ArrowDownload16Regular />} onClick={() => void fetchAs(kind)}>
            {said[kind]}
          </Button>
        ))}
      </div>
      {fault !== '' && (
        <MessageBar intent="error">
          <MessageBarBody>{fault}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  )
}
