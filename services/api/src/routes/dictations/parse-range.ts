export type ByteRange = { readonly start: number; readonly end: number }

/**
 * The one range of a `Range` header, both ends included. Null where the whole is to be sent: no
 * header, another unit, or several ranges, which a server may ignore (RFC 9110, 14.2).
 */
export function parseRange(
  header: string | undefined,
  length: number,
): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  const [, first = '', last = ''] = match ?? []
  if (!match || (first === '' && last === '')) return null
  const start = first === '' ? Math.max(0, length - Number(last)) : Number(first)
  const end = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1)
  if (start >= length || start > end) return 'unsatisfiable'
  return { start, end }
}
