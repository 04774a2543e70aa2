import { describe, expect, it } from 'vitest'
import { editionFile, registerOf, sentFile, strengthOn, verdictOn } from '../bench/editions.ts'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const TABLE = 'week,a,b,c\nw1,4311,872,19063\nw2,4518,791,20417\nw3,4102,905,18750\n'
const register = registerOf('Arrivals', [editionFile('arrivals.csv', bytesOf(TABLE), 'embargoed')])
const strength = (text: string) => strengthOn(sentFile('body.txt', bytesOf(text)), register)

describe('figures of an embargoed row', () => {
  it('tell more as a line of their own than in the middle of a line of others', () => {
    const alone = strength('For w3 it is\n4102 905 18750\n')
    const amidst = strength('For w3 it is 77 5120 4102 905 18750 6642 31 and so on\n')
    expect(alone - amidst).toBeGreaterThanOrEqual(6)
  })
  it('are nothing one by one', () => {
    expect(verdictOn(sentFile('body.txt', bytesOf('We had 4102, then 17 and 905.\n')), register).got).toBe(
      'CLEAN',
    )
  })
})
