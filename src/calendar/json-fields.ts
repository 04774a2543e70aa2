import { type Fault, leftOut } from './calendar-row.ts'
import type { Json } from './json-tree.ts'
import { ROW } from './wording.ts'

/** The member of an object by that name, or by that path; `null` where it is missing or null. */
export function memberOf(json: Json | null, ...path: readonly string[]): Json | null {
  let found = json
  for (const name of path) {
    if (found === null || found.kind !== 'object') return null
    found = found.members.get(name) ?? null
  }
  return found === null || found.kind === 'null' ? null : found
}

/** The text of a member; empty where it is missing or is none. */
export function textOf(json: Json | null, ...path: readonly string[]): string {
  const member = memberOf(json, ...path)
  return member?.kind === 'text' ? member.text : ''
}

/** The values of a member that is a list; none where it is missing. */
export function listOf(json: Json | null, ...path: readonly string[]): readonly Json[] {
  const member = memberOf(json, ...path)
  return member?.kind === 'list' ? member.values : []
}

/** The texts of a member that is a list of them; of other values nothing. */
export const textsOf = (json: Json | null, ...path: readonly string[]): readonly string[] =>
  listOf(json, ...path).map((value) => (value.kind === 'text' ? value.text : ''))

/** Whether a member is true; `null` where it is missing or neither true nor false. */
export function truthOf(json: Json | null, ...path: readonly string[]): boolean | null {
  const member = memberOf(json, ...path)
  return member?.kind === 'truth' ? member.truth : null
}

/** The line of a member, or of what should hold it. */
export const lineOf = (json: Json, ...path: readonly string[]): number =>
  (memberOf(json, ...path) ?? json).line

/** Faults for members that are there and are no texts: a number is no title. */
export function notTexts(json: Json, ...paths: readonly (readonly string[])[]): Fault[] {
  return paths
    .filter((path) => {
      const member = memberOf(json, ...path)
      return member !== null && member.kind !== 'text'
    })
    .map((path) => leftOut(lineOf(json, ...path), path.join('.'), ROW.notText))
}
