import { type Failure, wrongUsage } from './exit-code.ts'

/** What an option takes: nothing, one value, or every word up to the next option. */
export type OptionKind = 'flag' | 'one' | 'many'

/** The options given: every value by name; a flag has none. */
export type Options = { readonly kind: 'options'; readonly given: ReadonlyMap<string, readonly string[]> }

/**
 * Reads the words behind a command. An option may be given again; its values
 * are added. Words that belong to no option are refused, not guessed at.
 */
export function optionsFrom(
  words: readonly string[],
  known: Readonly<Record<string, OptionKind>>,
): Options | Failure {
  const given = new Map<string, string[]>()
  let open: { readonly name: string; readonly kind: OptionKind } | null = null
  for (const word of words) {
    if (word.startsWith('--') && word.length > 2) {
      const [name = '', value] = splitAt(word.slice(2))
      const kind = known[name]
      if (kind === undefined)
        return wrongUsage(`There is no option --${name}. Ask with --help for those there are.`)
      const values = given.get(name) ?? []
      if (value !== undefined) values.push(value)
      given.set(name, values)
      open = kind === 'flag' || (kind === 'one' && value !== undefined) ? null : { name, kind }
      continue
    }
    if (open === null)
      return wrongUsage(`“${word}” belongs to no option. Ask with --help how the command is used.`)
    given.get(open.name)?.push(word)
    if (open.kind === 'one') open = null
  }
  return complete(given, known) ?? { kind: 'options', given }
}

function splitAt(word: string): readonly string[] {
  const equals = word.indexOf('=')
  return equals === -1 ? [word] : [word.slice(0, equals), word.slice(equals + 1)]
}

function complete(
  given: ReadonlyMap<string, readonly string[]>,
  known: Readonly<Record<string, OptionKind>>,
): Failure | null {
  for (const [name, values] of given) {
    if (known[name] !== 'flag' && values.length === 0) return wrongUsage(`--${name} needs a value behind it.`)
    if (known[name] === 'one' && values.length > 1)
      return wrongUsage(`--${name} is given ${values.length} times; once is enough.`)
  }
  return null
}

export const oneOf = ({ given }: Options, name: string): string | null => given.get(name)?.[0] ?? null
export const manyOf = ({ given }: Options, name: string): readonly string[] => given.get(name) ?? []
export const isGiven = ({ given }: Options, name: string): boolean => given.has(name)
