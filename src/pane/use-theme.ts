import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'

/** Relative luminance below which white text is read better than black. Source: WCAG 2.2, contrast ratio: equal at 0.179. */
const DARK_LUMINANCE = 0.179

const channel = (hexadecimal: string): number => {
  const value = Number.parseInt(hexadecimal, 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** Whether `#1f1f1f` is a dark ground. What is no such colour is not dark. */
export function isDark(colour: string): boolean {
  const [, red, green, blue] = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) ?? []
  if (!red || !green || !blue) return false
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue) < DARK_LUMINANCE
}

function outlookIsDark(): boolean {
  try {
    return isDark(Office.context.officeTheme?.bodyBackgroundColor ?? '')
  } catch {
    return false
  }
}

/** Outlook says when its theme changes, from Mailbox 1.14 on; coming back into view does for the others. */
function onThemeChange(changed: () => void): () => void {
  window.addEventListener('focus', changed)
  try {
    Office.context.mailbox?.addHandlerAsync(Office.EventType.OfficeThemeChanged, changed)
  } catch {
    // An Outlook without the event keeps the theme it was opened with until the pane has the focus again.
  }
  return () => window.removeEventListener('focus', changed)
}

/** The theme that goes with Outlook’s own. */
export const useTheme = (): Theme =>
  useSyncExternalStore(onThemeChange, outlookIsDark) ? webDarkTheme : webLightTheme
