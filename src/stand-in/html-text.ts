const BLOCKS = new Set([
  'ADDRESS',
  'BLOCKQUOTE',
  'DIV',
  'H1',
  'H2',
  'H3',
  'H4',
  'LI',
  'OL',
  'P',
  'PRE',
  'TABLE',
  'TR',
  'UL',
])
const CELLS = new Set(['TD', 'TH'])
const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE'])

/** The text that a person reads in this HTML: cells parted by tabs, blocks by line ends. */
export function textOf(html: string): string {
  const document = new DOMParser().parseFromString(html, 'text/html')
  return written(document.body)
    .replace(/\t\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function written(node: Node): string {
  if (node instanceof Text) return node.data.replace(/\s+/g, ' ')
  if (!(node instanceof HTMLElement) || SILENT.has(node.tagName)) return ''
  if (node.tagName === 'BR') return '\n'
  const inside = [...node.childNodes].map(written).join('')
  if (CELLS.has(node.tagName)) return `${inside.trim()}\t`
  return BLOCKS.has(node.tagName) ? `${inside}\n` : inside
}

/** HTML without anything that runs: scripts, frames, event attributes. */
export function harmless(html: string): string {
  const document = new DOMParser().parseFromString(html, 'text/html')
  for (const element of document.querySelectorAll(
    'script, iframe, object, embed, link, meta, base, form, style',
  ))
    element.remove()
  for (const element of document.querySelectorAll('*'))
    for (const attribute of [...element.attributes])
      if (isActive(attribute)) element.removeAttribute(attribute.name)
  return document.body.innerHTML
}

function isActive({ name, value }: Attr): boolean {
  if (name.startsWith('on')) return true
  return ['href', 'src', 'action', 'formaction'].includes(name) && /^\s*(javascript|vbscript)/i.test(value)
}
