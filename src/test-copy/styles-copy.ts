import { decodedEntities } from '../content/document/entities.ts'
import { builtInFormat, type Display, displayOf } from '../content/workbook/number-format.ts'
import type { FalseDigit } from './false-figure.ts'
import { labelEdits } from './false-text.ts'
import { editedText } from './text-piece.ts'
import { copyingInto } from './xml-copy.ts'
import { escapedAttribute, type XmlOut } from './xml-out.ts'
import type { XmlWalker } from './xml-walk.ts'

/** Styles that are copied, with the displays of cells by style number. */
export type StylesCopy = { readonly walker: XmlWalker; readonly displays: readonly Display[] }

/**
 * Copies the styles of a workbook and learns how each shows numbers. Number
 * formats stay but for digits in their words. Source: ECMA-376 part 1, §18.8.
 */
export function copyStyles(out: XmlOut, namespace: string, digit: FalseDigit): StylesCopy {
  const displays: Display[] = []
  const codes = new Map<number, string>()
  const made = new Map<number, Display>()
  let inCells = false
  const copy = copyingInto(out, {
    namespace,
    attribute: (name, value, element) =>
      element === 'numFmt' && name === 'formatCode' ? falseFormat(value, digit) : value,
  })
  const takeXf = (id: number) => {
    const display = made.get(id) ?? displayOf(codes.get(id) ?? builtInFormat(id))
    made.set(id, display)
    displays.push(display)
  }
  const walker: XmlWalker = {
    open(element) {
      const { local, attributes } = element
      if (local === 'numFmt')
        codes.set(Number(attributes().numFmtId), decodedEntities(attributes().formatCode ?? ''))
      if (local === 'cellXfs') inCells = true
      if (local === 'xf' && inCells) takeXf(Number(attributes().numFmtId ?? 0))
      copy.open(element)
    },
    close(name, local) {
      if (local === 'cellXfs') inCells = false
      copy.close(name, local)
    },
    text: (text) => copy.text(text),
  }
  return { walker, displays }
}

/** A format code whose words (`"rose to 5,439"`) tell nothing. */
function falseFormat(value: string, digit: FalseDigit): string {
  const code = decodedEntities(value).replace(
    /"([^"]*)"/g,
    (_whole, words: string) => `"${editedText(words, labelEdits(words, digit))}"`,
  )
  return escapedAttribute(code)
}
