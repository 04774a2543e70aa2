import type { Generated } from 'kysely'
import type { Holder } from '../../release/release-details.ts'

/** Pre-release access of one address to one release. */
export type AccessTable = {
  release_id: string
  /** A person, a team inbox or a distribution list. */
  address: string
  /** The post held: access belongs to it. */
  post: string
  opens_at: Date
  /** `null`: until publication. */
  expires_at: Date | null
  holder: Generated<Holder>
  /** Why the post needs the figures before publication. */
  reason: Generated<string>
  /** When an administrator last confirmed the entry, and who. */
  confirmed_at: Date
  confirmed_by: Generated<string>
}
