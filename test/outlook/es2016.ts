/**
 * The built-ins of ECMA-262, 7th edition (ES2016): what classic Outlook’s
 * runtime can be relied upon to have. By object, in the order of the standard’s
 * chapters. Of Annex B only what Microsoft’s own library uses.
 */
const ES2016: Readonly<Record<string, string>> = {
  globalThis:
    'Infinity NaN undefined eval isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent Array ArrayBuffer Boolean DataView Date Error EvalError Float32Array Float64Array Function Int8Array Int16Array Int32Array Map Number Object Promise Proxy RangeError ReferenceError RegExp Set String Symbol SyntaxError TypeError Uint8Array Uint8ClampedArray Uint16Array Uint32Array URIError WeakMap WeakSet JSON Math Reflect',
  Object:
    'assign create defineProperties defineProperty freeze getOwnPropertyDescriptor getOwnPropertyNames getOwnPropertySymbols getPrototypeOf is isExtensible isFrozen isSealed keys preventExtensions seal setPrototypeOf',
  'Object.prototype':
    'hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf __proto__',
  'Function.prototype': 'apply bind call toString arguments caller',
  Symbol:
    'for hasInstance isConcatSpreadable iterator keyFor match replace search species split toPrimitive toStringTag unscopables',
  'Symbol.prototype': 'toString valueOf',
  Number:
    'EPSILON isFinite isInteger isNaN isSafeInteger MAX_SAFE_INTEGER MAX_VALUE MIN_SAFE_INTEGER MIN_VALUE NaN NEGATIVE_INFINITY parseFloat parseInt POSITIVE_INFINITY',
  'Number.prototype': 'toExponential toFixed toLocaleString toPrecision toString valueOf',
  Math: 'E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 abs acos acosh asin asinh atan atanh atan2 cbrt ceil clz32 cos cosh exp expm1 floor fround hypot imul log log1p log10 log2 max min pow random round sign sin sinh sqrt tan tanh trunc',
  String: 'fromCharCode fromCodePoint raw',
  'String.prototype':
    'charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf localeCompare match normalize repeat replace search slice split startsWith substring toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase trim valueOf substr',
  'RegExp.prototype': 'exec flags global ignoreCase multiline source sticky test toString unicode',
  Array: 'from isArray of',
  'Array.prototype':
    'concat copyWithin entries every fill filter find findIndex forEach includes indexOf join keys lastIndexOf map pop push reduce reduceRight reverse shift slice some sort splice toLocaleString toString unshift values',
  TypedArray: 'from of',
  'TypedArray.prototype':
    'buffer byteLength byteOffset copyWithin entries every fill filter find findIndex forEach includes indexOf join keys lastIndexOf map reduce reduceRight reverse set slice some sort subarray toLocaleString toString values',
  'Map.prototype': 'clear delete entries forEach get has keys set size values',
  'Set.prototype': 'add clear delete entries forEach has keys size values',
  'WeakMap.prototype': 'delete get has set',
  'WeakSet.prototype': 'add delete has',
  ArrayBuffer: 'isView',
  'ArrayBuffer.prototype': 'byteLength slice',
  'DataView.prototype':
    'buffer byteLength byteOffset getFloat32 getFloat64 getInt8 getInt16 getInt32 getUint8 getUint16 getUint32 setFloat32 setFloat64 setInt8 setInt16 setInt32 setUint8 setUint16 setUint32',
  JSON: 'parse stringify',
  Promise: 'all race reject resolve',
  'Promise.prototype': 'catch then',
  Reflect:
    'apply construct defineProperty deleteProperty get getOwnPropertyDescriptor getPrototypeOf has isExtensible ownKeys preventExtensions set setPrototypeOf',
}

/**
 * A script that takes from the realm it runs in every built-in of later
 * editions, and everything of other standards that a bare realm has (Intl,
 * WebAssembly). What was put into the realm by name stays.
 */
export const STRIP_TO_ES2016 = `(() => {
  const allowed = ${JSON.stringify(ES2016)}
  const always = ['length', 'name', 'prototype', 'constructor']
  const TypedArray = Object.getPrototypeOf(Uint8Array)
  const later = ['asyncIterator', 'matchAll', 'dispose', 'asyncDispose', 'metadata']
  const symbols = later.map((name) => Symbol[name]).filter(Boolean)
  const place = (path) =>
    path === 'globalThis' ? globalThis
      : path.split('.').reduce((at, name) => (name === 'TypedArray' ? TypedArray : at[name]), globalThis)
  const names = Object.keys(allowed)
  const places = names.map(place)
  const standard = ${JSON.stringify(standardGlobals())}
  names.forEach((name, index) => {
    const keep = allowed[name].split(' ').concat(always)
    const object = places[index]
    Object.getOwnPropertyNames(object)
      .filter((key) => !keep.includes(key) && (name !== 'globalThis' || standard.includes(key)))
      .forEach((key) => { delete object[key] })
    symbols.forEach((symbol) => { delete object[symbol] })
  })
})()`

/** What this Node’s bare realm calls its own; the rest of a realm was put there. */
function standardGlobals(): readonly string[] {
  return Object.getOwnPropertyNames(globalThis)
    .filter((name) => /^[A-Z]/.test(name))
    .concat('globalThis', 'escape', 'unescape')
}
