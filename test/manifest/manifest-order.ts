/**
 * The order in which Outlook wants the children of an element.
 *
 * `?` may be missing, `+` may come several times. Source: learn.microsoft.com,
 * “How to find the proper order of manifest elements”; [MS-OWEMXML].
 */
export const CHILD_ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId?',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains?',
    'Hosts',
    'Requirements',
    'FormSettings',
    'Permissions',
    'Rule',
    'DisableEntityHighlighting?',
    'VersionOverrides',
  ],
  VersionOverridesV1_0: ['Description?', 'Requirements?', 'Hosts?', 'Resources?', 'VersionOverrides'],
  VersionOverridesV1_1: [
    'Description?',
    'Requirements',
    'Hosts',
    'Resources',
    'WebApplicationInfo?',
    'EquivalentAddins?',
    'ConnectedServiceControls?',
    'ExtendedPermissions?',
  ],
  MailHost: ['Runtimes', 'DesktopFormFactor', 'MobileFormFactor?'],
  Runtimes: ['Runtime'],
  Runtime: ['Override'],
  DesktopFormFactor: ['SupportsSharedFolders', 'FunctionFile?', 'ExtensionPoint+'],
  MessageComposeCommandSurface: ['OfficeTab'],
  AppointmentOrganizerCommandSurface: ['OfficeTab'],
  MessageReadCommandSurface: ['OfficeTab'],
  LaunchEvent: ['LaunchEvents', 'SourceLocation'],
  LaunchEvents: ['LaunchEvent+'],
  OfficeTab: ['Group+'],
  Group: ['Label', 'Control+'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Icon: ['bt:Image+'],
  Action: ['SourceLocation'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
}

const bare = (rule: string): string => rule.replace(/[?+]$/, '')

/** What is wrong with the order of some children; empty where nothing is. */
export function orderFaults(
  where: string,
  names: readonly string[],
  rules: readonly string[],
): readonly string[] {
  const faults: string[] = []
  let reached = 0
  for (const name of names) {
    const place = rules.findIndex((rule) => bare(rule) === name)
    if (place < 0) faults.push(`${where} may not contain ${name}`)
    else if (place < reached) faults.push(`${where}: ${name} stands too late`)
    else reached = place
  }
  for (const rule of rules) {
    const count = names.filter((name) => name === bare(rule)).length
    if (count === 0 && !rule.endsWith('?')) faults.push(`${where} lacks ${bare(rule)}`)
    if (count > 1 && !rule.endsWith('+')) faults.push(`${where} has ${bare(rule)} ${count} times`)
  }
  return faults
}
