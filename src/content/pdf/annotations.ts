import { type Drawing, type DrawPause, drawForm } from './content.ts'
import { documentText } from './encodings.ts'
import type { Matrix } from './matrix.ts'
import {
  dictionaryOf,
  isStream,
  itemsOf,
  NO_ENTRIES,
  nameOf,
  numbersOf,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from './values.ts'

/** What is laid over a page: notes, form fields, links, files pinned to it. */
export type Annotations = {
  /** Text that is not drawn: comments, and values of fields without an appearance. */
  readonly texts: readonly string[]
  readonly links: readonly string[]
  /** File specifications. */
  readonly files: readonly PdfValue[]
}

/** Annotations of one page that are looked at; a form of 100 lines has some hundreds. */
const MAX_ANNOTATIONS = 10_000

/** Draws what a page's annotations show, and tells what they hold besides. Source: ISO 32000-1, §12.5, §12.7. */
export function* drawAnnotations(drawing: Drawing, page: PdfDictionary): Generator<DrawPause, Annotations> {
  const { document } = drawing
  const found = { texts: [] as string[], links: [] as string[], files: [] as PdfValue[] }
  for (const value of itemsOf(document.entry(page, 'Annots')).slice(0, MAX_ANNOTATIONS)) {
    const annotation = dictionaryOf(document.resolve(value))
    const lettersBefore = drawing.runs.letters()
    const appearance = appearanceOf(drawing, annotation)
    if (appearance !== null)
      yield* drawForm(drawing, appearance, NO_ENTRIES, placeOf(drawing, annotation, appearance), 0)
    const isShown = drawing.runs.letters() > lettersBefore
    for (const text of textsOf(drawing, annotation, isShown)) found.texts.push(text)
    const link = document.entry(dictionaryOf(document.entry(annotation, 'A')), 'URI')
    if (typeof link === 'string') found.links.push(link)
    const file = annotation.entries.get('FS')
    if (file !== undefined) found.files.push(file)
  }
  return found
}

/** How an annotation looks now: of several states the one it is in. */
function appearanceOf({ document }: Drawing, annotation: PdfDictionary): PdfStream | null {
  const normal = document.entry(dictionaryOf(document.entry(annotation, 'AP')), 'N')
  if (isStream(normal)) return normal
  const state = document.entry(dictionaryOf(normal), nameOf(document.entry(annotation, 'AS')))
  return isStream(state) ? state : null
}

/** From the form's own corner to the rectangle on the page; both are of one size, or nearly. */
function placeOf({ document }: Drawing, annotation: PdfDictionary, appearance: PdfStream): Matrix {
  const [x = 0, y = 0] = numbersOf(document.entry(annotation, 'Rect'))
  const [boxX = 0, boxY = 0] = numbersOf(document.entry(appearance.dictionary, 'BBox'))
  return [1, 0, 0, 1, x - boxX, y - boxY]
}

function textsOf(drawing: Drawing, annotation: PdfDictionary, isShown: boolean): readonly string[] {
  const { document } = drawing
  const note = document.entry(annotation, 'Contents')
  const kind = nameOf(document.entry(annotation, 'Subtype'))
  const isNote = kind !== 'Link' && !(isShown && kind === 'FreeText')
  const texts = isShown ? [] : valuesOf(drawing, annotation)
  return typeof note === 'string' && isNote ? [documentText(note), ...texts] : texts
}

/** Fields in fields: a field may have its value from those it is part of. */
const MAX_PARENTS = 8

function valuesOf({ document }: Drawing, annotation: PdfDictionary): readonly string[] {
  let field = annotation
  for (let parents = 0; parents < MAX_PARENTS && !field.entries.has('V'); parents++)
    field = dictionaryOf(document.entry(field, 'Parent'))
  const value = document.entry(field, 'V')
  return [value, ...itemsOf(value).map(document.resolve)]
    .filter((each): each is string => typeof each === 'string')
    .map(documentText)
}
