import { afterEach, describe, expect, it, vi } from 'vitest'
import { unhurried, WORK_MS } from '../../src/outlook/unhurried.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Works for so many milliseconds, in steps of one. */
function* work(ms: number): Generator<void, string> {
  const started = performance.now()
  while (performance.now() - started < ms) {
    const step = performance.now()
    while (performance.now() - step < 1);
    yield
  }
  return 'done'
}

function* twoSteps(): Generator<void, string> {
  yield
  yield
  return 'done'
}

describe('long work', () => {
  it('lets others have their turn while it goes on', async () => {
    let turns = 0
    const others = setInterval(() => {
      turns += 1
    }, 1)
    expect(await unhurried(work(5 * WORK_MS))).toBe('done')
    clearInterval(others)
    expect(turns).toBeGreaterThanOrEqual(2)
  })

  it.each([
    ['short', Array.from({ length: 60 }, () => 4), WORK_MS],
    ['long until the engine has compiled them', [24, 18, 22, 30, 12, 6, 4, 4, 4, 4, 4, 4], 30],
    ['long now and then', [4, 4, 4, 4, 4, 19, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 18, 4, 4], 35],
  ])('keeps nobody waiting for 50 ms where its steps are %s', async (_steps, lengths, most) => {
    let now = 0
    let since = 0
    const stretches: number[] = []
    const endStretch = () => {
      stretches.push(now - since)
      since = now
    }
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now)
    vi.stubGlobal('setTimeout', (goOn: () => void) => {
      endStretch()
      queueMicrotask(goOn)
    })
    function* ofThatLength(): Generator<void, void> {
      for (const length of lengths) {
        now += length
        yield
      }
    }
    await unhurried(ofThatLength())
    clock.mockRestore()
    endStretch()
    expect(stretches.reduce((sum, stretch) => sum + stretch, 0)).toBe(
      lengths.reduce((sum, length) => sum + length, 0),
    )
    expect(Math.max(...stretches)).toBeLessThanOrEqual(most)
    expect(stretches.length).toBeLessThan(lengths.length)
  })

  it('comes to its end in a runtime without timers', async () => {
    let now = 0
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
      now += WORK_MS
      return now
    })
    vi.stubGlobal('setTimeout', undefined)
    const end = await unhurried(twoSteps())
    clock.mockRestore()
    expect(end).toBe('done')
  })

  it('waits for what has to come before it goes on', async () => {
    let came = false
    function* waiting(): Generator<PromiseLike<unknown>, boolean> {
      yield Promise.resolve().then(() => {
        came = true
      })
      return came
    }
    expect(await unhurried(waiting())).toBe(true)
  })

  it('hands on a mistake', async () => {
    function* broken(): Generator<void, string> {
      yield
      throw new RangeError('ours')
    }
    await expect(unhurried(broken())).rejects.toThrow('ours')
  })
})
