/**
 * Text in at most so many characters, cut between words where it is too long.
 *
 * @param characters UTF-16 units, as Outlook counts them
 */
export function fitted(text: string, characters: number): string {
  if (text.length <= characters) return text
  const cut = text.slice(0, characters - 1)
  const space = cut.lastIndexOf(' ')
  const words = space > characters / 2 ? cut.slice(0, space) : cut
  return `${words.replace(/[\ud800-\udbff]$/, '').replace(/[\s,;:(–-]+$/, '')}…`
}
