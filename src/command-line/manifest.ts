import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { manifestFor } from '../outlook/manifest-for.ts'
import { couldNot, EXIT, type Failure, wrongUsage } from './exit-code.ts'
import { isGiven, type OptionKind, type Options, oneOf } from './options.ts'

export const MANIFEST_OPTIONS: Readonly<Record<string, OptionKind>> = {
  origin: 'one',
  'soft-block': 'flag',
  help: 'flag',
}

/** `manifest`: the manifest for one office, on standard output. */
export async function manifest(options: Options): Promise<number | Failure> {
  const origin = oneOf(options, 'origin')
  if (origin === null)
    return wrongUsage(
      'A manifest needs --origin, where the add-in is served from: https://guard.office.example.',
    )
  const kept = keptManifest()
  if (typeof kept !== 'string') return kept
  const made = manifestFor(kept, origin, isGiven(options, 'soft-block') ? 'SoftBlock' : 'Block')
  if (made.kind === 'not-an-origin') return wrongUsage(made.because)
  process.stdout.write(made.xml)
  return EXIT.allow
}

function keptManifest(): string | Failure {
  const path = join(import.meta.dirname, '..', 'manifest.xml')
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return couldNot(`${path} cannot be read. Run the program from its own folder, where manifest.xml lies.`)
  }
}
