import { Parser } from 'saxen'

/** Whether a text is well-formed XML: every element closed, and nothing the parser stumbles over. */
export function wellFormed(xml: string): boolean {
  let faults = 0
  const open: string[] = []
  const parser = new Parser()
  parser.on('openTag', (name) => open.push(name))
  parser.on('closeTag', (name) => {
    if (open.pop() !== name) faults++
  })
  parser.on('error', () => faults++)
  parser.write(xml)
  parser.end()
  return faults === 0 && open.length === 0
}
