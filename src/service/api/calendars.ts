import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { calendarJson } from '../../calendar/own-json.ts'
import { rowOf } from '../../calendar/row-of.ts'
import { calendarCsv } from '../../calendar/write-csv.ts'
import { calendarIcs, type WrittenRow } from '../../calendar/write-ics.ts'
import type { CalendarText } from '../../register/administration.ts'
import { askerOf, onlyFor } from '../asker.ts'
import { realClock } from '../clock.ts'
import { CALENDAR_TEXT, IMPORT_PREVIEW } from '../door/door-administration.ts'
import { languageOf } from '../door/language.ts'
import { NOT_ALLOWED, PROBLEMS, PROBLEMS_OF_BODY } from '../door/problem.ts'
import type { Imports } from '../register/importing.ts'
import { readDetailed } from '../register/release-reading.ts'
import type { Reading } from './get-release.ts'

/** The calendars that are written: where, as what, how. */
const EXPORTS = [
  { end: 'csv', type: 'text/csv', write: (rows: readonly WrittenRow[]) => calendarCsv(rows) },
  { end: 'ics', type: 'text/calendar', write: calendarIcs },
  { end: 'json', type: 'application/json', write: (rows: readonly WrittenRow[]) => calendarJson(rows) },
] as const

/** POST /api/imports and …/preview, GET /api/exports/releases.csv, .ics and .json: other calendars, in and out. */
export const calendars =
  ({ database, clock, identify }: Reading, imports: Imports): FastifyPluginAsyncZod =>
  async (app) => {
    const tags = ['calendars']
    const response = { 200: IMPORT_PREVIEW, ...PROBLEMS, ...PROBLEMS_OF_BODY, ...NOT_ALLOWED }
    const door = (act: Imports['take']) => (request: FastifyRequest<{ Body: CalendarText }>) => {
      const by = { who: askerOf(request).address, at: realClock.now(), serviceAt: clock.now() }
      return act(request.body, by, languageOf(request))
    }
    app.route({
      method: 'POST',
      url: '/api/imports/preview',
      schema: {
        operationId: 'previewImport',
        summary: 'What a calendar would change in the register',
        description:
          'An .ics, JSON of ONS or GOV.UK, our own JSON or a CSV, told by its content. Changes nothing.',
        tags,
        body: CALENDAR_TEXT,
        response,
      },
      onRequest: onlyFor('administrator', identify),
      handler: door(imports.preview),
    })
    app.route({
      method: 'POST',
      url: '/api/imports',
      schema: {
        operationId: 'importCalendar',
        summary: 'Takes over what a calendar says of releases',
        description:
          'Answers what was done. What is refused is refused alone; taking over the same again changes nothing.',
        tags,
        body: CALENDAR_TEXT,
        response,
      },
      onRequest: onlyFor('administrator', identify),
      handler: door(imports.take),
    })
    for (const { end, type, write } of EXPORTS)
      app.route({
        method: 'GET',
        url: `/api/exports/releases.${end}`,
        schema: {
          operationId: `exportReleasesAs${end.slice(0, 1).toUpperCase()}${end.slice(1)}`,
          summary: `The calendar of releases as .${end}`,
          description: 'Without figures and without who has access before publication.',
          tags,
          response: {
            200: {
              description: 'The calendar.',
              content: { [type]: { schema: end === 'json' ? z.unknown() : z.string() } },
            },
            ...PROBLEMS,
          },
        },
        onRequest: onlyFor('staff', identify),
        handler: async (_, reply) => {
          const rows = (await readDetailed(database)).map(({ release }) => rowOf(release))
          reply.header('content-disposition', `attachment; filename="releases.${end}"`)
          reply.type(`${type}; charset=utf-8`)
          return write(rows, clock.now())
        },
      })
  }
