import { answered, type Calls, changed, ERRORS, refused } from './call.ts'
import type { Draft, Notification } from './draft.ts'
import { type Fields, fieldsAt, isFields, listAt, textAt } from './fields.ts'

/**
 * How much `sessionData` holds, in characters, names and values together.
 *
 * Source: learn.microsoft.com, “Limits for Outlook add-ins”: 50,000 up to Mailbox 1.15.
 */
export const SESSION_CHARACTERS = 50_000

/** How many bars one add-in may show. Source: `NotificationMessages.addAsync`. */
export const MAX_NOTIFICATIONS = 5

/** `Office.MailboxEnums.ItemNotificationMessageType` as the library numbers it. */
const NOTIFICATION_TYPES = [
  'informationalMessage',
  'progressIndicator',
  'errorMessage',
  'insightMessage',
] as const

const sessionLength = (session: Draft['session']): number =>
  Object.entries(session).reduce((sum, [name, value]) => sum + name.length + value.length, 0)

function without<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))
}

const textsIn = (fields: Fields): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))

function notificationIn(parameters: Fields): Notification {
  const type = parameters.type
  const action = listAt(parameters, 'actions').find(isFields)
  return {
    key: textAt(parameters, 'key'),
    type: NOTIFICATION_TYPES[typeof type === 'number' ? type : 0] ?? 'informationalMessage',
    message: textAt(parameters, 'message'),
    icon: textAt(parameters, 'icon'),
    persistent: parameters.persistent === true,
    action: action
      ? {
          label: textAt(action, 'actionText'),
          command: textAt(action, 'commandId'),
          context: contextIn(action.contextData),
        }
      : null,
  }
}

/** Context is handed on as a text, whatever it was. */
function contextIn(context: unknown): string {
  if (typeof context === 'string') return context
  return context === undefined ? '' : JSON.stringify(context)
}

const has = (draft: Draft, key: string): boolean => draft.notifications.some((each) => each.key === key)

/** What the item remembers for the add-in: session data, bars, headers, custom properties. */
export const PROPERTY_CALLS: Calls = {
  185: {
    method: 'sessionData.setAsync',
    answer: (draft, parameters) => {
      const name = textAt(parameters, 'name')
      const session = { ...draft.session, [name]: textAt(parameters, 'value') }
      if (sessionLength(session) > SESSION_CHARACTERS) return refused(ERRORS.sessionDataTooLong)
      return changed((now) => ({ ...now, session: { ...now.session, [name]: textAt(parameters, 'value') } }))
    },
  },
  186: {
    method: 'sessionData.getAsync',
    answer: (draft, parameters) => {
      const value = draft.session[textAt(parameters, 'name')]
      return value === undefined ? refused(ERRORS.keyNotFound) : answered(value)
    },
  },
  187: { method: 'sessionData.getAllAsync', answer: (draft) => answered(draft.session) },
  188: { method: 'sessionData.clearAsync', answer: () => changed((draft) => ({ ...draft, session: {} })) },
  189: {
    method: 'sessionData.removeAsync',
    answer: (draft, parameters) => {
      const name = textAt(parameters, 'name')
      if (draft.session[name] === undefined) return refused(ERRORS.keyNotFound)
      return changed((now) => ({ ...now, session: without(now.session, [name]) }))
    },
  },
  33: {
    method: 'notificationMessages.addAsync',
    answer: (draft, parameters) => {
      const added = notificationIn(parameters)
      if (has(draft, added.key)) return refused(ERRORS.duplicateNotificationKey)
      if (draft.notifications.length >= MAX_NOTIFICATIONS)
        return refused(ERRORS.numberOfNotificationsExceeded)
      return changed((now) => ({ ...now, notifications: [...now.notifications, added] }))
    },
  },
  34: {
    method: 'notificationMessages.getAllAsync',
    answer: (draft) => answered(draft.notifications.map(({ action: _action, ...rest }) => rest)),
  },
  35: {
    method: 'notificationMessages.replaceAsync',
    answer: (draft, parameters) => {
      const fresh = notificationIn(parameters)
      if (!has(draft, fresh.key)) return refused(ERRORS.notificationKeyNotFound)
      const replaced = (each: Notification): Notification => (each.key === fresh.key ? fresh : each)
      return changed((now) => ({ ...now, notifications: now.notifications.map(replaced) }))
    },
  },
  36: {
    method: 'notificationMessages.removeAsync',
    answer: (draft, parameters) => {
      const key = textAt(parameters, 'key')
      if (!has(draft, key)) return refused(ERRORS.notificationKeyNotFound)
      return changed((now) => ({
        ...now,
        notifications: now.notifications.filter((each) => each.key !== key),
      }))
    },
  },
  151: {
    method: 'internetHeaders.getAsync',
    answer: (draft, parameters) => {
      const asked = listAt(parameters, 'internetHeaderKeys').map(String)
      return answered(
        Object.fromEntries(Object.entries(draft.headers).filter(([name]) => asked.includes(name))),
      )
    },
  },
  152: {
    method: 'internetHeaders.setAsync',
    answer: (_draft, parameters) => {
      const fresh = textsIn(fieldsAt(parameters, 'internetHeaderNameValuePairs'))
      return changed((now) => ({ ...now, headers: { ...now.headers, ...fresh } }))
    },
  },
  153: {
    method: 'internetHeaders.removeAsync',
    answer: (_draft, parameters) => {
      const names = listAt(parameters, 'internetHeaderKeys').map(String)
      return changed((now) => ({ ...now, headers: without(now.headers, names) }))
    },
  },
  3: {
    method: 'loadCustomPropertiesAsync',
    answer: (draft) => ({
      kind: 'bare',
      fields: { wasSuccessful: true, customProperties: draft.customProperties },
    }),
  },
  4: {
    method: 'customProperties.saveAsync',
    answer: (_draft, parameters) => ({
      kind: 'bare',
      fields: { wasSuccessful: true },
      change: (now) => ({ ...now, customProperties: customPropertiesIn(parameters) }),
    }),
  },
  404: { method: 'roamingSettings.saveAsync', answer: () => answered() },
}

function customPropertiesIn(parameters: Fields): string {
  const given = parameters.customProperties
  return typeof given === 'string' ? given : JSON.stringify(given ?? {})
}
