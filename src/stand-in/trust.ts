/**
 * Remembers that this page may act as Outlook here.
 *
 * The library trusts Microsoft’s own host names over https. Of any other it asks
 * the person once, by a `confirm` (“localhost is acting as Microsoft Office …”),
 * and keeps the answer in the storage of the origin it was loaded from. In a
 * try-out that origin is this page’s own, and whoever opens it has been told on
 * the page itself what it is; so the answer is written down beforehand. Were
 * the library to keep it elsewhere one day, it would ask, and work all the same.
 */
export function rememberTrust(storage: Storage, place: Location): void {
  const trusted = JSON.stringify({ Result: 1 })
  storage.setItem(
    `OfficeJSTrustKeyV2_${place.protocol === 'http:' ? 'http_' : 'https_'}${place.hostname}`,
    trusted,
  )
}
