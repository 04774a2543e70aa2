import { Parser } from 'saxen'

/** An element with its name as written (`bt:Image`), its attributes decoded, its children in order. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

type Growing = { name: string; attributes: Record<string, string>; children: Growing[]; text: string }

/** The root of an XML document. Throws where it is not well-formed. */
export function parseXml(xml: string): Element {
  const top: Growing = { name: '', attributes: {}, children: [], text: '' }
  const open: Growing[] = [top]
  const parser = new Parser()
  parser.on('error', (error: Error) => {
    throw error
  })
  parser.on('openTag', (name, attributesOf, decode) => {
    const attributes: Record<string, string> = {}
    for (const [key, value] of Object.entries(attributesOf())) attributes[key] = decode(String(value))
    const element: Growing = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text, decode) => {
    const element = open.at(-1)
    if (element) element.text += decode(text).trim()
  })
  parser.on('closeTag', () => {
    open.pop()
  })
  parser.write(xml).end()
  const [root] = top.children
  if (!root || open.length !== 1) throw new Error('the XML document ends too early')
  return root
}

/** All elements below (and with) this one, in the order of the document. */
export const allIn = (element: Element): readonly Element[] => [element, ...element.children.flatMap(allIn)]

/** The children of one name. */
export const childrenOf = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child) => child.name === name)

/** The elements of one name, wherever they stand. */
export const everyIn = (element: Element, name: string): readonly Element[] =>
  allIn(element).filter((one) => one.name === name)

/** An attribute, or an empty text. */
export const attribute = (element: Element, name: string): string => element.attributes[name] ?? ''
