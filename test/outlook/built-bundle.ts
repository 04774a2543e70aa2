import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import vm from 'node:vm'

const ROOT = resolve(import.meta.dirname, '../..')
const FOLDER = resolve(ROOT, 'dist/addin')

/** A file as it ships. */
export type BuiltFile = { readonly path: string; readonly code: string }

/**
 * A file of the add-in; built here where nobody has built it yet.
 *
 * @param target the part of webpack.config.js that makes it
 */
function builtFile(name: RegExp, target: 'launch' | 'pane'): BuiltFile {
  const find = () => (existsSync(FOLDER) ? readdirSync(FOLDER) : []).find((file) => name.test(file))
  if (find() === undefined)
    execFileSync(process.execPath, ['node_modules/webpack/bin/webpack.js', '--config-name', target], {
      cwd: ROOT,
      stdio: 'inherit',
    })
  const path = resolve(FOLDER, find() ?? '')
  return { path, code: readFileSync(path, 'utf8') }
}

/** The event bundle of classic Outlook. */
export const builtBundle = (): BuiltFile => builtFile(/^launch\.js$/, 'launch')

/** The event bundle of all others, which run it in a page. */
export const builtPageBundle = (): BuiltFile => builtFile(/^launch-page\.js$/, 'pane')

/** The task pane. */
export const builtPane = (): BuiltFile => builtFile(/^pane\.js$/, 'pane')

/** What pages load when the first PDF comes. */
export const builtPdfReader = (): BuiltFile => builtFile(/^pdf\.[0-9a-f]{20}\.js$/, 'pane')

/** The names under which a bundle makes handlers known to Outlook at its top level, in a realm with nothing else. */
export const associatedIn = (code: string): readonly string[] => loaded(code).associated

/** Loads a bundle into a realm with nothing else: what it made known, and how long that took in milliseconds. */
export function loaded(code: string): { readonly associated: readonly string[]; readonly ms: number } {
  const associated: string[] = []
  const Office = {
    onReady: () => Promise.resolve(),
    actions: { associate: (name: string) => associated.push(name) },
  }
  const realm = vm.createContext({ Office })
  const started = performance.now()
  vm.runInContext(code, realm)
  return { associated, ms: performance.now() - started }
}
