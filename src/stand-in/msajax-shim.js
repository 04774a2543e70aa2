/*
 * The few members of MicrosoftAjax that Microsoft’s library for Outlook on the
 * web looks for. MicrosoftAjax.js itself is in no package, and without these
 * the library would fetch it from an outside address and never start.
 * Our own words: what each is for was read off its callers.
 */
;((window) => {
  if (window.Sys?.StringBuilder) return

  const fault = (name, usual) => (parameter, message) => {
    const place = parameter ? `\nParameter name: ${parameter}` : ''
    const error = new Error(`${name}: ${message || usual}${place}`)
    error.name = name
    error.paramName = parameter
    return error
  }

  Error.argument = fault('Sys.ArgumentException', 'Value does not fall within the expected range.')
  Error.argumentNull = fault('Sys.ArgumentNullException', 'Value cannot be null.')
  Error.argumentUndefined = fault('Sys.ArgumentUndefinedException', 'Value cannot be undefined.')
  Error.argumentType = fault('Sys.ArgumentTypeException', 'Object cannot be converted to the required type.')
  Error.argumentOutOfRange = fault(
    'Sys.ArgumentOutOfRangeException',
    'Specified argument was out of the range of valid values.',
  )
  Error.parameterCount = (message) =>
    fault('Sys.ParameterCountException', 'Parameter count mismatch.')('', message)

  const PRIMITIVES = new Map([
    [String, 'string'],
    [Number, 'number'],
    [Boolean, 'boolean'],
    [Function, 'function'],
  ])

  const isOf = (type, value) => {
    if (PRIMITIVES.has(type)) return typeof value === PRIMITIVES.get(type)
    if (type === Object) return typeof value === 'object' || typeof value === 'function'
    return value instanceof type
  }

  Function._validateParameter = (value, expected, name) => {
    if (value === undefined)
      return expected.mayBeNull || expected.optional ? null : Error.argumentUndefined(name)
    if (value === null) return expected.mayBeNull ? null : Error.argumentNull(name)
    return expected.type && !isOf(expected.type, value) ? Error.argumentType(name) : null
  }

  const firstFault = (given, expected) =>
    expected
      .filter((each, index) => index < given.length || !each.optional)
      .map((each) => Function._validateParameter(given[expected.indexOf(each)], each, each.name))
      .find((error) => error !== null) ?? null

  Function._validateParams = (given, expected) => {
    const needed = expected.filter((each) => !each.optional).length
    if (given.length > expected.length || given.length < needed) return Error.parameterCount()
    return firstFault(given, expected)
  }

  const Type = Function
  Type.registerNamespace = (path) => {
    let place = window
    for (const name of path.split('.')) {
      place[name] ??= {}
      place = place[name]
    }
  }
  Type.prototype.registerClass = function registerClass() {
    return this
  }

  window.Type = Type
  window.Sys = {
    StringBuilder: function StringBuilder() {
      return this
    },
    Debug: { trace: () => undefined },
    Browser: { agent: {}, InternetExplorer: {} },
    Serialization: { JavaScriptSerializer: { serialize: JSON.stringify, deserialize: JSON.parse } },
  }
})(window)
