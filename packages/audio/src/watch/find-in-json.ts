/**
 * Values by JSON Pointer (RFC 6901): `/patient/id`, `/items/0`. Texts, numbers and yes-or-no as text;
 * whatever else stands there is nothing. Throws a `SyntaxError` where it is no JSON.
 */
export function findInJson(text: string): (pointer: string) => string | null {
  const root: unknown = JSON.parse(text)
  return (pointer) => {
    const names = pointer.split('/').slice(1)
    const found = names.reduce(step, root)
    const isPlain = ['string', 'number', 'boolean'].includes(typeof found)
    return isPlain ? String(found) : null
  }
}

function step(value: unknown, escaped: string): unknown {
  const name = escaped.replaceAll('~1', '/').replaceAll('~0', '~')
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}
