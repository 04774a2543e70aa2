import type { Person } from '../identity.ts'

/** Who one can be in a try-out. All are invented; `.example` belongs to nobody (RFC 2606). */
export const PEOPLE: readonly Person[] = [
  { kind: 'person', address: 'ada@statistics.example', name: 'Ada Marsh', role: 'staff' },
  { kind: 'person', address: 'ben@statistics.example', name: 'Ben Okafor', role: 'staff' },
  { kind: 'person', address: 'carys@statistics.example', name: 'Carys Lewis', role: 'administrator' },
  { kind: 'person', address: 'dilys@statistics.example', name: 'Dilys Owen', role: 'administrator' },
]
