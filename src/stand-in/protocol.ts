import { type Fields, fieldsAt, isFields, jsonIn, listAt, numberAt, textAt } from './fields.ts'

/**
 * The messages between Microsoft’s library and its host: JSON texts by
 * `postMessage`. Their shapes were read off the library itself, version
 * `osfweb 16.0.15201.10000`; test/stand-in/library.test.ts notices another one.
 */

/** Something the library asks of its host. */
export type LibraryRequest = {
  readonly kind: 'invoke' | 'register' | 'unregister'
  readonly action: string
  readonly conversation: string
  readonly correlation: number
  readonly parameters: unknown
}

/** One call on the item, by the number that the library has for the method. */
export type ItemCall = { readonly dispid: number; readonly parameters: Fields }

/** A handler says that it is done: `event.completed(options)`. */
export type HandlerCompletion = {
  readonly command: string
  /** 0, or why the library could not run the handler. */
  readonly status: number
  /** `undefined` where `completed` was called with nothing. */
  readonly options: Fields | undefined
}

const KINDS = ['invoke', 'register', 'unregister'] as const
const REQUEST = 0
const RESPONSE = 1
const FOR_CALLING = 0
const FOR_EVENTING = 1
const COMMAND_COMPLETED = 94

/** The action of all item calls. The completion of handlers is the same word with a small e. */
export const ITEM_CALL = 'ExecuteMethod'
export const HANDLER_COMPLETION = 'executeMethod'

/** The request in a message, or `null` where it is none. */
export function requestIn(message: unknown): LibraryRequest | null {
  const fields = jsonIn(message)
  if (!isFields(fields) || fields._messageType !== REQUEST) return null
  const kind = KINDS[numberAt(fields, '_actionType') ?? 0]
  if (kind === undefined) return null
  return {
    kind,
    action: textAt(fields, '_actionName'),
    conversation: textAt(fields, '_conversationId'),
    correlation: numberAt(fields, '_correlationId') ?? 0,
    parameters: fields._data,
  }
}

/** The answer to a request. An error code below 0 says that the request itself was lost. */
export function answerTo(request: LibraryRequest, data: unknown, origin: string, errorCode = 0): string {
  return JSON.stringify({
    _messageType: RESPONSE,
    _actionName: request.action,
    _conversationId: request.conversation,
    _correlationId: request.correlation,
    _origin: origin,
    _data: data,
    _errorCode: errorCode,
    _responseType: FOR_CALLING,
    _serializerVersion: 1,
  })
}

/** An event for a frame that registered it. */
export function eventMessage(conversation: string, name: string, data: unknown, origin: string): string {
  return JSON.stringify({
    _messageType: RESPONSE,
    _actionName: name,
    _conversationId: conversation,
    _correlationId: 0,
    _origin: origin,
    _data: data,
    _errorCode: 0,
    _responseType: FOR_EVENTING,
    _serializerVersion: 1,
  })
}

/** The item call in a request. `roamingSettings.saveAsync` alone sends its parameters as a list. */
export function itemCallIn(request: LibraryRequest): ItemCall | null {
  if (request.action !== ITEM_CALL || !isFields(request.parameters)) return null
  const dispid = numberAt(fieldsAt(request.parameters, 'MethodData'), 'DispatchId')
  if (dispid === undefined) return null
  const list = listAt(request.parameters, 'ApiParams')
  const parameters = list.length > 0 ? { list } : fieldsAt(request.parameters, 'ApiParams')
  return { dispid, parameters }
}

/** The completion in a request. */
export function completionIn(request: LibraryRequest): HandlerCompletion | null {
  if (request.action !== HANDLER_COMPLETION || !isFields(request.parameters)) return null
  if (numberAt(fieldsAt(request.parameters, 'DdaMethod'), 'DispatchId') !== COMMAND_COMPLETED) return null
  const event = jsonIn(request.parameters['2'])
  const options = isFields(event) ? event.completedContext : undefined
  return {
    command: textAt(request.parameters, '0'),
    status: numberAt(request.parameters, '1') ?? 0,
    options: isFields(options) ? options : undefined,
  }
}
