import { describe, expect, it } from 'vitest'
import { answerCall } from '../../src/stand-in/answering.ts'
import { emptyDraft } from '../../src/stand-in/draft.ts'
import { kept } from '../../src/stand-in/kept.ts'
import { newRecords } from '../../src/stand-in/record.ts'
import { EMBARGO_GUARD, usualSettings } from '../../src/stand-in/settings.ts'

/** Numbers under which the library calls, from `calls.ts`. */
const A_REPORT_ABOUT_ITSELF = 402
const A_CALL_ON_THE_ITEM = 9_999

/** What Outlook holds against calls made together. */
function defectsOf(calls: readonly number[]) {
  const records = newRecords()
  const draft = kept(emptyDraft({ address: 'ada@statistics.example', name: 'Ada' }, 'one'))
  const world = { textOf: (html: string) => html, fetchFile: () => Promise.resolve(null) }
  const host = {
    draft,
    world,
    records,
    settings: () => usualSettings(EMBARGO_GUARD),
    removed: () => [],
    open: { count: 0 },
  }
  for (const dispid of calls) answerCall({ dispid, parameters: {} }, 'runtime', host, () => undefined)
  return records.defects.map(({ kind }) => kind)
}

describe('calls that are open together', () => {
  const three = Array<number>(3).fill(A_CALL_ON_THE_ITEM)
  it('may be three', () => {
    expect(defectsOf(three)).toEqual([])
  })
  it('may not be four', () => {
    expect(defectsOf([...three, A_CALL_ON_THE_ITEM])).toEqual(['more-than-three-calls'])
  })
  it('do not count what the library reports about itself', () => {
    expect(defectsOf([A_REPORT_ABOUT_ITSELF, ...three, A_REPORT_ABOUT_ITSELF])).toEqual([])
  })
})
