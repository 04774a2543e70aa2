/** Kinds of file that become another in the copy: macros are not copied. */
const BECOMES: Readonly<Record<string, string>> = {
  xlsm: 'xlsx',
  xltm: 'xlsx',
  xltx: 'xlsx',
  docm: 'docx',
  dotx: 'docx',
}

/** `PSE_tables.xlsx` is `PSE_tables TEST.xlsx`: at the end, so that sorted by name the two stand together. */
export function testCopyName(name: string): string {
  const dot = name.lastIndexOf('.')
  if (dot <= 0) return `${name} TEST`
  const extension = name.slice(dot + 1)
  return `${name.slice(0, dot)} TEST.${BECOMES[extension.toLowerCase()] ?? extension}`
}
