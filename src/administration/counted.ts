const written = (count: number): string => count.toLocaleString('en-GB')

/** `1 file`, `2,000 files`. */
export const countedInEnglish = (count: number, one: string, many: string): string =>
  `${written(count)} ${count === 1 ? one : many}`

/** `1 datganiad`, `2 ddatganiad`: Welsh keeps the noun in the singular after a number, and softens it after 2. */
export const countedInWelsh = (count: number, noun: string, afterTwo: string): string =>
  `${written(count)} ${count === 2 ? afterTwo : noun}`
