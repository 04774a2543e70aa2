import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { NewFile, RegisteredFile } from '../../register/contract.ts'
import { REGISTER_KEY } from '../list/use-register.ts'
import type { Asked } from '../saving/ask.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { fingerprintFile } from './fingerprint-file.ts'
import { type FoundFile, isReady, MAX_FILES, type OfferedFile } from './found-file.ts'

/** How far reading or registering is. */
export type Progress = {
  readonly kind: 'reading' | 'sending'
  readonly name: string
  readonly done: number
  readonly all: number
}

/** Files that were read here and wait to be registered. */
export type FoundFiles = {
  readonly found: readonly FoundFile[]
  readonly progress: Progress | null
  /** Whether more files were offered than are taken at once. */
  readonly hasTooMany: boolean
  take(offered: readonly OfferedFile[]): Promise<void>
  stop(): void
  leaveOut(key: string): void
  agree(key: string, isAgreed: boolean): void
  /** Registers what is ready, file by file; what the service refuses stays, with its reason. */
  save(send: (found: FoundFile) => Promise<Asked<RegisteredFile>>): Promise<boolean>
}

let counter = 0

/** Reads files slice by slice and keeps what was found until it is registered. */
export function useFoundFiles(): FoundFiles {
  const queries = useQueryClient()
  const { common } = useWording()
  const [found, setFound] = useState<readonly FoundFile[]>([])
  const [progress, setProgress] = useState<Progress | null>(null)
  const [hasTooMany, setTooMany] = useState(false)
  const stopper = useRef(new AbortController())
  const change = (key: string, changed: Partial<FoundFile>) =>
    setFound((files) => files.map((file) => (file.key === key ? { ...file, ...changed } : file)))
  const take = async (offered: readonly OfferedFile[]): Promise<void> => {
    const { signal } = stopper.current
    const files = offered.slice(0, MAX_FILES)
    setTooMany(offered.length > MAX_FILES)
    for (const [done, { name, bytes }] of files.entries()) {
      setProgress({ kind: 'reading', name, done, all: files.length })
      const parts = await fingerprintFile(name, await bytes(), signal)
      if (parts === null || signal.aborted) break
      counter += 1
      const key = String(counter)
      setFound((before) => [...before, { key, name, parts, isAgreed: false, fault: '' }])
    }
    setProgress(null)
  }
  return {
    found,
    progress,
    hasTooMany,
    take,
    stop: () => {
      stopper.current.abort()
      stopper.current = new AbortController()
    },
    leaveOut: (key) => setFound((files) => files.filter((file) => file.key !== key)),
    agree: (key, isAgreed) => change(key, { isAgreed }),
    save: async (send) => {
      const ready = found.filter(isReady)
      let saved = 0
      for (const [done, file] of ready.entries()) {
        setProgress({ kind: 'sending', name: file.name, done, all: ready.length })
        const asked = await send(file)
        if (asked.kind === 'answered') {
          saved += 1
          setFound((files) => files.filter(({ key }) => key !== file.key))
        } else change(file.key, { fault: asked.kind === 'refused' ? asked.because : common.unreachable })
      }
      setProgress(null)
      await queries.invalidateQueries({ queryKey: [REGISTER_KEY] })
      return saved > 0 && saved === found.length
    },
  }
}

/** How a found file is sent to be registered. */
export function useSendFile(
  release: string,
): (found: FoundFile, standing: NewFile['standing']) => Promise<Asked<RegisteredFile>> {
  const { ask } = useDesk()
  return ({ name, parts }, standing) => {
    const body: NewFile = { name, standing, parts }
    return ask('POST', `/api/releases/${release}/files`, { body })
  }
}
