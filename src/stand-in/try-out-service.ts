import { type Fields, isFields, jsonIn, listAt, numberAt, textAt } from './fields.ts'

/** What the service had, or why it could not be had. */
export type Had<T> =
  | { readonly kind: 'had'; readonly value: T }
  | { readonly kind: 'missing'; readonly because: 'no-answer' | 'refused' | 'not-understood' }

/** Somebody one can be in the try-out. */
export type Person = {
  readonly address: string
  readonly name: string
  readonly role: 'staff' | 'administrator'
}

/** The try-out’s clock: milliseconds since 1970-01-01T00:00:00Z, and whether somebody set it, so that it stands. */
export type TryOutClock = { readonly at: number; readonly isSet: boolean }

/** A file that the service makes for trying out. */
export type Sample = { readonly name: string; readonly title: string }

const MISSING = (because: 'no-answer' | 'refused' | 'not-understood') =>
  ({ kind: 'missing', because }) as const

/** The service’s doors for the try-out. */
export const tryOutService = {
  clock: (): Promise<Had<TryOutClock>> => asked('/try-out/clock', clockIn),

  /** Sets the try-out’s clock; `null` is the real time. */
  setClock: (at: number | null): Promise<Had<number | null>> =>
    asked('/try-out/clock', (_text) => at, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ at }),
    }),

  people: (): Promise<Had<readonly Person[]>> => asked('/try-out/people', (text) => listed(text, personIn)),

  samples: (): Promise<Had<readonly Sample[]>> => asked('/try-out/samples', (text) => listed(text, sampleIn)),

  sample: async (name: string): Promise<Had<Blob>> => {
    const response = await fetch(`/try-out/samples/${encodeURIComponent(name)}`).catch(() => null)
    if (!response) return MISSING('no-answer')
    return response.ok ? { kind: 'had', value: await response.blob() } : MISSING('refused')
  },
}

async function asked<T>(
  path: string,
  read: (text: string) => T | undefined,
  request?: RequestInit,
): Promise<Had<T>> {
  const response = await fetch(path, request).catch(() => null)
  if (!response) return MISSING('no-answer')
  if (!response.ok) return MISSING('refused')
  const value = read(await response.text())
  return value === undefined ? MISSING('not-understood') : { kind: 'had', value }
}

function clockIn(text: string): TryOutClock | undefined {
  const fields = jsonIn(text)
  const at = isFields(fields) ? numberAt(fields, 'at') : undefined
  return isFields(fields) && at !== undefined ? { at, isSet: fields.isSet === true } : undefined
}

function listed<T>(text: string, read: (fields: Fields) => T): readonly T[] | undefined {
  const given = jsonIn(text)
  return Array.isArray(given) ? listAt({ given }, 'given').filter(isFields).map(read) : undefined
}

const personIn = (fields: Fields): Person => ({
  address: textAt(fields, 'address'),
  name: textAt(fields, 'name'),
  role: fields.role === 'administrator' ? 'administrator' : 'staff',
})

const sampleIn = (fields: Fields): Sample => ({
  name: textAt(fields, 'name'),
  title: textAt(fields, 'title'),
})
