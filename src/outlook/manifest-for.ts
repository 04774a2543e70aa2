import { PLACEHOLDER_ORIGIN } from './build.ts'

/** What Outlook does when the check itself cannot run: `Block` holds the message, `SoftBlock` lets the sender decide. */
export type SendMode = 'Block' | 'SoftBlock'

/** A manifest to deploy, or why there is none. */
export type Manifest =
  | { readonly kind: 'manifest'; readonly xml: string }
  | { readonly kind: 'not-an-origin'; readonly because: string }

/** `https://guard.office.example`, with a port at most: what may stand before every path. Source: RFC 6454 §6.1. */
const ORIGIN = /^https:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/

/**
 * The manifest for one office: with its own origin in place of the placeholder.
 *
 * @param kept manifest.xml as it is kept here
 * @param sendMode `SoftBlock` is for where Block is not allowed, as in the
 *   public store; an outage then means unchecked mail
 */
export function manifestFor(kept: string, origin: string, sendMode: SendMode): Manifest {
  if (!ORIGIN.test(origin))
    return {
      kind: 'not-an-origin',
      because: `“${origin}” is not where an add-in can be served from. Give https and the host name, as in https://guard.office.example, without a path.`,
    }
  const placed = kept.split(`${PLACEHOLDER_ORIGIN}/`).join(`${origin}/`)
  return { kind: 'manifest', xml: placed.split('SendMode="Block"').join(`SendMode="${sendMode}"`) }
}
