import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/** The river: a file imports its own place and those before it. */
const RIVER = 'release calendar message content fingerprint register match verdict test-copy breach-report guard.ts'.split(' ')
/** The shores import the river, and each other only as named here. */
const SHORES = ['outlook', 'pane > outlook', 'pane > administration', 'administration > outlook', 'administration > pane', 'service', 'command-line > service', 'stand-in']
/** The packages that a place of the river may use. */
const PACKAGES = ['calendar > ical.js', 'content > saxen', 'test-copy > saxen', 'test-copy > fflate', 'breach-report > fflate']

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
const imports = sources.flatMap((path) =>
  [...readFileSync(join('src', path), 'utf8').matchAll(/(?:\bfrom |^import |\bimport\()'([^']+)'/gm)]
    .map(([, name = '']) => ({ path, name, from: path.split('/')[0] ?? '' })))
const own = imports.filter(({ name }) => name.startsWith('.'))
  .map((each) => ({ ...each, to: normalize(join(dirname(each.path), each.name)).split('/')[0] ?? '' }))
const isUpstream = (from: string, to: string) =>
  from === to || SHORES.includes(`${from} > ${to}`) ||
  (RIVER.includes(to) && (!RIVER.includes(from) || RIVER.indexOf(to) < RIVER.indexOf(from)))

it('the listing of src is the river and its shores', () => {
  const shores = SHORES.map((shore) => shore.split(' ')[0])
  expect(imports.filter(({ from }) => !RIVER.includes(from) && !shores.includes(from))).toEqual([])
  expect(imports.length).toBeGreaterThan(200)
})
it('imports point upstream', () => {
  expect(own.filter(({ from, to }) => to !== '..' && !isUpstream(from, to))).toEqual([])
})
it('the river uses no package but those its places are given', () => {
  const foreign = imports.filter(({ from, name }) => RIVER.includes(from) && !name.startsWith('.'))
  expect(foreign.filter(({ from, name }) => !PACKAGES.some((known) => `${from} > ${name}`.startsWith(known)))).toEqual([])
})
