import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarText, ImportPreview } from '../../register/administration.ts'
import { REGISTER_KEY } from '../list/use-register.ts'
import { useDesk, useWording } from '../saving/desk.ts'

/** A calendar that was chosen, and how far importing it is. */
type Import = {
  readonly calendar: CalendarText | null
  readonly preview: ImportPreview | null
  readonly isWaiting: boolean
  readonly isMade: boolean
  readonly fault: string
}

const NOTHING: Import = { calendar: null, preview: null, isWaiting: false, isMade: false, fault: '' }

/** Importing in the hands of an administrator. */
export type ImportInHand = Import & {
  take(files: readonly File[]): Promise<void>
  look(reason: string): Promise<void>
  make(reason: string): Promise<void>
  forget(): void
}

const withReason = (calendar: CalendarText, reason: string): CalendarText =>
  reason.trim() === '' ? calendar : { ...calendar, reason: reason.trim() }

/** A calendar on its way into the register. What was shown stays on show when something goes wrong. */
export function useImport(): ImportInHand {
  const { common } = useWording()
  const { ask } = useDesk()
  const queries = useQueryClient()
  const [state, setState] = useState(NOTHING)
  const send = async (path: string, calendar: CalendarText): Promise<ImportPreview | null> => {
    setState((before) => ({ ...before, calendar, isWaiting: true, isMade: false, fault: '' }))
    const asked = await ask<ImportPreview>('POST', path, { body: calendar })
    if (asked.kind === 'answered') return asked.value
    const fault = asked.kind === 'refused' ? asked.because : common.unreachable
    setState((before) => ({ ...before, isWaiting: false, fault }))
    return null
  }
  const look = async (calendar: CalendarText): Promise<void> => {
    const preview = await send('/api/imports/preview', calendar)
    if (preview) setState({ ...NOTHING, calendar, preview })
  }
  const make = async (calendar: CalendarText): Promise<void> => {
    const made = await send('/api/imports', calendar)
    if (!made) return
    await queries.invalidateQueries({ queryKey: [REGISTER_KEY] })
    setState({ ...NOTHING, isMade: true })
  }
  const { calendar } = state
  return {
    ...state,
    take: async ([file]) => {
      if (file) await look({ name: file.name, text: await file.text() })
    },
    look: async (reason) => (calendar === null ? undefined : look(withReason(calendar, reason))),
    make: async (reason) => (calendar === null ? undefined : make(withReason(calendar, reason))),
    forget: () => setState(NOTHING),
  }
}
