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
}
