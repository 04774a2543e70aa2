import type { FeatureTable } from '../register/feature-table.ts'
import { GAP } from './chain.ts'

/** The features of a message's part, 8 bytes each in reading order, as the register keys them. */
export type SentFeatures = Uint8Array

const FEATURE_BYTES = 8

const word = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) |
    ((bytes[at + 1] ?? 0) << 16) |
    ((bytes[at + 2] ?? 0) << 8) |
    (bytes[at + 3] ?? 0)) >>>
  0

/** The slot of a feature, or `UNKNOWN`; `GAP` where a line ends. */
export function slotAt(features: SentFeatures, index: number, table: FeatureTable): number {
  const one = word(features, index * FEATURE_BYTES)
  const two = word(features, index * FEATURE_BYTES + 4)
  return one === 0 && two === 0 ? GAP : table.find(one, two)
}

/** The slots of all features. */
export function slotsOf(features: SentFeatures, table: FeatureTable): Int32Array {
  const slots = new Int32Array(features.length / FEATURE_BYTES)
  for (let index = 0; index < slots.length; index++) slots[index] = slotAt(features, index, table)
  return slots
}
