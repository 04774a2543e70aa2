import { describe, expect, it } from 'vitest'
import { recipientFrom, recipientsFrom, withRecipients } from '../../src/stand-in/addresses.ts'

const ADA = 'ada@statistics.example'

describe('somebody who is typed', () => {
  it.each([
    ['bob@statistics.example', 'bob@statistics.example', 'bob@statistics.example', 'user'],
    ['Bob Day <bob@STATISTICS.example>', 'bob@STATISTICS.example', 'Bob Day', 'user'],
    ['"Day, Bob" <bob@other.example>', 'bob@other.example', 'Day, Bob', 'external'],
    ['  eve@sub.statistics.example ', 'eve@sub.statistics.example', 'eve@sub.statistics.example', 'external'],
  ])('as %s is resolved', (typed, address, name, kind) => {
    expect(recipientFrom(typed, ADA)).toEqual({ address, name, kind, resolved: true })
  })

  it.each(['the team', 'bob@', '@x.example', 'bob@x', 'a b@x.example', 'bob@x..', 'Bob <bob>'])(
    'as “%s” is not resolved, and stays as typed',
    (typed) => {
      expect(recipientFrom(typed, ADA)).toEqual({
        address: typed,
        name: typed,
        kind: 'other',
        resolved: false,
      })
    },
  )

  it('is one of several, parted by semicolons, commas and line ends', () => {
    expect(recipientsFrom('a@x.example; b@x.example,\nc@x.example;;', ADA)).toHaveLength(3)
  })

  it('stands on a line once, in the order typed', () => {
    const line = recipientsFrom('a@x.example;b@x.example', ADA)
    const more = recipientsFrom('B@x.example;c@x.example;c@x.example', ADA)
    expect(withRecipients(line, more).map((each) => each.address)).toEqual([
      'a@x.example',
      'b@x.example',
      'c@x.example',
    ])
  })
})
