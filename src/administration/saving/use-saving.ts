import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { REGISTER_KEY, type Tagged } from '../list/use-register.ts'
import type { Asked } from './ask.ts'
import { useWording } from './desk.ts'

/** How saving goes. What was typed is kept by the form, whatever comes. */
export type Saving<T> =
  | { readonly kind: 'idle' | 'saving' | 'saved' }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'conflict'; readonly theirs: Tagged<T> | null }

export type Save<T> = {
  readonly saving: Saving<T>
  /** Whether it was saved. */
  save(request: () => Promise<Asked<T>>): Promise<boolean>
  forget(): void
}

/** Saves one thing at a time, and then forgets what was read before. */
export function useSaving<T>(): Save<T> {
  const queries = useQueryClient()
  const { common } = useWording()
  const [saving, setSaving] = useState<Saving<T>>({ kind: 'idle' })
  const outcomeOf = (asked: Asked<T>): Saving<T> => {
    switch (asked.kind) {
      case 'answered':
        return { kind: 'saved' }
      case 'conflict':
        return {
          kind: 'conflict',
          theirs: asked.theirs === null ? null : { value: asked.theirs, tag: asked.tag },
        }
      case 'refused':
        return { kind: 'refused', because: asked.because }
      case 'unreachable':
        return { kind: 'refused', because: common.unreachable }
    }
  }
  return {
    saving,
    forget: () => setSaving({ kind: 'idle' }),
    save: async (request) => {
      setSaving({ kind: 'saving' })
      const asked = await request()
      await queries.invalidateQueries({ queryKey: [REGISTER_KEY] })
      setSaving(outcomeOf(asked))
      return asked.kind === 'answered'
    },
  }
}
