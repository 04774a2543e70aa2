/**
 * From here a match is certain enough to stop a message.
 *
 * Unit: bits of improbability: 10 is one message in a thousand that meets an edition
 * by chance, if figures were as random as their digits suggest; the real rate is
 * `FALSE_ALARM_BITS`. Source: test/recognition.test.ts, over made and real editions.
 */
export const CERTAIN_BITS = 10

/** From here a match is worth a warning. Unit: bits. */
export const POSSIBLE_BITS = 8

/**
 * How seldom a table of the very same kind that has nothing to do with an edition
 * is warned of or stopped: once in 2¹², 4,096. Unit: bits.
 *
 * Source: test/recognition.test.ts: none of 6,160. Of 10,000 tables of indices
 * around 100, counts to date, deaths by age and the like, each against eight real
 * editions, three were: one in 2¹⁴.
 */
export const FALSE_ALARM_BITS = 12

/** What a chain must carry beyond chance to be counted at all. Unit: bits. */
export const CHAIN_BITS = 5

/**
 * What a chain's new figures must carry more than, unit: bits. A figure that repeats the one
 * before it carries half a bit, and one that moves by its last digit three; as runs
 * weigh whole bits, that is measured as at most 2 and 1.5 to 4.5.
 */
export const NEW_BITS = 2

/**
 * What speaks for the edition before its new figures do, where a line of its
 * published ones ends with a new one: a column with one month more. Unit: bits.
 */
export const CONTINUED_BITS = 10

/** What speaks against it where published figures go on otherwise than in the edition: in one of its lines that is rare, one in four. Unit: bits. */
export const MISS_BITS = 2

/**
 * What it costs a chain of new figures that the line goes on otherwise at an end
 * of it: a row sent is sent whole, a chance meeting is somewhere in the middle.
 * Unit: bits for each of two ends.
 */
export const OPEN_END_BITS = 3

/**
 * What speaks against an edition in a list of which it has other rows: one that it
 * does not have. Where all is the edition's there is none, save what people add.
 * Unit: bits: one row in eight, an assumption that test/recognition.test.ts bears out.
 */
export const STRANGE_ROW_BITS = 3

/** The same for rounded figures, of which two editions share nearly all by accident. Unit: bits. */
export const NEW_COARSE_BITS = 24

/** What rounded figures must come to before they are worth a warning. Unit: bits; unrelated index numbers around 100 reach 35, rounded editions 450 and more (test/bench/recognition.ts). */
export const COARSE_BITS = 50

/**
 * The same of rows told with their labels: a label with its date is nobody else's, so
 * it takes less. Unit: bits; sixteen times as seldom as what exact figures are warned
 * of. Source: test/bench/recognition.ts, rounded lists reach 18 and more.
 */
export const LABELLED_COARSE_BITS = 12

/**
 * A part that bears the name of a registered file and is made of published
 * figures to this share is last time's edition: files keep their names. Share
 * of its features, 0 to 1. Source: editions of a table share 95 to 99.9 % of their cells.
 */
export const PUBLISHED_SHARE = 0.5
