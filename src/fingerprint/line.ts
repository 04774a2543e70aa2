/** A line of figures: the digits of each and the row it stands in. */
export type Form = { digits: Int32Array; rows: Int32Array; length: number }

/** A line as stored and as displayed; the second is kept only where the two differ. */
export type Twofold = { readonly stored: Form; readonly shown: Form; differs: boolean }

const FIRST_FIGURES = 32

const NONE = new Int32Array(0)

export const startTwofold = (): Twofold => ({
  stored: { digits: NONE, rows: NONE, length: 0 },
  shown: { digits: NONE, rows: NONE, length: 0 },
  differs: false,
})

/** Begins the line anew in the same memory. */
export function clear(line: Twofold): void {
  line.stored.length = 0
  line.shown.length = 0
  line.differs = false
}

/** Adds a figure in both forms; 0 is none in that form. */
export function addBoth(line: Twofold, row: number, stored: number, shown: number): void {
  if (stored !== shown && !line.differs) {
    line.differs = true
    for (let at = 0; at < line.stored.length; at++)
      add(line.shown, line.stored.rows[at] ?? 0, line.stored.digits[at] ?? 0)
  }
  if (stored !== 0) add(line.stored, row, stored)
  if (shown !== 0 && line.differs) add(line.shown, row, shown)
}

function add(form: Form, row: number, digits: number): void {
  if (form.length === form.digits.length) {
    form.digits = larger(form.digits)
    form.rows = larger(form.rows)
  }
  form.digits[form.length] = digits
  form.rows[form.length] = row
  form.length++
}

function larger(old: Int32Array): Int32Array {
  const grown = new Int32Array(Math.max(FIRST_FIGURES, old.length * 2))
  grown.set(old)
  return grown
}
