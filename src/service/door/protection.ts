import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'

/** Microsoft’s library and what it loads. Source: outlook-platform facts, §4; learn.microsoft.com, “Content security policy”. */
const OFFICE_SCRIPTS = ['https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com'] as const

/** The pages that show the pane: Outlook on the web, new Outlook, Outlook.com and the hosts behind them. */
const OFFICE_FRAMES = [
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.officeapps.live.com',
  'https://*.cloud.microsoft',
] as const

/** Requests of one person in one minute. Each change of a draft may ask once; nobody changes drafts 20 times a second. */
const REQUESTS_A_MINUTE = 1_200

/**
 * Sets the headers that tell browsers what a page of ours may do.
 *
 * Fluent UI’s styles (Griffel) are put into the page at run time, hence
 * `unsafe-inline` for styles, and for styles alone. A try-out asks nobody
 * outside: there, not even Microsoft’s library comes from elsewhere.
 */
export async function setHeaders(app: FastifyInstance, tryOut: boolean): Promise<void> {
  const outside = tryOut ? [] : OFFICE_SCRIPTS
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...outside],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ...outside],
        frameSrc: ["'self'", ...(tryOut ? ['blob:'] : [])],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'", ...(tryOut ? [] : OFFICE_FRAMES)],
      },
    },
    // Older browsers know only this header, and it cannot name Outlook.
    frameguard: false,
    strictTransportSecurity: !tryOut,
    // Outlook’s own pages show our icons and load our event page.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginOpenerPolicy: false,
    crossOriginEmbedderPolicy: false,
  })
}

/** Slows down who asks without end. Counted by person once that is known, so that one building behind one address is many. */
export async function limitRate(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    max: REQUESTS_A_MINUTE,
    timeWindow: '1 minute',
    hook: 'preValidation',
    keyGenerator: (request) => request.asker?.address ?? request.ip,
  })
}
