import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import vm from 'node:vm'

const ROOT = resolve(import.meta.dirname, '../..')
const BUNDLE = resolve(ROOT, 'dist/addin/launch.js')

/** The event bundle as it ships; built here where nobody has built it yet. */
export function builtBundle(): { readonly path: string; readonly code: string } {
  if (!existsSync(BUNDLE))
    execFileSync(process.execPath, ['node_modules/webpack/bin/webpack.js', '--config-name', 'launch'], {
      cwd: ROOT,
      stdio: 'inherit',
    })
  return { path: BUNDLE, code: readFileSync(BUNDLE, 'utf8') }
}

/** The names under which a bundle makes handlers known to Outlook at its top level, in a realm with nothing else. */
export function associatedIn(code: string): readonly string[] {
  const names: string[] = []
  const Office = {
    onReady: () => Promise.resolve(),
    actions: { associate: (name: string) => names.push(name) },
  }
  vm.runInNewContext(code, { Office })
  return names
}
