/**
 * What belongs to a key, made when it is first asked for; it lives as long as the key. `make` should be made once, too,
 * where this is asked of every word.
 */
export function keptFor<Key extends object, Value>(
  known: WeakMap<Key, Value>,
  key: Key,
  make: (key: Key) => Value,
): Value {
  let value = known.get(key)
  if (value === undefined) {
    value = make(key)
    known.set(key, value)
  }
  return value
}
