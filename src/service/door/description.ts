import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import packageJson from '../../../package.json' with { type: 'json' }
import { TRY_OUT_HEADER } from '../identity.ts'
import { addExamples } from './examples.ts'

const REFERENCE = /"#\/components\/schemas\/(\w+)"/g

const namesIn = (value: unknown): readonly string[] =>
  [...JSON.stringify(value).matchAll(REFERENCE)].flatMap(([, name]) => name ?? [])

/** The schemas that something refers to, and those that these refer to. */
function referredTo(paths: unknown, schemas: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const wanted = new Set(namesIn(paths))
  for (const name of wanted) for (const further of namesIn(schemas[name] ?? null)) wanted.add(further)
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => wanted.has(name)))
}

/** What of a description is looked at here. */
type Description = { readonly paths?: unknown; readonly components?: { readonly schemas?: object } }

/** Every schema comes as what is sent and as what is answered; only what some route uses is told. */
function withoutUnused(description: Description): object {
  const { paths, components } = description
  return {
    ...description,
    components: { ...components, schemas: referredTo(paths, { ...components?.schemas }) },
  }
}

/** How a try-out is told who asks. A real service’s way comes with its identity provider. */
const TRY_OUT_SECURITY = {
  components: {
    securitySchemes: {
      person: {
        type: 'apiKey' as const,
        in: 'header' as const,
        name: TRY_OUT_HEADER,
        description: 'One of GET /try-out/people',
      },
    },
  },
  security: [{ person: [] }],
}

/** The description of the API for programs: OpenAPI 3.1 at `/api/openapi.json`. */
export async function describeApi(app: FastifyInstance, tryOut: boolean): Promise<void> {
  addExamples()
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Embargo Guard',
        version: packageJson.version,
        description:
          'Checks messages against a register of statistics under embargo. Files never come here, only features of them.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      tags: [
        { name: 'checks', description: 'May this message leave?' },
        { name: 'releases', description: 'The register.' },
        { name: 'people', description: 'Who is asking.' },
        { name: 'clearances', description: 'A second person’s leave for one message.' },
        { name: 'settings', description: 'What the organisation has decided.' },
        { name: 'journal', description: 'What was done, for ever.' },
        { name: 'calendars', description: 'Other calendars, in and out.' },
        { name: 'health', description: 'For those who run the service.' },
      ],
      ...(tryOut ? TRY_OUT_SECURITY : {}),
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => withoutUnused(app.swagger()))
}
