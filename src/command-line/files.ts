import { readFileSync, statSync } from 'node:fs'
import { type Failure, wrongUsage } from './exit-code.ts'

/** A file's bytes. */
export type Bytes = { readonly kind: 'bytes'; readonly bytes: Uint8Array }

/** Why a path cannot be read as a file, or `null`. Asked of all before anything is done with one. */
export function faultWith(paths: readonly string[]): Failure | null {
  for (const path of paths) {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return wrongUsage(`There is no file ${path}. Look at how it is spelt.`)
    if (stats.isDirectory()) return wrongUsage(`${path} is a folder. Name the files in it.`)
    if (!stats.isFile()) return wrongUsage(`${path} is not a file.`)
  }
  return null
}

export function bytesOf(path: string): Bytes | Failure {
  try {
    return { kind: 'bytes', bytes: readFileSync(path) }
  } catch (fault) {
    return wrongUsage(`${path} cannot be read (${fault instanceof Error ? fault.message : String(fault)}).`)
  }
}
