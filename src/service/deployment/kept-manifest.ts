import { readFileSync } from 'node:fs'

/** The manifest as it is kept beside the program; `null` where it cannot be read. */
export function keptManifest(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
