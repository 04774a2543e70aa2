import { describe, expect, it } from 'vitest'
import { newMemory } from '../../src/outlook/draft-memory.ts'
import { readDraft } from '../../src/outlook/read-draft.ts'
import { fakeItem, file, tells } from './fake-item.ts'

const LASTING = 'AAMkAGI2TG93AAA-a-hundred-characters-in-the-field'
const csv = (text: string) => tells({ format: 'base64', content: Buffer.from(text).toString('base64') })
const content = (calls: readonly string[]) => calls.filter((call) => call.startsWith('content'))

/** What each of two looks at messages gives and asks, with one memory. */
async function twoLooks(first: Parameters<typeof fakeItem>[0], second: Parameters<typeof fakeItem>[0]) {
  const memory = newMemory()
  const before = fakeItem(first)
  const after = fakeItem(second)
  const one = await readDraft(before.item, 'ada@statistics.example', memory)
  const parts = await memory.parts(one)
  const other = await readDraft(after.item, 'ada@statistics.example', memory)
  return { parts, again: await memory.parts(other), calls: after.seen.calls }
}

describe('the second look at a message', () => {
  const tables = { attachments: tells([file(LASTING, 'a.csv', 9)]), contents: { [LASTING]: csv('a,1234\n') } }

  it('reads no file again that is listed as before, and lists everything afresh', async () => {
    const { parts, again, calls } = await twoLooks(tables, tables)
    expect(content(calls)).toEqual([])
    expect(calls).toEqual(expect.arrayContaining(['attachments', 'to', 'cc', 'bcc', 'body']))
    expect(again[0]).toBe(parts[0])
  })
  it.each([
    ['has another name', file(LASTING, 'b.csv', 9)],
    ['has another size', file(LASTING, 'a.csv', 10)],
    ['is another with the same name and size', file(`${LASTING}-2`, 'a.csv', 9)],
  ])('reads a file that %s', async (_how, listed) => {
    const next = { attachments: tells([listed]), contents: { [listed.id]: csv('a,9999\n') } }
    const { again, calls } = await twoLooks(tables, next)
    expect(content(calls)).toEqual([`content ${listed.id}`])
    expect(again[0]?.sha256).not.toBe(null)
  })
  it('believes no identity that may be a place in the list: the file there may be another', async () => {
    const listed = tells([file('0', 'a.csv', 7)])
    const { parts, again } = await twoLooks(
      { attachments: listed, contents: { 0: csv('a,1234\n') } },
      { attachments: listed, contents: { 0: csv('a,9999\n') } },
    )
    expect(again[0]?.sha256).not.toBe(parts[0]?.sha256)
  })
  it('fingerprints a file once whose bytes are the same, although they had to be fetched', async () => {
    const same = { attachments: tells([file('0', 'a.csv', 7)]), contents: { 0: csv('a,1234\n') } }
    const { parts, again, calls } = await twoLooks(same, same)
    expect(content(calls)).toEqual(['content 0'])
    expect(again[0]).toBe(parts[0])
  })
  it('takes a text that changed for another', async () => {
    const { parts, again } = await twoLooks(
      { body: tells('<p>1234 5678</p>') },
      { body: tells('<p>1234 9999</p>') },
    )
    expect(again[0]).not.toBe(parts[0])
  })
  it('asks again for a file that was withheld the first time', async () => {
    const refused = { attachments: tells([file(LASTING, 'a.csv', 9)]), contents: {} }
    const { parts, again } = await twoLooks(refused, tables)
    expect(parts[0]?.unreadable).toBe('refused-by-outlook')
    expect(again[0]?.unreadable).toBe(null)
  })
})

it('a memory holds nothing of a message that is gone', async () => {
  const memory = newMemory()
  const listed = file(LASTING, 'a.csv', 9)
  const { item } = fakeItem({ attachments: tells([listed]), contents: { [LASTING]: csv('a,1\n') } })
  await memory.parts(await readDraft(item, 'ada@statistics.example', memory))
  expect(memory.listed(listed)).not.toBe(null)
  await memory.parts(await readDraft(fakeItem().item, 'ada@statistics.example', memory))
  expect(memory.listed(listed)).toBe(null)
})
