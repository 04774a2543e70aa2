import type { XmlOut } from './xml-out.ts'
import type { Element, XmlWalker } from './xml-walk.ts'

/** What is kept of XML that is copied. */
export type Copying = {
  /**
   * The one namespace of all that is kept: prefixes go, and the first element
   * declares it, unless it is `''`. `null`: prefixes and namespaces stay.
   */
  readonly namespace: string | null
  /** Elements left out with all that they hold, by their names without prefix. */
  readonly dropped?: readonly string[]
  /** Attributes that stay beside namespaces and those without prefix. */
  readonly keeps?: (name: string) => boolean
  /** The value of an attribute in the copy, entities and all. */
  readonly attribute?: (name: string, value: string, element: string) => string
  /** Text between the tags in the copy. */
  readonly text?: (text: string) => string
}

/** Never copied: what later versions and other programs added, and what is only for them. */
const EXTENSIONS: readonly string[] = ['extLst', 'AlternateContent']

/** Writes what it is told of again, less what is dropped. Attributes with a prefix go, but for `xml:space`. */
export function copyingInto(out: XmlOut, copying: Copying): XmlWalker {
  const dropped = [...EXTENSIONS, ...(copying.dropped ?? [])]
  let droppedDepth = 0
  let isRoot = true
  const nameOf = (name: string, local: string) => (copying.namespace === null ? name : local)
  const begin = (element: Element) => {
    const root = isRoot && copying.namespace ? { xmlns: copying.namespace } : {}
    isRoot = false
    out.open(nameOf(element.name, element.local), Object.assign(root, copiedAttributes(element, copying)))
  }
  return {
    open(element) {
      if (droppedDepth > 0 || dropped.indexOf(element.local) !== -1) droppedDepth++
      else begin(element)
    },
    close(name, local) {
      if (droppedDepth > 0) droppedDepth--
      else out.close(nameOf(name, local))
    },
    text(text) {
      if (droppedDepth === 0) out.text(copying.text?.(text) ?? text)
    },
  }
}

function copiedAttributes(element: Element, copying: Copying): Readonly<Record<string, string>> {
  const found = element.attributes()
  const kept: Record<string, string> = {}
  for (const name of Object.keys(found)) {
    if (!isKept(name, copying)) continue
    const value = found[name] ?? ''
    kept[name] = copying.attribute?.(name, value, element.local) ?? value
  }
  return kept
}

function isKept(name: string, { namespace, keeps }: Copying): boolean {
  if (/^xmlns(:|$)/.test(name)) return namespace === null
  return name.indexOf(':') === -1 || name === 'xml:space' || keeps?.(name) === true
}
