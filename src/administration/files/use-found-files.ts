import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FilePreview, ReplacedFile } from '../../register/administration.ts'
import type { NewFile, RegisteredFile } from '../../register/contract.ts'
import { REGISTER_KEY } from '../list/use-register.ts'
import type { Asked } from '../saving/ask.ts'
import { useDesk, useWording } from '../saving/desk.ts'
import { fingerprintFile, type ReadFile } from './fingerprint-file.ts'
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
  /** How many were registered at the last saving; `null` before. */
  readonly saved: number | null
  take(offered: readonly OfferedFile[]): Promise<void>
  stop(): void
  leaveOut(key: string): void
  agree(key: string, isAgreed: boolean): void
  /** Registers what is ready, file by file; what the service refuses stays, with its reason. */
  save(send: (found: FoundFile) => Promise<Asked<RegisteredFile>>): Promise<boolean>
}

let counter = 0

/** A file as it was found here; its key tells it from another of the same name. */
function foundFile(name: string, read: ReadFile): FoundFile {
  counter += 1
  return { ...read, key: String(counter), name, preview: 'asked', isAgreed: false, fault: '' }
}

/** A request about a file: its fields, and beside them its parts, which are packed. */
export const bodyOf = (
  fields: Omit<NewFile, 'parts'> | Omit<ReplacedFile, 'parts'>,
  { packed }: FoundFile,
): Blob => new Blob([JSON.stringify(fields).slice(0, -1), ',"parts":', packed, '}'])

/** Reads files slice by slice and keeps what was found until it is registered. */
export function useFoundFiles(release: string): FoundFiles {
  const queries = useQueryClient()
  const { common } = useWording()
  const { ask } = useDesk()
  const [found, setFound] = useState<readonly FoundFile[]>([])
  const [progress, setProgress] = useState<Progress | null>(null)
  const [hasTooMany, setTooMany] = useState(false)
  const [saved, setSaved] = useState<number | null>(null)
  const stopper = useRef(new AbortController())
  const change = (key: string, changed: Partial<FoundFile>) =>
    setFound((files) => files.map((file) => (file.key === key ? { ...file, ...changed } : file)))
  const lookUp = async (found: FoundFile): Promise<void> => {
    const packed = bodyOf({ name: found.name, standing: 'embargoed' }, found)
    const asked = await ask<FilePreview>('POST', `/api/releases/${release}/files/preview`, { packed })
    change(found.key, { preview: asked.kind === 'answered' ? asked.value : null })
  }
  const take = async (offered: readonly OfferedFile[]): Promise<void> => {
    const { signal } = stopper.current
    const files = offered.slice(0, MAX_FILES)
    setTooMany(offered.length > MAX_FILES)
    setSaved(null)
    for (const [done, { name, bytes }] of files.entries()) {
      setProgress({ kind: 'reading', name, done, all: files.length })
      const read = await fingerprintFile(name, await bytes(), signal)
      if (read === null || signal.aborted) break
      const file = foundFile(name, read)
      setFound((before) => [...before, file])
      void lookUp(file)
    }
    setProgress(null)
  }
  const save: FoundFiles['save'] = async (send) => {
    const ready = found.filter(isReady)
    let registered = 0
    for (const [done, file] of ready.entries()) {
      setProgress({ kind: 'sending', name: file.name, done, all: ready.length })
      const asked = await send(file)
      if (asked.kind === 'answered') {
        registered += 1
        setFound((files) => files.filter(({ key }) => key !== file.key))
      } else change(file.key, { fault: asked.kind === 'refused' ? asked.because : common.unreachable })
    }
    setProgress(null)
    setSaved(registered)
    await queries.invalidateQueries({ queryKey: [REGISTER_KEY] })
    return registered > 0 && registered === found.length
  }
  return {
    found,
    progress,
    hasTooMany,
    saved,
    take,
    save,
    stop: () => {
      stopper.current.abort()
      stopper.current = new AbortController()
    },
    leaveOut: (key) => setFound((files) => files.filter((file) => file.key !== key)),
    agree: (key, isAgreed) => change(key, { isAgreed }),
  }
}

/** How a found file is sent to be registered. */
export function useSendFile(
  release: string,
): (found: FoundFile, standing: NewFile['standing']) => Promise<Asked<RegisteredFile>> {
  const { ask } = useDesk()
  return (found, standing) =>
    ask('POST', `/api/releases/${release}/files`, { packed: bodyOf({ name: found.name, standing }, found) })
}
