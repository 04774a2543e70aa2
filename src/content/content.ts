/**
 * What a reader tells, one thing at a time, in the order of the file.
 *
 * Readers are generators: whoever listens may stop between two tellings, to let
 * Outlook breathe or because enough has been read. Where nothing has been told for
 * a while there is a `pause`; one with `until` has to be kept before they go on.
 */
export type Reading =
  | { readonly kind: 'part'; readonly path: string; readonly bytes: Uint8Array | null }
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'row'; readonly row: number; readonly cells: readonly Cell[] }
  | { readonly kind: 'unreadable'; readonly path: string; readonly because: Unreadable }
  | { readonly kind: 'cloud-link'; readonly path: string; readonly url: string }
  | { readonly kind: 'pause'; readonly until?: PromiseLike<unknown> }

/** What work in steps gives between two of them: what has to come first, or nothing. */
export type Pause = PromiseLike<unknown> | undefined

/**
 * One cell that holds something.
 *
 * `stored` is the number behind the display (36126799.854), `shown` the text a
 * reader sees (36,127); a file that keeps only one has both alike. A date or a
 * word has no stored number.
 */
export type Cell = {
  /** Counted from 0. */
  readonly column: number
  readonly stored: number | null
  readonly shown: string
  /** Set on a word of running text, whose neighbours go on in the next line. */
  readonly inText?: true
}

/** Why a file, or a part of one, could not be read. */
export type Unreadable =
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'picture'
  | 'archive-not-opened'
  | 'old-format'
  | 'unknown-format'
  | 'reader-not-loaded'
  | 'cloud-link'
  | 'refused-by-outlook'
  | 'no-answer-from-outlook'
  | 'empty-although-it-has-a-size'
