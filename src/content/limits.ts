/**
 * How much is read of one attachment before reading stops with `too-large`.
 * Counted on what really comes out, never on what a file declares of itself: a
 * directory lies at no cost (fflate 0.8.3 believes it).
 */
export type Budget = {
  /** Bytes that may still come out of compression. */
  expandedBytes: number
  /** Files that may still be taken out of archives. */
  entries: number
  /** Cells that may still be told. */
  cells: number
}

/**
 * 160 MiB: a 25 MB workbook (Outlook's limit for attachments) expands to about 150 MB,
 * and so do four million cells. Reading that much of anything takes at most 5 s here.
 */
export const MAX_EXPANDED_BYTES = 160 * 1024 * 1024
/**
 * Bytes of one file inside another that are held at once, for their hash and for
 * readers that go back and forth: 64 MiB. The largest of the published tables
 * measured has 20 MB; what stands in a package is read piece by piece and never held.
 */
export const MAX_HELD_BYTES = 64 * 1024 * 1024
/** Files in archives and packages, nested ones included; a large workbook has some hundreds. */
export const MAX_ENTRIES = 5_000
/** Cells of one attachment: Excel's larger published tables have 400,000; this is ten times that. */
export const MAX_CELLS = 4_000_000
/** Archive in archive in message in archive: nobody nests deeper by accident. */
export const MAX_DEPTH = 6
/** Characters of one line or cell that are looked at. A longer one is cut there. */
export const MAX_LINE_CHARACTERS = 65_536

export const fullBudget = (): Budget => ({
  expandedBytes: MAX_EXPANDED_BYTES,
  entries: MAX_ENTRIES,
  cells: MAX_CELLS,
})
