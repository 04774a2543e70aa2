import type { Reading, Unreadable } from '../../src/content/content.ts'
import { type Budget, fullBudget } from '../../src/content/limits.ts'
import { read } from '../../src/content/read.ts'

/** Everything a file tells. */
export const readingsOf = (
  bytes: Uint8Array,
  path = 'file',
  budget: Budget = fullBudget(),
): readonly Reading[] => [...read(path, bytes, budget)]

/** The rows of a file as people see them, empty cells left out. */
export const rowsOf = (bytes: Uint8Array): readonly (readonly string[])[] =>
  readingsOf(bytes).flatMap((reading) =>
    reading.kind === 'row' ? [reading.cells.map((cell) => cell.shown)] : [],
  )

/** The same from text. */
export const rowsOfText = (text: string): readonly (readonly string[])[] => rowsOf(utf8(text))

/** Cells with their places and the numbers behind them: `2:36127 (36126.8)`. */
export const cellsOf = (bytes: Uint8Array): readonly (readonly string[])[] =>
  readingsOf(bytes).flatMap((reading) =>
    reading.kind === 'row'
      ? [
          reading.cells.map(
            ({ column, stored, shown }) => `${column}:${shown}${stored === null ? '' : ` (${stored})`}`,
          ),
        ]
      : [],
  )

/** Why anything could not be read, in order. */
export const faultsOf = (bytes: Uint8Array, budget?: Budget): readonly Unreadable[] =>
  readingsOf(bytes, 'file', budget).flatMap((reading) =>
    reading.kind === 'unreadable' ? [reading.because] : [],
  )

/** The files inside a file, itself included, by their paths. */
export const partsOf = (bytes: Uint8Array, path = 'file'): readonly string[] =>
  readingsOf(bytes, path).flatMap((reading) => (reading.kind === 'part' ? [reading.path] : []))

export const tableNamesOf = (bytes: Uint8Array): readonly string[] =>
  readingsOf(bytes).flatMap((reading) => (reading.kind === 'table' ? [reading.name] : []))

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Text whose characters are bytes. */
export const latin1 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0))
