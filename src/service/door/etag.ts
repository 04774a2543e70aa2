import type { FastifyRequest } from 'fastify'

/** The ETag of a revision. Source: RFC 9110 §8.8.3. */
export const etagOf = (revision: number): string => `"${revision}"`

/** What If-Match names: a revision, nothing at all, or something that is no revision of ours (−1 is none). */
export type Named = { readonly kind: 'named'; readonly revision: number } | { readonly kind: 'not-named' }

/** As what the one who asks knows the thing they want to change. */
export function namedRevision(request: FastifyRequest): Named {
  const header = request.headers['if-match']?.trim()
  if (!header) return { kind: 'not-named' }
  const found = /^(?:W\/)?"(\d{1,15})"$/.exec(header)
  return { kind: 'named', revision: found ? Number(found[1]) : -1 }
}
