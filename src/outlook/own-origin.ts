import { SERVED_FROM } from './build.ts'

/**
 * The origin that the add-in came from, and where its service answers.
 *
 * Where there is a page it is the page’s. Classic Outlook’s runtime has no page,
 * wants absolute addresses, and does not say where its file came from: there it
 * is the origin that the service wrote into the bundle.
 */
export function ownOrigin(): string {
  return typeof location === 'object' && /^https?:/.test(location.origin) ? location.origin : SERVED_FROM
}

/**
 * Whether the add-in runs against a try-out on the same machine, where the
 * person is chosen from a list. A real service takes no one’s word for that.
 */
export function isTryOut(origin: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)
}
