import type { Access, Release } from './release.ts'

/**
 * Whether the figures of a release are still under embargo.
 *
 * The embargo of a confirmed release ends with the instant of publication
 * itself: at 09:30:00.000 the figures are public. A provisional, postponed or
 * cancelled release keeps its embargo whatever the clock says. Source: Code of
 * Practice for Statistics, T3; shared design §6, last row.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function isEmbargoed(release: Release, at: number): boolean {
  switch (release.state) {
    case 'published':
      return false
    case 'confirmed':
      return at < release.at
    case 'provisional':
    case 'postponed':
    case 'cancelled':
      return true
  }
}

const sameAddress = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/** Whether an address belongs to the people who make the release. */
export function isInTeam(release: Release, address: string): boolean {
  const lower = address.trim().toLowerCase()
  return release.team.some((member) =>
    member[0] === '@' ? lower.endsWith(member.trim().toLowerCase()) : sameAddress(member, lower),
  )
}

/** What pre-release access an address has at an instant. */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'not-yet'; readonly opensAt: number }
  | { readonly kind: 'expired'; readonly expiredAt: number }
  | { readonly kind: 'none' }

const standingOf = (access: Access, at: number): Standing => {
  if (at < access.opensAt) return { kind: 'not-yet', opensAt: access.opensAt }
  if (access.expiresAt !== null && at >= access.expiresAt)
    return { kind: 'expired', expiredAt: access.expiresAt }
  return { kind: 'open' }
}

/**
 * Pre-release access of an address at an instant: open from `opensAt` itself,
 * gone at `expiresAt` itself. Of several entries the open one counts.
 *
 * Only a confirmed time opens a window: when a release is postponed on Friday,
 * nobody may have Tuesday's figures on Monday. Source: Pre-release Access to
 * Official Statistics Order 2008, access is for the hours before publication.
 *
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function accessOf(release: Release, address: string, at: number): Standing {
  if (release.state !== 'confirmed') return { kind: 'none' }
  const standings = release.access
    .filter((access) => sameAddress(access.address, address))
    .map((access) => standingOf(access, at))
  return standings.find((standing) => standing.kind === 'open') ?? standings[0] ?? { kind: 'none' }
}
