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
export function associatedIn(code: string): readonly string[] {
  const names: string[] = []
  const Office = {
    onReady: () => Promise.resolve(),
    actions: { associate: (name: string) => names.push(name) },
  }
  vm.runInNewContext(code, { Office })
  return names
}

/** Compiles and runs a bundle in a realm with nothing else, and prints how long that took. */
const LOADING = `
  const code = require('node:fs').readFileSync(process.argv[1], 'utf8')
  const Office = { onReady: () => Promise.resolve(), actions: { associate: () => undefined } }
  const realm = require('node:vm').createContext({ Office })
  const started = performance.now()
  require('node:vm').runInContext(code, realm)
  console.log(performance.now() - started)`

/** How long a bundle takes to load, in milliseconds: the quickest of some processes that never saw it before. */
export function loadingMs({ path }: BuiltFile): number {
  const times = Array.from({ length: 5 }, () =>
    Number(execFileSync(process.execPath, ['-e', LOADING, path], { encoding: 'utf8' })),
  )
  return Math.min(...times)
}
