import type { Page } from './page.ts'

/** What tracked changes did to a piece of text. */
export type Revision = 'kept' | 'inserted' | 'deleted'

/** Takes the text of paragraphs with tracked changes. */
export type Revisions = {
  text(text: string, revision: Revision): void
  endParagraph(): void
}

/**
 * A paragraph with tracked changes is two: as it stands, and as it stood before.
 * Run together, a figure and the one that replaced it would be neither.
 */
export function revisionsInto(page: Page): Revisions {
  let before = ''
  let changed = false
  return {
    text(text, revision) {
      if (revision !== 'deleted') page.text(text)
      if (revision !== 'inserted') before += text
      changed = changed || revision === 'deleted'
    },
    endParagraph() {
      if (changed) {
        page.openBox()
        page.text(before)
        page.closeBox()
      }
      before = ''
      changed = false
    },
  }
}
