import { describe, expect, it } from 'vitest'
import { recordsOf } from '../../src/register/records.ts'
import {
  compileInTurn,
  type KnownEdition,
  type SeriesEditions,
  type StoredEdition,
} from '../../src/service/register/compiled-editions.ts'

const MARCH = Date.UTC(2020, 2, 17, 9, 30)
const APRIL = Date.UTC(2020, 3, 21, 6)
const DAY_MS = 86_400_000

/** An edition of one file, whose features are these numbers. */
function edition(id: string, series: string, at: number, numbers: readonly number[]): KnownEdition {
  const release = { id, series, title: id, at, london: '', state: 'confirmed' as const, team: [], access: [] }
  const bytes = Uint8Array.from(numbers.flatMap((number) => [0, 0, 0, 0, 0, 0, 0, number]))
  const weights = Uint8Array.from(numbers.flatMap(() => [30, 10, 3]))
  const records = recordsOf([{ bytes, weights, rare: null }])
  return { release, files: [{ id: `file of ${id}`, name: id, standing: 'embargoed', hashes: [id], records }] }
}

const stored = ({ release, files }: KnownEdition): StoredEdition => ({
  release,
  files: files.map(({ id, name, standing }) => ({
    id,
    release: release.id,
    name,
    standing,
    figures: 1,
    features: 1,
    novel: 0,
    unreadable: [],
  })),
})

/** The register by series, and a reader that notes which series it was asked for. */
function registerOf(...editions: readonly KnownEdition[]) {
  const names = [...new Set(editions.map(({ release }) => release.series))]
  const of = (name: string) => editions.filter(({ release }) => release.series === name)
  const all: SeriesEditions = new Map(names.map((name) => [name, of(name).map(stored)]))
  return { all, known: new Map(editions.map((one) => [one.release.id, one])) }
}

function compiler() {
  let known: ReadonlyMap<string, KnownEdition> = new Map()
  const asked: string[] = []
  const compile = compileInTurn(async (editions) => {
    asked.push(editions[0]?.release.series ?? '')
    return editions.flatMap(({ release }) => known.get(release.id) ?? [])
  })
  const compiled = async (register: ReturnType<typeof registerOf>, at: number) => {
    known = register.known
    return compile(register.all, at)
  }
  return { asked, compiled }
}

const ids = (index: { readonly editions: readonly { readonly release: { readonly id: string } }[] }) =>
  index.editions.map(({ release }) => release.id)

describe('what is compiled of a register', () => {
  const jobs = edition('jobs', 'Jobs', MARCH, [1, 2, 3])
  const trade = edition('trade', 'Trade', APRIL, [4, 5])
  const longAgo = edition('long ago', 'Prices', MARCH - 400 * DAY_MS, [6])

  it('is what is under embargo; what was public long ago is not even read', async () => {
    const { asked, compiled } = compiler()
    expect(ids(await compiled(registerOf(longAgo, jobs, trade), MARCH - 1)).sort()).toEqual(['jobs', 'trade'])
    expect(asked.sort()).toEqual(['Jobs', 'Trade'])
  })

  it('is read once for everybody who asks at the same time, and not again later', async () => {
    const { asked, compiled } = compiler()
    const register = registerOf(jobs)
    await Promise.all([MARCH - 3, MARCH - 2, MARCH - 1, MARCH].map((at) => compiled(register, at)))
    expect(asked).toEqual(['Jobs'])
  })

  it('is compiled anew in the series that changed alone', async () => {
    const { asked, compiled } = compiler()
    await compiled(registerOf(jobs, trade), MARCH - 1)
    asked.splice(0)
    const more = edition('jobs again', 'Jobs', APRIL, [3, 9])
    const { editions } = await compiled(registerOf(jobs, trade, more), MARCH - 1)
    expect(asked).toEqual(['Jobs'])
    const again = editions.find(({ release }) => release.id === 'jobs again')
    expect([MARCH - 1, MARCH].map((at) => again?.features.novel(at))).toEqual([2, 1])
  })

  it('holds again what is public by now, for who asks of an earlier instant', async () => {
    const { compiled } = compiler()
    const register = registerOf(jobs)
    expect(ids(await compiled(register, MARCH))).toEqual([])
    expect(ids(await compiled(register, MARCH - 1))).toEqual(['jobs'])
  })

  it('has the release as it is now, though its figures were compiled before', async () => {
    const { asked, compiled } = compiler()
    await compiled(registerOf(jobs), MARCH - 1)
    const renamed = { ...jobs, release: { ...jobs.release, title: 'Jobs, corrected' } }
    const { editions } = await compiled(registerOf(renamed), MARCH - 1)
    expect(editions[0]?.release.title).toBe('Jobs, corrected')
    expect(asked).toEqual(['Jobs'])
  })
})
