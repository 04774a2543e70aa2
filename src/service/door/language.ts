import type { FastifyRequest } from 'fastify'
import type { Language } from '../../release/said.ts'

/** The languages of `Accept-Language` with their weights: `cy;q=0.8`. Source: RFC 9110 §12.5.4. */
const RANGE = /^\s*([a-z]{2,3}|\*)(?:-[\w-]*)?\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/i

const weightOf = (header: string, language: Language): number =>
  Math.max(
    0,
    ...header.split(',').flatMap((range) => {
      const [, name = '', weight = '1'] = RANGE.exec(range) ?? []
      return name.toLowerCase() === language ? [Number(weight)] : []
    }),
  )

/** The language that a request asks to be answered in. */
export function languageOf({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  const header = headers['accept-language'] ?? ''
  return weightOf(header, 'cy') > weightOf(header, 'en') ? 'cy' : 'en'
}
