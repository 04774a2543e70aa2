/** Who makes a release and may exchange it at any time. */
export type TeamTable = {
  release_id: string
  /** An address, or a domain as `@ons.gov.uk`. */
  member: string
}
