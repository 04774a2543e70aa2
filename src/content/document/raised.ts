const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * Text that is set above the line: a footnote's mark and not a digit of the number
 * before it. Digits become the characters that stand for raised ones.
 */
export const raised = (text: string): string => text.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit)
