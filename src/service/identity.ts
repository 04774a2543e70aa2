import type { FastifyRequest } from 'fastify'
import type { Said } from '../release/said.ts'

/** What somebody may do: `staff` ask for checks, an `administrator` also keeps the register. */
export type Role = 'staff' | 'administrator'

/** Somebody we know. */
export type Person = {
  readonly kind: 'person'
  readonly address: string
  readonly name: string
  readonly role: Role
}

/** Somebody we do not know, and what would help. */
export type Unidentified = { readonly kind: 'unidentified'; readonly because: Said }

/**
 * Who is asking. The one place where that is found out: from what the identity
 * provider vouches for, never from the body of a request.
 */
export type Identify = (request: FastifyRequest) => Promise<Person | Unidentified>

/** A service that was given no identity provider knows nobody. */
export const knowNobody: Identify = async () => ({
  kind: 'unidentified',
  because: {
    en: 'This service has no identity provider yet, so it cannot know who asks: an administrator has to set one up.',
    cy: 'Nid oes gan y gwasanaeth hwn ddarparwr hunaniaeth eto, felly ni all wybod pwy sy’n gofyn: rhaid i weinyddwr sefydlu un.',
  },
})

/** In which header a try-out is told who asks. */
export const TRY_OUT_HEADER = 'x-try-out-person'

/** The same in the address, for what can send no headers: a browser’s EventSource. */
const TRY_OUT_PARAMETER = 'try-out-person'

const chosenIn = (request: FastifyRequest): unknown =>
  request.headers[TRY_OUT_HEADER] ??
  new URL(request.url, 'http://localhost').searchParams.get(TRY_OUT_PARAMETER)

/** In a try-out one chooses who one is, from a list. */
export function knowThese(people: readonly Person[]): Identify {
  return async (request) => {
    const address = chosenIn(request)
    const known = people.find((person) => person.address === String(address).trim().toLowerCase())
    if (known) return known
    const choice = people.map((person) => person.address).join(', ')
    return {
      kind: 'unidentified',
      because: {
        en: `Say who you are in the header ${TRY_OUT_HEADER}. In this try-out that is one of: ${choice}.`,
        cy: `Dywedwch pwy ydych yn y pennyn ${TRY_OUT_HEADER}. Yn y prawf hwn, un o’r rhain yw hynny: ${choice}.`,
      },
    }
  }
}
