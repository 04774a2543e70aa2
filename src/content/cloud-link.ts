/** Where files are shared instead of attached. */
const CLOUD_HOSTS =
  /^https?:\/\/(?:[\w-]+\.)*(?:sharepoint\.com|1drv\.ms|onedrive\.live\.com|onedrive\.com|docs\.google\.com|drive\.google\.com|dropbox\.com|box\.com|wetransfer\.com|we\.tl|icloud\.com)(?:[/:?#]|$)/i

/** The link that Outlook's protection wraps, percent-encoded, in one of its own. Source: Microsoft, "Safe Links". */
const SAFE_LINK = /^https:\/\/[\w.-]+\.safelinks\.protection\.outlook\.com\/[^?]*\?(?:[^#]*&)?url=([^&#]+)/i

/** Whether a link leads to a file that is shared instead of attached. */
export function isCloudLink(url: string): boolean {
  const wrapped = SAFE_LINK.exec(url)?.[1]
  return CLOUD_HOSTS.test(wrapped === undefined ? url : withoutPercents(wrapped))
}

/** The characters that percent-encoding keeps apart in an address; others do not matter here. */
const withoutPercents = (text: string): string =>
  text.replace(/%([0-7][0-9a-f])/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The first cloud link in plain text, or `null`. */
export function cloudLinkIn(text: string): string | null {
  const urls = text.match(/https?:\/\/[^\s<>"']+/gi) ?? []
  return urls.find(isCloudLink) ?? null
}
