import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import vm from 'node:vm'
import { STRIP_TO_ES2016 } from './es2016.ts'

/*
 * Classic Outlook on Windows as far as it can be had here: Microsoft’s real
 * office.js and outlook-win32-16.02.js in a realm of their own. A page is shown
 * to them only while they load; then it is taken away, with every built-in after
 * ES2016, and the add-in’s bundle is run in what is left.
 */

const ROOT = resolve(import.meta.dirname, '../..')
const LIBRARY = resolve(ROOT, 'node_modules/@microsoft/office-js/dist')
const SHIM = resolve(ROOT, 'src/stand-in/msajax-shim.js')

/** What Outlook says to one call, by the number the library gives it. */
export type Said =
  | { readonly kind: 'tells'; readonly data: unknown }
  | { readonly kind: 'refuses'; readonly code: number }
  | { readonly kind: 'says-nothing' }
  | { readonly kind: 'tells-late'; readonly data: unknown; readonly byMs: number }

/** How this Outlook behaves, and what its runtime has. */
export type Classic = {
  say(call: number, parameters: readonly unknown[]): Said
  readonly mailbox: string
  readonly language: string
  /** What differs in what Outlook tells first: `itemType` 5 is an appointment, `permissionLevel` 1 is ReadItem. */
  readonly initial?: Readonly<Record<string, unknown>>
  /** Put into the realm by name: `fetch`, `setTimeout`. */
  readonly globals: Readonly<Record<string, unknown>>
}

/** A classic Outlook that runs. */
export type RunningClassic = {
  /** The numbers of the calls so far. */
  readonly calls: readonly number[]
  /** What was completed, with all options, in order. */
  readonly completed: readonly Completed[]
  /** Starts a handler as an event does. */
  fire(handler: string): void
  evaluate(code: string): unknown
}

export type Completed = { readonly status: unknown; readonly options: Readonly<Record<string, unknown>> }

/** Calls the library numbers. Source: outlook-host-protocol, §6. */
export const CALL = {
  initialData: 1,
  recipients: 15,
  addNotification: 33,
  replaceNotification: 35,
  removeNotification: 36,
  body: 37,
  completed: 94,
  from: 107,
  attachments: 149,
  attachmentContent: 150,
  delivery: 166,
} as const

/** The event by which Outlook starts a handler. */
const COMMAND_INVOKED = 39

/** A COM SafeArray is to the library whatever has `toArray`. */
const safeArray = (...values: readonly unknown[]) => ({ toArray: () => values })

const INITIAL_DATA = {
  permissionLevel: 3,
  itemType: 4,
  hostVersion: '16.0.17000.20000',
  userDisplayName: 'Ada',
  userEmailAddress: 'ada@statistics.example',
  userTimeZone: 'GMT Standard Time',
  userProfileType: 'office365',
}

function context(classic: Classic) {
  const tells =
    <T>(value: T) =>
    () =>
      value
  return {
    GetAppType: tells(8),
    GetSolutionRef: tells('6f0d3c1e-5b0a-4c59-9f1d-2c8f1a7e4b90'),
    GetAppVersionMajor: tells(16),
    GetAppVersionMinor: tells(2),
    GetAppUILocale: tells(classic.language),
    GetAppDataLocale: tells(classic.language),
    GetDocUrl: tells('x'),
    GetAppCapabilities: tells(0),
    GetActivationMode: tells(1),
    GetControlIntegrationLevel: tells(1),
    GetSolutionToken: tells(''),
    GetCorrelationId: tells('c'),
    GetInstanceId: tells('i'),
    GetSupportedMatrix: tells(JSON.stringify({ Mailbox: classic.mailbox })),
    GetHostFullVersion: tells('16.0.17000.20000'),
    GetSettings: tells({ Read: () => undefined, Write: () => undefined }),
  }
}

type Callback = (answer: unknown, code: number) => void

function external(classic: Classic, seen: { calls: number[]; completed: Completed[] }, ready: () => void) {
  const events: Record<number, (event: number, data: unknown) => void> = {}
  const reply = (call: number, parameters: readonly unknown[], callback: Callback): void => {
    const said = call === CALL.initialData ? { kind: 'raw' as const } : classic.say(call, parameters)
    switch (said.kind) {
      case 'raw':
        return callback(safeArray(JSON.stringify({ ...INITIAL_DATA, ...classic.initial }), 0), 0)
      case 'tells':
        return callback(safeArray(JSON.stringify({ data: said.data }), 0), 0)
      case 'refuses':
        return callback(safeArray(String(said.code), said.code), 0)
      case 'tells-late':
        setTimeout(() => callback(safeArray(JSON.stringify({ data: said.data }), 0), 0), said.byMs)
        return
      case 'says-nothing':
        return
    }
  }
  return {
    events,
    object: {
      GetHostInfo: () => `outlook|win32|16.02|${classic.language}|corr||disableLogging`,
      GetContext: () => context(classic),
      Execute(call: number, parameters: readonly unknown[], callback: Callback) {
        seen.calls.push(call)
        if (call === CALL.completed) {
          seen.completed.push(completedIn(parameters))
          setTimeout(() => callback(safeArray(0), 0), 1)
          return
        }
        setTimeout(() => reply(call, parameters, callback), 1)
      },
      RegisterEvent(
        event: number,
        _target: unknown,
        handler: (event: number, data: unknown) => void,
        done: (code: number) => void,
      ) {
        setTimeout(() => {
          done(0)
          events[event] = handler
          if (event === COMMAND_INVOKED) ready()
        }, 1)
      },
      UnregisterEvent: () => undefined,
    },
  }
}

/** Completion carries the command’s id, a status, and the event with the options in it as JSON. */
function completedIn(parameters: readonly unknown[]): Completed {
  const [, status, json] = parameters
  const event: unknown = JSON.parse(String(json))
  const options =
    typeof event === 'object' && event !== null && 'completedContext' in event ? event.completedContext : {}
  return { status, options: Object.assign({}, options) }
}

type Script = { src: string; getAttribute(): null; onload?: () => void }

/** The part of a page that the library looks for while it loads. */
function page(run: (file: string) => void): Readonly<Record<string, unknown>> {
  const first: Script = { src: 'https://local/office.js', getAttribute: () => null }
  const scripts = Object.assign([first], { item: (index: number) => scripts[index] })
  const load = (script: Script): void => {
    scripts.push(script)
    setTimeout(() => {
      run(resolve(LIBRARY, script.src.replace('https://local/', '').toLowerCase()))
      script.onload?.()
    }, 0)
  }
  return {
    location: {
      hash: '',
      search: '',
      href: 'https://local/x.html',
      origin: 'https://local',
      protocol: 'https:',
    },
    navigator: { userAgent: 'vm' },
    history: {},
    name: '',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    open: () => undefined,
    document: {
      getElementsByTagName: (tag: string) => (tag === 'script' ? scripts : [{ appendChild: load }]),
      createElement: () => ({ setAttribute: () => undefined }),
      addEventListener: () => undefined,
      hasFocus: () => false,
      querySelectorAll: () => [],
    },
  }
}

/** Loads the real library, takes the page and later built-ins away, and runs a bundle. */
export async function runInClassicOutlook(bundle: string, classic: Classic): Promise<RunningClassic> {
  const seen = { calls: [] as number[], completed: [] as Completed[] }
  let ready = (): void => undefined
  const registered = new Promise<void>((settle) => {
    ready = settle
  })
  const { events, object } = external(classic, seen, ready)
  const timers = { setTimeout, clearTimeout, setInterval, clearInterval }
  const realm: Record<string, unknown> = vm.createContext({ console, ...timers, external: object })
  const evaluate = (code: string, filename = 'test'): unknown => vm.runInContext(code, realm, { filename })
  const run = (file: string): void => {
    evaluate(readFileSync(file, 'utf8'), file)
  }
  evaluate('var window = globalThis, self = globalThis')
  const shown = page(run)
  // The library itself needs a `performance` at each call; the bundle must not.
  Object.assign(realm, shown, { performance: { now: () => Date.now() % 1e6 } })
  run(SHIM)
  run(resolve(LIBRARY, 'office.js'))
  await evaluate('Office.onReady()')
  await registered
  for (const name of Object.keys(shown).concat(Object.keys(timers))) delete realm[name]
  Object.assign(realm, classic.globals)
  evaluate(STRIP_TO_ES2016)
  evaluate(bundle, 'launch.js')
  return {
    calls: seen.calls,
    completed: seen.completed,
    evaluate,
    fire(handler) {
      const invoked = events[COMMAND_INVOKED]
      if (!invoked) throw new Error('the library has not registered for commands')
      invoked(COMMAND_INVOKED, safeArray('command-1', handler, JSON.stringify({ type: handler })))
    },
  }
}
