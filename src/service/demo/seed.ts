import { inspectFile } from '../../fingerprint/inspect.ts'
import { finished, registeredFeaturesOf } from '../../guard.ts'
import { londonInstants, londonText } from '../../release/london-time.ts'
import { fileToAdd } from '../register/file-to-add.ts'
import type { Keys } from '../register/keyed-features.ts'
import type { LiveRegister } from '../register/live-register.ts'
import type { Registering } from '../register/registering.ts'
import type { ReleaseToAdd } from '../register/release-writing.ts'
import { SAMPLES } from './samples.ts'

/** Who is said to have registered the samples. */
const SEEDED_BY = 'carys@statistics.example'

const [PUBLISHED_AT = 0] = londonInstants(2020, 3, 17, 9, 30)
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** The release of the story: Tuesday 17 March 2020, 09:30. People and addresses are invented. */
const RELEASE: ReleaseToAdd = {
  series: 'Public Sector Employment',
  title: 'Public sector employment, UK: December 2019',
  at: PUBLISHED_AT,
  london: londonText(PUBLISHED_AT),
  state: 'confirmed',
  team: ['ada@statistics.example', 'ben@statistics.example', 'pse.team@statistics.example'],
  access: [
    {
      address: 'permanent.secretary@department.example',
      post: 'Permanent Secretary',
      opensAt: PUBLISHED_AT - DAY_MS,
      expiresAt: null,
    },
    {
      address: 'press.office@department.example',
      post: 'Head of News',
      opensAt: PUBLISHED_AT - HOUR_MS,
      expiresAt: null,
    },
  ],
}

/** Puts the samples of a try-out into its register, once. */
export async function seed(
  register: LiveRegister,
  registering: Registering,
  keys: Keys,
  at: number,
): Promise<void> {
  const change = { who: SEEDED_BY, at }
  const { releases, files } = await register.current()
  const known = releases.find(({ series, title }) => series === RELEASE.series && title === RELEASE.title)
  const release = known ?? (await registering.addRelease(RELEASE, change))
  for (const { name, standing, bytes } of SAMPLES) {
    if (files.some((file) => file.release === release.id && file.name === name)) continue
    const parts = finished(inspectFile(name, bytes(), 'register')).map(registeredFeaturesOf)
    const toAdd = fileToAdd(release.id, { name, standing, parts }, keys)
    if (toAdd.kind === 'unusable') throw new TypeError(`SAMPLES: ${toAdd.told.detail.en}`)
    await registering.addFile(toAdd.file, change, at)
  }
}
