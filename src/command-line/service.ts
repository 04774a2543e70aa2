import { resolve } from 'node:path'
import { startFailureSentence } from '../service/start-failure.ts'
import { startService } from '../service/start-service.ts'
import { couldNot, type Failure, wrongUsage } from './exit-code.ts'
import { type Options, oneOf } from './options.ts'

/** Where the service is unless --service says so. */
export const LOCAL_SERVICE = 'http://localhost:3000'

/** How long one request may take. Unit: milliseconds. A workbook of 25 MB is on its way for seconds, not minutes. */
const REQUEST_MS = 120_000

/** What the service answered: JSON, or why there is none. */
export type Answered<T> = { readonly kind: 'answered'; readonly value: T } | Failure

/** A service that can be asked, over the network or started for the purpose. */
export type Service = {
  readonly kind: 'service'
  /** Whether it is a try-out or started here, so that it takes an instant to judge at. */
  readonly takesAt: boolean
  ask<T>(method: 'GET' | 'POST', path: string, body: unknown): Promise<Answered<T>>
  stop(): Promise<void>
}

/** One request and its raw reply, however it gets there. */
type Send = (
  method: 'GET' | 'POST',
  path: string,
  headers: Record<string, string>,
  body: string | null,
) => Promise<Reply>
type Reply = { readonly status: number; readonly text: string }

/** The service that the options name: --data DIR starts one on DIR, --service URL asks one that runs. */
export async function serviceFrom(options: Options): Promise<Service | Failure> {
  const data = oneOf(options, 'data')
  const url = oneOf(options, 'service')
  if (data !== null && url !== null)
    return wrongUsage('--data and --service exclude each other: name one register.')
  return data === null ? running(url ?? LOCAL_SERVICE) : started(resolve(data))
}

async function started(data: string): Promise<Service | Failure> {
  const service = await startService({ mode: 'try-out', data })
  if (service.kind !== 'started') return couldNot(startFailureSentence(service))
  const send: Send = async (method, path, headers, body) => {
    const payload = body === null ? {} : { payload: body }
    const reply = await service.app.inject({ method, url: path, headers, ...payload })
    return { status: reply.statusCode, text: reply.body }
  }
  stopWhenInterrupted(() => service.stop())
  return connected(send, () => service.stop())
}

/** Ctrl-C in the middle of a batch ends the database in order, then the program. 130 is what a shell expects. */
function stopWhenInterrupted(stop: () => Promise<void>): void {
  const end = () => {
    stop().finally(() => process.exit(130))
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

async function running(url: string): Promise<Service | Failure> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return wrongUsage(`“${url}” is no address of a service. Write it as ${LOCAL_SERVICE}.`)
  const send: Send = async (method, path, headers, body) => {
    const signal = AbortSignal.timeout(REQUEST_MS)
    const reply = await fetch(new URL(path, url), { method, headers, body, signal })
    return { status: reply.status, text: await reply.text() }
  }
  try {
    return await connected(send, async () => undefined)
  } catch {
    return couldNot(
      `No service answers at ${url}. Start it with “npm start”, name another with --service URL, or work on a register in a folder with --data DIR.`,
    )
  }
}

/** A try-out tells who one can be: the command line is its first administrator. */
async function connected(send: Send, stop: () => Promise<void>): Promise<Service> {
  const people = await send('GET', '/try-out/people', {}, null)
  const person = people.status === 200 ? administratorIn(people.text) : null
  const who: Record<string, string> = person === null ? {} : { 'x-try-out-person': person }
  return {
    kind: 'service',
    takesAt: person !== null,
    stop,
    ask: async <T>(method: 'GET' | 'POST', path: string, body: unknown): Promise<Answered<T>> => {
      const headers = Object.assign({ 'content-type': 'application/json' }, who)
      try {
        return understood<T>(await send(method, path, headers, JSON.stringify(body)))
      } catch (fault) {
        return couldNot(
          `The service did not answer (${fault instanceof Error ? fault.message : String(fault)}).`,
        )
      }
    },
  }
}

function administratorIn(text: string): string | null {
  const people: readonly { readonly address: string; readonly role: string }[] = JSON.parse(text)
  return people.find((person) => person.role === 'administrator')?.address ?? null
}

/** The problem of a service that fingerprints in another way: nothing was wrong with what was asked. */
const OTHER_VERSION = /:fingerprints-differ$/

function understood<T>({ status, text }: Reply): Answered<T> {
  const value = parsed(text)
  if (status < 400 && value !== null) return { kind: 'answered', value: value.json }
  const detail = value?.json?.detail ?? `The service answered ${status}.`
  if (OTHER_VERSION.test(value?.json?.type))
    return couldNot(
      'This program is of another version than the service, so nothing that it reads could be recognised: use the one that came with the service.',
    )
  return status === 400 || status === 404 || status === 409 || status === 422
    ? wrongUsage(detail)
    : couldNot(detail)
}

/** JSON of the service, whose shape its contract promises. */
function parsed(text: string) {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return null
  }
}
