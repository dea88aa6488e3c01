/**
 * One value, one string: keys in order of their UTF-16 code units, no white space, numbers as
 * ECMAScript writes them (the JSON Canonicalization Scheme, RFC 8785, but that a lone surrogate is
 * escaped, not refused). Hash chains are built over it.
 *
 * Throws on anything that would not come back from `JSON.parse` as it went in (dates, `NaN`, maps):
 * a hash over such a value could never be checked again. Properties that are `undefined` are left out.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value)
  }
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  if (isPlainObject(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  throw new TypeError(`not JSON: ${nameOf(value)}`)
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

/** The kind of thing, never its content. */
function nameOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) return value.constructor.name
  return typeof value
}
