declare const EMBARGO_GUARD_BUILD: string

/** The build that asks, `0.1.0-local`. Outlook that stays open for days runs an old one. */
export const BUILD = typeof EMBARGO_GUARD_BUILD === 'string' ? EMBARGO_GUARD_BUILD : 'unbuilt'

/** Where this bundle was served from: the service puts its own origin in the place of this one when it serves it. */
export const SERVED_FROM = 'https://embargo-guard.example'
