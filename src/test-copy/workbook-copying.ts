import type { FalseDigit } from './false-figure.ts'
import { hasPart, kindOf, type PackageIn, type Relationship, walkPart } from './package-in.ts'
import type { PackageOut } from './package-out.ts'
import type { StringsOut } from './shared-strings.ts'
import type { WorkbookFound } from './workbook-parts.ts'
import { XML_HEAD, type XmlOut, xmlOut } from './xml-out.ts'
import type { XmlWalker } from './xml-walk.ts'

/** What every step of copying a workbook shares. */
export type WorkbookCopying = {
  readonly opened: PackageIn
  readonly workbook: WorkbookFound
  /** The workbook's own. */
  readonly relationships: readonly Relationship[]
  readonly out: PackageOut
  readonly strings: StringsOut
  readonly digit: FalseDigit
  /** Parts of the copy with their content types. */
  readonly types: Map<string, string>
  /** Figures replaced so far. */
  replaced: number
}

export const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A part that the workbook has by its kind, `styles`. */
export const relatedPart = (
  { relationships, opened }: Pick<WorkbookCopying, 'relationships' | 'opened'>,
  kind: string,
): string | undefined =>
  relationships.find((each) => kindOf(each) === kind && hasPart(opened, each.target))?.target

/** Copies one part, writing as it reads. */
export function* copyPart(
  copying: Pick<WorkbookCopying, 'opened' | 'out' | 'types'>,
  name: string,
  type: string,
  source: string,
  walkerFor: (out: XmlOut) => XmlWalker,
): Generator<void, void> {
  copying.types.set(name, type)
  const part = copying.out.part(name)
  const out = xmlOut()
  part.write(XML_HEAD)
  for (const _step of walkPart(copying.opened, source, walkerFor(out))) {
    part.write(out.take())
    yield
  }
  part.write(out.take())
  part.end()
}

/** Writes a part that is small and made at once. */
export function writePart(
  copying: Pick<WorkbookCopying, 'out' | 'types'>,
  name: string,
  type: string,
  xml: string,
): void {
  copying.types.set(name, type)
  const part = copying.out.part(name)
  part.write(xml)
  part.end()
}
