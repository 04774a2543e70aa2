/** A thing as a person reads it: its fields by name, in order. */
export type Fields = ReadonlyMap<string, string>

/** One field that differs. */
export type Difference = { readonly field: string; readonly before: string; readonly after: string }

/** What differs between two readings of one thing. */
export function differencesBetween(before: Fields, after: Fields): readonly Difference[] {
  const names = Array.from(new Set([...before.keys(), ...after.keys()]))
  return names
    .map((field) => ({ field, before: before.get(field) ?? '', after: after.get(field) ?? '' }))
    .filter((field) => field.before !== field.after)
}
