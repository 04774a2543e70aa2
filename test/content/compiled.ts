import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { transformSync } from '@swc/core'

/*
 * The pure folders as plain JavaScript, for programs of their own: what a file does
 * to memory and time can be told only of a process that reads nothing else.
 */

const SOURCE = resolve(import.meta.dirname, '../../src')
const FOLDERS = ['content', 'fingerprint']

/** Compiles the readers into a folder from which packages can be found; returns it. */
export function compileReaders(name: string): string {
  const target = resolve(import.meta.dirname, '../../node_modules/.cache/embargo-guard', name)
  rmSync(target, { recursive: true, force: true })
  for (const folder of FOLDERS)
    for (const file of readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.ts') && !file.endsWith('.d.ts'))
        compile(join(SOURCE, folder, file), join(target, folder, file))
  for (const file of ['inspect-in-child.ts', 'slowness.ts'])
    compile(join(import.meta.dirname, file), join(target, file))
  writeFileSync(join(target, 'package.json'), '{"type":"module"}')
  return target
}

function compile(from: string, to: string): void {
  const { code } = transformSync(readFileSync(from, 'utf8'), {
    filename: from,
    swcrc: false,
    jsc: { target: 'es2016', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  })
  mkdirSync(dirname(to), { recursive: true })
  const moved = code
    .replace(/(['"])\.\.\/\.\.\/src\//g, '$1./')
    .replace(/((?:from|import)\s*\(?['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2')
  writeFileSync(to.replace(/\.ts$/, '.js'), moved)
}

/** Every file below a folder. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort()
