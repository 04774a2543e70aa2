/**
 * The way of fingerprinting. Features made in another way match nothing, so it goes with
 * every list of features and is written in the register: an Outlook or a register of
 * another way is refused, and never taken for one without news.
 *
 * It changes with what is made of a few files of many kinds; test/fingerprint/form.test.ts
 * has them, and says what it must be.
 */
export const FINGERPRINT_FORM = '150ac2bb85820a0b'
