/**
 * The way of fingerprinting: features of another way match nothing. It goes with
 * every list of features, and is written in the register, so that neither an Outlook
 * nor a register of another way is ever taken for one without news.
 *
 * Changes with what is made of a file; test/fingerprint/form.test.ts says into what.
 */
export const FINGERPRINT_FORM = '15b9c23f3f0f4e65'
