/**
 * Remembers that this page may act as Outlook here.
 *
 * The library trusts Microsoft’s own host names over https. Of any other it asks
 * the person once, by a `confirm` (“localhost is acting as Microsoft Office …”),
 * and keeps the answer in the storage of the origin it was loaded from. In a
 * try-out that origin is this page’s own, and whoever opens it has been told on
 * the page itself what it is; so the answer is written down beforehand. Were
 * the library to keep it elsewhere one day, it would ask, and work all the same.
 *
 * Where the browser keeps no storage for this page, the library asks, too.
 */
export function rememberTrust({ location }: Window): void {
  const scheme = location.protocol === 'http:' ? 'http' : 'https'
  const trusted = JSON.stringify({ Result: 1 })
  try {
    window.localStorage.setItem(`OfficeJSTrustKeyV2_${scheme}_${location.hostname}`, trusted)
  } catch (fault) {
    console.info('This browser keeps nothing for this page, so Microsoft’s library will ask.', fault)
  }
}
