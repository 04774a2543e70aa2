import { readEntry, type Zip } from '../content/archive/zip.ts'
import type { Budget } from '../content/limits.ts'
import { type NotPossible, notPossibleAfter } from './not-possible.ts'
import { localName, walkXml, type XmlWalker } from './xml-walk.ts'

/** A package that is read to be written again, and what went wrong on the way. */
export type PackageIn = {
  readonly bytes: Uint8Array
  readonly zip: Zip
  readonly budget: Budget
  readonly faults: NotPossible[]
}

/** One part's link to another. Source: ECMA-376 part 2, §9.3. */
export type Relationship = {
  readonly id: string
  /** The type's address, whose last word says what it is. */
  readonly type: string
  /** The other part's name in the package. */
  readonly target: string
}

export const hasPart = ({ zip }: PackageIn, name: string): boolean =>
  zip.entries.some((entry) => entry.name.toLowerCase() === name.toLowerCase())

/** Walks through a part; one that is missing, damaged or locked is told among the faults. */
export function* walkPart(opened: PackageIn, name: string, walker: XmlWalker): Generator<void, void> {
  const entry = opened.zip.entries.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase())
  if (entry === undefined) return void opened.faults.push('damaged')
  const end = yield* walkXml(readEntry(opened.bytes, entry, opened.budget), walker)
  const fault = notPossibleAfter(end)
  if (fault !== null) opened.faults.push(fault)
}

export const nothing = (): void => undefined

/** The relationships of a part, or of the package itself (`''`). External ones are left out. */
export function* relationshipsOf(opened: PackageIn, part: string): Generator<void, readonly Relationship[]> {
  const slash = part.lastIndexOf('/') + 1
  const [folder, file] = [part.slice(0, slash), part.slice(slash)]
  const name = `${folder}_rels/${file}.rels`
  const found: Relationship[] = []
  if (!hasPart(opened, name)) return found
  yield* walkPart(opened, name, {
    open({ local, attributes }) {
      if (local !== 'Relationship') return
      const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes()
      if (TargetMode !== 'External') found.push({ id: Id, type: Type, target: resolved(folder, Target) })
    },
    close: nothing,
    text: nothing,
  })
  return found
}

/** `xl/` and `../media/a.png` are `media/a.png`. */
function resolved(folder: string, target: string): string {
  const path = target[0] === '/' ? target : folder + target
  const steps: string[] = []
  for (const step of path.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/')
}

/** What a relationship's type says: `worksheet`, `sharedStrings`. */
export const kindOf = ({ type }: Relationship): string => type.slice(type.lastIndexOf('/') + 1)

/** The value of an attribute by its name without prefix: relationships' ids have any prefix. */
export function prefixedAttribute(attributes: Readonly<Record<string, string>>, local: string): string {
  const name = Object.keys(attributes).find((key) => key.indexOf(':') !== -1 && localName(key) === local)
  return name === undefined ? '' : (attributes[name] ?? '')
}
