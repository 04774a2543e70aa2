import type { Said } from '../release/said.ts'
import { FILE } from './wording.ts'
/** A JSON value that knows its line, so that a fault in it can be found. */
export type Json = { readonly line: number } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'truth'; readonly truth: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'list'; readonly values: readonly Json[] }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Json> }
)

export type ReadJson =
  | { readonly kind: 'json'; readonly json: Json }
  | { readonly kind: 'broken'; readonly line: number; readonly because: Said }

/** Lists within lists. A calendar has 5; a file made to exhaust the stack has 100,000. */
const MAX_DEPTH = 64

type Token =
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'value'; readonly json: Json }
  | { readonly kind: 'end' }

/** Where reading stands in the text; `broken` is set once something is wrong. */
type Cursor = { readonly text: string; at: number; line: number; broken: Said | null }

/** Reads JSON (RFC 8259) with the line of each value. Of two members with one name the last counts. */
export function readJson(text: string): ReadJson {
  const cursor: Cursor = { text: text.replace(/^\uFEFF/, ''), at: 0, line: 1, broken: null }
  const json = valueAt(cursor, nextToken(cursor), 0)
  if (json !== null && nextToken(cursor).kind !== 'end') fail(cursor, FILE.jsonGoesOn)
  if (json === null || cursor.broken !== null)
    return { kind: 'broken', line: cursor.line, because: cursor.broken ?? FILE.notJson }
  return { kind: 'json', json }
}

function fail(cursor: Cursor, because: Said): null {
  if (cursor.broken === null) cursor.broken = because
  return null
}

const TOKEN =
  /([{}[\],:])|("[^"\\]*(?:\\[\s\S][^"\\]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])|(true|false|null)(?!\w)/y

function nextToken(cursor: Cursor): Token {
  skipSpace(cursor)
  if (cursor.at >= cursor.text.length) return { kind: 'end' }
  TOKEN.lastIndex = cursor.at
  const found = TOKEN.exec(cursor.text)
  const { line } = cursor
  if (!found) {
    fail(cursor, FILE.jsonUnreadable(cursor.text.slice(cursor.at, cursor.at + 20)))
    return { kind: 'end' }
  }
  cursor.at = TOKEN.lastIndex
  const [, sign, quoted, number, word] = found
  if (sign !== undefined) return { kind: 'sign', sign }
  if (quoted !== undefined) return textToken(cursor, quoted, line)
  if (number !== undefined) return { kind: 'value', json: { line, kind: 'number', number: Number(number) } }
  if (word === 'null') return { kind: 'value', json: { line, kind: 'null' } }
  return { kind: 'value', json: { line, kind: 'truth', truth: word === 'true' } }
}

function skipSpace(cursor: Cursor): void {
  for (; cursor.at < cursor.text.length; cursor.at++) {
    const character = cursor.text[cursor.at]
    if (character === '\n') cursor.line++
    else if (character !== ' ' && character !== '\t' && character !== '\r') return
  }
}

function textToken(cursor: Cursor, quoted: string, line: number): Token {
  try {
    const text: unknown = JSON.parse(quoted)
    if (typeof text === 'string') return { kind: 'value', json: { line, kind: 'text', text } }
  } catch {
    fail(cursor, FILE.jsonTextUnreadable(quoted.slice(0, 20)))
  }
  return { kind: 'end' }
}

function valueAt(cursor: Cursor, token: Token, depth: number): Json | null {
  if (token.kind === 'value') return token.json
  if (token.kind === 'end') return fail(cursor, FILE.jsonEndsEarly)
  if (depth > MAX_DEPTH) return fail(cursor, FILE.jsonTooDeep)
  if (token.sign === '{') return objectAt(cursor, depth + 1)
  if (token.sign === '[') return listAt(cursor, depth + 1)
  return fail(cursor, FILE.jsonUnexpected(token.sign))
}

const isSign = (token: Token, sign: string): boolean => token.kind === 'sign' && token.sign === sign

function listAt(cursor: Cursor, depth: number): Json | null {
  const { line } = cursor
  const values: Json[] = []
  let token = nextToken(cursor)
  if (isSign(token, ']')) return { line, kind: 'list', values }
  for (;;) {
    const value = valueAt(cursor, token, depth)
    if (value === null) return null
    values.push(value)
    token = nextToken(cursor)
    if (isSign(token, ']')) return { line, kind: 'list', values }
    if (!isSign(token, ',')) return fail(cursor, FILE.jsonNoComma(']'))
    token = nextToken(cursor)
  }
}

function objectAt(cursor: Cursor, depth: number): Json | null {
  const { line } = cursor
  const members = new Map<string, Json>()
  let token = nextToken(cursor)
  if (isSign(token, '}')) return { line, kind: 'object', members }
  for (;;) {
    if (token.kind !== 'value' || token.json.kind !== 'text') return fail(cursor, FILE.jsonNoName)
    const name = token.json.text
    if (!isSign(nextToken(cursor), ':')) return fail(cursor, FILE.jsonNoColon(name))
    const value = valueAt(cursor, nextToken(cursor), depth)
    if (value === null) return null
    members.set(name, value)
    token = nextToken(cursor)
    if (isSign(token, '}')) return { line, kind: 'object', members }
    if (!isSign(token, ',')) return fail(cursor, FILE.jsonNoComma('}'))
    token = nextToken(cursor)
  }
}
