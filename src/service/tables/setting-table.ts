/** What the instances of a service must agree on. */
export type SettingTable = {
  key: SettingKey
  value: unknown
}

/**
 * `register-version`: a number that grows with every change of the register.
 * `secret-mark`: by which a secret is known to be the one the register was made with.
 * `fingerprint-form`: the way of fingerprinting that its files were registered with.
 * `organisation`: the settings that administrators make, with their revision.
 */
export type SettingKey = 'register-version' | 'secret-mark' | 'fingerprint-form' | 'organisation'
