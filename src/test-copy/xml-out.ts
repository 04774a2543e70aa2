/** XML text that grows; what is written so far can be taken away. */
export type XmlOut = {
  /** @param attributes values as they stand between quotes, entities and all */
  open(name: string, attributes?: Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
  /** Markup that is well-formed by itself. */
  raw(markup: string): void
  take(): string
}

export function xmlOut(): XmlOut {
  let written = ''
  let inTag = false
  const endTag = () => {
    if (inTag) written += '>'
    inTag = false
  }
  return {
    open(name, attributes = {}) {
      endTag()
      written += `<${name}${attributesText(attributes)}`
      inTag = true
    },
    close(name) {
      written += inTag ? '/>' : `</${name}>`
      inTag = false
    },
    text(text) {
      if (text === '') return
      endTag()
      written += escapedText(text)
    },
    raw(markup) {
      if (markup === '') return
      endTag()
      written += markup
    },
    take() {
      endTag()
      const taken = written
      written = ''
      return taken
    },
  }
}

/** Characters that XML 1.0 has no place for; control characters come in from text files. */
const NOT_XML = /[^\t\n\r -\ufffd]/g

export const escapedText = (text: string): string =>
  text.replace(NOT_XML, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

export const escapedAttribute = (text: string): string =>
  escapedText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')

/** ` r="A1" s="3"`. Values stay as they were written, in double quotes. */
export const attributesText = (attributes: Readonly<Record<string, string>>): string =>
  Object.keys(attributes)
    .map((name) => ` ${name}="${(attributes[name] ?? '').replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`)
    .join('')

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
