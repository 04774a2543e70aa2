import { afterEach, describe, expect, it, vi } from 'vitest'
import { surroundings } from '../../src/outlook/surroundings.ts'
import { fakeItem } from './fake-item.ts'

const office = (item: unknown) => ({
  context: {
    displayLanguage: 'cy-GB',
    requirements: { isSetSupported: (name: string, set: string) => name === 'Mailbox' && set === '1.14' },
    mailbox: { item, userProfile: { emailAddress: 'ada@statistics.example' } },
  },
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('what the add-in finds around it', () => {
  it('is the message that is being written, the person, the language and what Outlook can do', () => {
    const { item } = fakeItem()
    vi.stubGlobal('Office', office(item))
    const around = surroundings()
    expect(around).toMatchObject({ item, person: 'ada@statistics.example', language: 'cy-GB' })
    expect([around.supports('1.14'), around.supports('1.15')]).toEqual([true, false])
  })

  it.each([
    ['a message that is being read', { to: [{ emailAddress: 'ada@statistics.example' }] }],
    ['no item', null],
    ['an item without recipients', {}],
  ])('is no message where there is %s', (_what, item) => {
    vi.stubGlobal('Office', office(item))
    expect(surroundings().item).toBeNull()
  })

  it('is nothing, and no exception, where Office is not there or breaks', () => {
    vi.stubGlobal('Office', undefined)
    expect(surroundings()).toMatchObject({ item: null, person: '', language: 'en-GB' })
    expect(surroundings().supports('1.14')).toBe(false)
    const broken = {
      get context() {
        throw new Error('closing')
      },
    }
    vi.stubGlobal('Office', broken)
    expect(surroundings()).toMatchObject({ item: null, person: '' })
  })
})
