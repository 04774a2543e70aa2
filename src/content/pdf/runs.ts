/** Letters that stand close together on one baseline, as they were drawn. Unit of all lengths: that of the page. */
export type Run = {
  /** Where it begins and ends along its baseline. */
  readonly x: number
  end: number
  /** How high the baseline stands, seen with the text upright. */
  readonly y: number
  /** Height of the font. */
  readonly size: number
  text: string
  /** The text object that it was drawn in. */
  readonly object: number
  /** What was drawn before it: nothing, a space, or a space that does not break (a number's thousands). */
  readonly after: Spacing
}

export type Spacing = 'nothing' | 'space' | 'fixed-space'

/** Where a shown string begins and how it runs. */
export type Baseline = {
  /** Direction of the text, whole degrees anticlockwise from rightwards. */
  readonly degrees: number
  readonly x: number
  readonly y: number
  readonly size: number
  /** The text object that it is drawn in. */
  readonly object: number
}

/** Takes what a page draws, letter by letter. */
export type Runs = {
  /**
   * @param shift from the beginning of the baseline
   * @param tracking extra distance between letters that parts no words
   */
  glyph(line: Baseline, shift: number, width: number, text: string, tracking: number): void
  /** Letters taken since the last `take`. */
  letters(): number
  /** Letters taken of which nobody can tell what they are. */
  unknown(): number
  /** The runs so far, by direction; begins anew. */
  take(): ReadonlyMap<number, readonly Run[]>
}

/**
 * Letters further apart than this are of two words. Unit: em. Source: the space
 * of the narrowest text fonts is 0.2 em, kerning seldom 0.1; pdf.js takes 0.102.
 */
const WORD_GAP = 0.12
/**
 * The same between text objects: each is put where it belongs, so what goes on with
 * a word touches it, and cells of a tight table are no further apart than this. Unit: em.
 * Source: Chromium prints cells 2 pixels apart, less what its screen font is narrower, at 0.114.
 */
const OBJECT_GAP = 0.08

/** How far letters may stand apart that are of one word. Unit: em. */
export const wordGap = (one: { readonly object: number }, next: { readonly object: number }): number =>
  one.object === next.object ? WORD_GAP : OBJECT_GAP

/** Letters that reach back further than this do not continue a word. Unit: em. Source: pdf.js takes 0.2. */
export const OVERLAP = 0.25
/** Letters of one run stand this much at the same height. Unit: em. */
const SAME_HEIGHT = 0.1
/** Letters of one run; a longer one is cut so that its text stays cheap. */
const RUN_LETTERS = 200

const UNKNOWN = '\ufffd'
const FIXED_SPACES = /^[\u00a0\u2007\u2009\u202f]$/
/** Soft hyphens and marks without width. */
const UNSEEN = /[\u00ad\u200b-\u200f\ufeff]/g

const seenOf = (text: string): string => {
  const code = text.charCodeAt(0)
  if (text.length === 1 && code < 0xa0) return code < 32 || code >= 0x7f ? '' : text
  return text.replace(UNSEEN, '')
}

export function startRuns(): Runs {
  let byDirection = new Map<number, Run[]>()
  let run: Run | null = null
  let direction = 0
  let space: Spacing = 'nothing'
  let letters = 0
  let unknown = 0

  const continues = (line: Baseline, x: number, tracking: number): boolean => {
    if (run === null || space !== 'nothing' || direction !== line.degrees || run.text.length > RUN_LETTERS)
      return false
    const gap = x - run.end
    const sameHeight = Math.abs(line.y - run.y) < SAME_HEIGHT * line.size
    const sameSize = Math.abs(line.size - run.size) < SAME_HEIGHT * line.size
    return (
      sameHeight && sameSize && gap < wordGap(run, line) * line.size + tracking && gap > -OVERLAP * line.size
    )
  }
  const begin = (line: Baseline, x: number): Run => {
    const isNear = run !== null && direction === line.degrees && Math.abs(line.y - run.y) < line.size / 2
    const begun: Run = {
      x,
      end: x,
      y: line.y,
      size: line.size,
      text: '',
      object: line.object,
      after: isNear ? space : 'nothing',
    }
    direction = line.degrees
    const others = byDirection.get(direction)
    if (others === undefined) byDirection.set(direction, [begun])
    else others.push(begun)
    return begun
  }

  return {
    glyph(line, shift, width, text, tracking) {
      const seen = text === '' ? UNKNOWN : seenOf(text)
      if (seen.trim() === '') {
        if (seen !== '') space = space === 'nothing' && FIXED_SPACES.test(seen) ? 'fixed-space' : 'space'
        return
      }
      const x = line.x + shift
      if (run === null || !continues(line, x, tracking)) run = begin(line, x)
      space = 'nothing'
      run.text += seen
      run.end = x + width
      letters++
      if (text === '') unknown++
    },
    letters: () => letters,
    unknown: () => unknown,
    take() {
      const taken = byDirection
      byDirection = new Map()
      run = null
      space = 'nothing'
      letters = 0
      unknown = 0
      return taken
    },
  }
}
