/** What Outlook does when the check itself cannot run: `Block` holds the message, `SoftBlock` lets the sender decide. */
export type SendMode = 'Block' | 'SoftBlock'

/** A manifest to deploy, or why there is none. */
export type Manifest =
  | { readonly kind: 'manifest'; readonly xml: string }
  | { readonly kind: 'not-an-origin'; readonly because: string }

/** The origin that stands in manifest.xml and in the event bundle as they are kept: served, they name the office’s own. */
export const PLACEHOLDER_ORIGIN = 'https://embargo-guard.example'

/** `https://guard.office.example`, with a port at most: what may stand before every path. Source: RFC 6454 §6.1. */
const ORIGIN = /^https:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/

/** Whether an add-in can be served from there. */
export const isOrigin = (text: string): boolean => ORIGIN.test(text)

/** Why it cannot be served from there, without the full stop. */
export const notAnOrigin = (text: string): string =>
  `“${text}” is not where an add-in can be served from: give https and the host name, as in https://guard.office.example, without a path`

/**
 * The manifest for one office: with its own origin in place of the placeholder.
 *
 * @param kept manifest.xml as it is kept here
 * @param sendMode `SoftBlock` is for where Block is not allowed, as in the
 *   public store; an outage then means unchecked mail
 */
export function manifestFor(kept: string, origin: string, sendMode: SendMode): Manifest {
  if (!isOrigin(origin)) return { kind: 'not-an-origin', because: `${notAnOrigin(origin)}.` }
  const placed = kept.split(`${PLACEHOLDER_ORIGIN}/`).join(`${origin}/`)
  return { kind: 'manifest', xml: placed.split('SendMode="Block"').join(`SendMode="${sendMode}"`) }
}
