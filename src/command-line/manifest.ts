import { join } from 'node:path'
import { keptManifest } from '../service/deployment/kept-manifest.ts'
import { manifestFor } from '../service/deployment/manifest-for.ts'
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
  const path = join(import.meta.dirname, '..', 'manifest.xml')
  const kept = keptManifest(path)
  if (kept === null)
    return couldNot(`${path} cannot be read. Run the program from its own folder, where manifest.xml lies.`)
  const made = manifestFor(kept, origin, isGiven(options, 'soft-block') ? 'SoftBlock' : 'Block')
  if (made.kind === 'not-an-origin') return wrongUsage(made.because)
  process.stdout.write(made.xml)
  return EXIT.allow
}
