import { FEATURE_BYTES, WEIGHT_BYTES } from '../../fingerprint/feature-list.ts'
import { FINGERPRINT_FORM } from '../../fingerprint/form.ts'
import type { KeyedPart } from '../../guard.ts'
import type { AskedPart, PartFeatures, RegisteredPart } from '../../register/contract.ts'
import { belongsTogether, type PartToRegister, recordsOf } from '../../register/records.ts'
import type { Said } from '../../release/said.ts'
import { problem, type SaidProblem } from '../door/problem.ts'
import type { Marks } from '../register/file-store.ts'
import type { Keys } from '../register/keyed-features.ts'

/** Features that nothing could be recognised by. */
export type Unusable = { readonly kind: 'unusable'; readonly told: SaidProblem }

const unusable = (told: SaidProblem): Unusable => ({ kind: 'unusable', told })

const NOT_WHOLE = { en: 'Features are not whole', cy: 'Nid yw’r nodweddion yn gyfan' }

const torn = (detail: Said): Unusable => unusable(problem(400, 'features-torn', NOT_WHOLE, detail))

const ofOtherForm = (part: string): Unusable =>
  unusable(
    problem(
      400,
      'fingerprints-differ',
      { en: 'Embargo Guard is not up to date', cy: 'Nid yw Embargo Guard yn gyfredol' },
      {
        en: `“${part}” was read by another version of Embargo Guard than the service has, so nothing in it could be recognised. Close Outlook or this page and open it again.`,
        cy: `Darllenwyd “${part}” gan fersiwn arall o Embargo Guard nag sydd gan y gwasanaeth, felly ni ellid adnabod dim ynddo. Caewch Outlook neu’r dudalen hon a’i agor eto.`,
      },
    ),
  )

/** The hash that a file is looked up under. Empty files are all alike and say nothing. */
const hashOf = ({ sha256, size }: PartFeatures, keys: Keys): Buffer | null =>
  sha256 === null || size === 0 ? null : keys.hash(sha256)

/** The parts as the register knows parts. */
type Keyed = { readonly kind: 'keyed'; readonly parts: readonly KeyedPart[] }

/** Features that were to be those of an earlier check, which is not remembered, and of which part. */
export type Forgotten = { readonly kind: 'forgotten'; readonly part: string }

/**
 * The parts of an enquiry, of which some may say that they are those of an earlier check.
 *
 * @param recall the keyed features of a part that says so
 */
export function askedParts(
  parts: readonly AskedPart[],
  keys: Keys,
  recall: (part: AskedPart) => Uint8Array | null,
): Keyed | Unusable | Forgotten {
  const recalled = new Map<AskedPart, Uint8Array>()
  for (const part of parts) {
    if (part.sameAs === undefined) continue
    const features = recall(part)
    if (features === null) return { kind: 'forgotten', part: part.part }
    recalled.set(part, features)
  }
  const keyed = keyedParts(parts, keys)
  if (keyed.kind === 'unusable') return keyed
  const whole = keyed.parts.map((one) => {
    const features = recalled.get(one.part)
    return features === undefined ? one : { ...one, features }
  })
  return { kind: 'keyed', parts: whole }
}

function keyedParts(parts: readonly PartFeatures[], keys: Keys): Keyed | Unusable {
  const keyed: KeyedPart[] = []
  for (const part of parts) {
    if (part.form !== FINGERPRINT_FORM) return ofOtherForm(part.part)
    const features = Buffer.from(part.features, 'base64')
    if (features.length % FEATURE_BYTES !== 0)
      return torn({
        en: `The features of “${part.part}” are not whole: each is ${FEATURE_BYTES} bytes.`,
        cy: `Nid yw nodweddion “${part.part}” yn gyfan: mae pob un yn ${FEATURE_BYTES} beit.`,
      })
    keyed.push({ part, hash: hashOf(part, keys)?.toString('hex') ?? null, features: keys.features(features) })
  }
  return { kind: 'keyed', parts: keyed }
}

/** @param bytes its features, keyed */
function partToRegister(part: RegisteredPart, bytes: Uint8Array, keys: Keys): PartToRegister {
  const figures = Buffer.from(part.rareFigures, 'base64')
  const isWhole = figures.length % FEATURE_BYTES === 0
  return {
    bytes,
    weights: Buffer.from(part.weights, 'base64'),
    rare: {
      figures: isWhole ? keys.features(figures) : figures,
      madeOf: Buffer.from(part.madeOf, 'base64'),
    },
  }
}

/** What a file is recognised by, from the parts it is registered with. */
export function marksOf(
  parts: readonly RegisteredPart[],
  keys: Keys,
): { readonly kind: 'marks'; readonly marks: Marks } | Unusable {
  const keyed = keyedParts(parts, keys)
  if (keyed.kind === 'unusable') return keyed
  const toRegister = parts.map((part, index) =>
    partToRegister(part, keyed.parts[index]?.features ?? new Uint8Array(0), keys),
  )
  const wrong = parts[toRegister.findIndex((part) => !belongsTogether(part))]
  if (wrong !== undefined)
    return torn({
      en: `“${wrong.part}” needs ${WEIGHT_BYTES} bytes of weight for each feature, and the rare figures that its runs are made of.`,
      cy: `Mae angen ${WEIGHT_BYTES} beit o bwysau ar “${wrong.part}” am bob nodwedd, a’r ffigurau prin y mae ei rediadau wedi’u gwneud ohonynt.`,
    })
  const hashes = parts.map((part) => hashOf(part, keys)).filter((hash) => hash !== null)
  return { kind: 'marks', marks: { hashes, records: recordsOf(toRegister) } }
}
