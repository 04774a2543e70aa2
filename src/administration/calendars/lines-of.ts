/** The lines of a text, or what commas part in it, without the empty ones. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
