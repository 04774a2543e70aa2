/** Where the event script lies on the add-in’s origin; the manifest names the same. */
export const LAUNCH_SCRIPT = '/addin/launch.js'

/**
 * The list without which classic Outlook’s runtime lets a script ask no service,
 * looked up at `/.well-known/microsoft-officeaddins-allowed.json` of that origin.
 *
 * Source: learn.microsoft.com, “Use single sign-on or cross-origin resource
 * sharing in your event-based add-in”.
 *
 * @param origin the add-in’s own, `https://guard.office.example`
 */
export const allowedScripts = (origin: string): { readonly allowed: readonly string[] } => ({
  allowed: [`${origin}${LAUNCH_SCRIPT}`],
})
