import { describe, expect, it } from 'vitest'
import { threeAtATime } from '../../src/outlook/three-at-a-time.ts'

/** Tasks that end when they are told to, and what could be seen of them. */
function tasks() {
  const ends: (() => void)[] = []
  const started: number[] = []
  const task = (number: number) => () =>
    new Promise<number>((settle) => {
      started.push(number)
      ends[number] = () => settle(number)
    })
  return { task, started, end: (number: number) => ends[number]?.() }
}

const aMoment = (): Promise<void> => new Promise((settle) => setTimeout(settle, 0))

describe('a queue for calls to Outlook', () => {
  it('lets three run, and the next only when one of them has ended', async () => {
    const inTurn = threeAtATime()
    const { task, started, end } = tasks()
    const all = [0, 1, 2, 3, 4].map((number) => inTurn(task(number)))
    expect(started).toEqual([0, 1, 2])
    end(1)
    await aMoment()
    expect(started).toEqual([0, 1, 2, 3])
    end(0)
    await aMoment()
    for (const number of [2, 3, 4]) end(number)
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4])
  })

  it('goes on after a task that fails', async () => {
    const inTurn = threeAtATime()
    const failing = [1, 2, 3].map(() => inTurn(() => Promise.reject(new Error('no'))))
    const next = inTurn(() => Promise.resolve('done'))
    expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(Array(3).fill('rejected'))
    expect(await next).toBe('done')
  })
})
