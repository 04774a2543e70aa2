/** What the database's programs may see of our environment: no secret, and no PG… that would change their ways. */
const PASSED_ON = ['PATH', 'TZ', 'TEMP', 'TMP', 'TMPDIR', 'SystemRoot'] as const

/** The environment of the database's programs. */
export function environment(): Record<string, string> {
  const passed: Record<string, string> = { LC_ALL: 'C' }
  for (const name of PASSED_ON) {
    const value = process.env[name]
    if (value !== undefined) passed[name] = value
  }
  return passed
}
