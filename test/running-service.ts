import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepared } from './prepared.ts'

/** The program that `npm start` starts, on data of its own and a port that was free. */
export type RunningService = {
  /** `http://localhost:41234` */
  readonly origin: string
  readonly data: string
  readonly process: ChildProcess
  /** Stops it as Ctrl-C does and clears its data away. */
  stop(): Promise<void>
}

/**
 * Starts `dist/service.js`, which `npm run build` makes, and waits for the addresses it prints.
 * In a run of the tests it begins with the data that its first start leaves.
 */
export async function runService(
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningService> {
  const data = mkdtempSync(join(tmpdir(), 'embargo-guard-'))
  await startedBefore(data)
  const { stop, ...running } = await runOn(data, environment)
  const stopAndClear = async () => {
    await stop()
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
  return { ...running, stop: stopAndClear }
}

/** Fills a data directory with what the first start of a try-out leaves, where that is at hand. */
export async function startedBefore(data: string): Promise<void> {
  const left = await prepared('try-out', async (folder) => (await runOn(folder, {})).stop())
  if (left !== null) cpSync(left, data, { recursive: true })
}

async function runOn(data: string, environment: Readonly<Record<string, string>>): Promise<RunningService> {
  const program = spawn(process.execPath, ['dist/service.js'], {
    env: { ...process.env, PORT: '0', EMBARGO_GUARD_DATA: data, DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const origin = await printedOrigin(program)
  const stop = async () => {
    const ended = program.exitCode === null && program.signalCode === null ? once(program, 'exit') : null
    program.kill('SIGINT')
    await ended
  }
  return { origin, data, process: program, stop }
}

function printedOrigin(program: ChildProcess): Promise<string> {
  return new Promise((settle, refuse) => {
    let printed = ''
    const read = (piece: Buffer) => {
      printed += piece.toString('utf8')
      const found = /http:\/\/localhost:\d+(?=\/)/.exec(printed)
      if (found !== null) settle(found[0])
    }
    program.stdout?.on('data', read)
    program.stderr?.on('data', read)
    program.on('exit', (code) => refuse(new Error(`the service ended with ${code}: ${printed}`)))
  })
}
