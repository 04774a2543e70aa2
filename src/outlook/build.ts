declare const EMBARGO_GUARD_BUILD: string
declare const EMBARGO_GUARD_ORIGIN: string

/** The build that asks, `0.1.0-local`. Outlook that stays open for days runs an old one. */
export const BUILD = typeof EMBARGO_GUARD_BUILD === 'string' ? EMBARGO_GUARD_BUILD : 'unbuilt'

/**
 * The origin that stands in the manifest as it is kept, and in a bundle that was
 * built for nobody in particular (manifest-for-origin.ts).
 */
export const PLACEHOLDER_ORIGIN = 'https://embargo-guard.example'

/** The origin that this bundle was built for. */
export const BUILT_ORIGIN =
  typeof EMBARGO_GUARD_ORIGIN === 'string' ? EMBARGO_GUARD_ORIGIN : PLACEHOLDER_ORIGIN
