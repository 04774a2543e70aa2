/**
 * A stretch of a paragraph or cell: text, markup between texts, or both (a tab
 * or a line break is markup that reads as white space).
 */
export type Piece = { readonly markup: string; readonly text: string }

/** A stretch of a text, from here up to there, and what stands in its place afterwards. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string }

export const textOfPieces = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join('')

/** A text after its edits, which come in order and do not overlap. */
export function editedText(text: string, edits: readonly Edit[]): string {
  let written = ''
  let from = 0
  for (const edit of edits) {
    written += text.slice(from, edit.from) + edit.text
    from = edit.to
  }
  return written + text.slice(from)
}

/**
 * The pieces after the edits of their joint text. What replaces a stretch stands
 * in the piece where the stretch begins, so that it looks like that; markup that
 * reads as text goes with the text it reads as.
 */
export function editedPieces(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  if (edits.length === 0) return pieces
  let from = 0
  return pieces.map((piece) => {
    const { markup, text } = piece
    if (text === '') return piece
    const to = from + text.length
    const here = edits
      .filter((edit) => edit.from < to && edit.to > from)
      .map((edit) => ({
        from: Math.max(edit.from - from, 0),
        to: Math.min(edit.to, to) - from,
        text: edit.from >= from ? edit.text : '',
      }))
    from = to
    if (here.length === 0) return piece
    if (markup !== '') return { markup: '', text: here.map((edit) => edit.text).join('') }
    return { markup, text: editedText(text, here) }
  })
}

/** The one edit that gives a whole text another, or none where it stays. */
export const wholeEdit = (text: string, replacement: string): readonly Edit[] =>
  text === replacement ? [] : [{ from: 0, to: text.length, text: replacement }]
