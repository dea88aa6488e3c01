import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'

/** Says what is wrong at an offset of the YAML text. */
export type ComplainAt = (offset: number, message: string) => void

export type YamlReader = ReturnType<typeof createYamlReader>

/** Reads values of a YAML map, complaining at the value, or at the map where it is missing. */
export function createYamlReader(complain: ComplainAt) {
  function scalar(map: YAMLMap, key: string): { readonly value: unknown; readonly at: number } {
    const node = map.get(key, true)
    return isScalar(node)
      ? { value: node.value, at: offsetOf(node) }
      : { value: undefined, at: offsetOf(node ?? map) }
  }
  return {
    complain,
    onlyKeys(map: YAMLMap, known: readonly string[]): void {
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : '?'
        if (!known.includes(name)) {
          complain(offsetOf(key), `"${name}" is not known here; known are ${known.join(', ')}.`)
        }
      }
    },
    text(map: YAMLMap, key: string, pattern: RegExp, what: string): string | null {
      const { value, at } = scalar(map, key)
      if (typeof value === 'string' && pattern.test(value)) return value.trim()
      complain(at, `"${key}" is missing or is not ${what}.`)
      return null
    },
    wholeNumber(map: YAMLMap, key: string): number | null {
      const { value, at } = scalar(map, key)
      if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value
      complain(at, `"${key}" is missing or is not a whole number from 1.`)
      return null
    },
    /** Null without the key. */
    number(map: YAMLMap, key: string): number | null {
      if (!map.has(key)) return null
      const { value, at } = scalar(map, key)
      if (typeof value === 'number' && Number.isFinite(value)) return value
      complain(at, `"${key}" is not a number.`)
      return null
    },
    /** Without the key it is no. Words such as "yes" are not YAML 1.2's, so they are complained about. */
    yesOrNo(map: YAMLMap, key: string): boolean {
      if (!map.has(key)) return false
      const { value, at } = scalar(map, key)
      if (typeof value !== 'boolean') complain(at, `"${key}" must be true or false.`)
      return value === true
    },
    oneOf<Value extends string>(map: YAMLMap, key: string, values: readonly Value[]): Value | null {
      const { value, at } = scalar(map, key)
      const found = values.find((known) => known === value)
      if (found === undefined) complain(at, `"${key}" must be one of ${values.join(', ')}.`)
      return found ?? null
    },
    /** One text or a list of them; none without the key. */
    texts(map: YAMLMap, key: string): readonly string[] {
      const node = map.get(key, true)
      if (node === undefined) return []
      const items = isSeq(node) ? node.items : [node]
      return items.flatMap((item) => {
        const value = isScalar(item) ? item.value : null
        const text = typeof value === 'number' ? String(value) : value
        if (typeof text === 'string' && text.trim() !== '') return [text.trim()]
        complain(offsetOf(item), `"${key}" is a text or a list of texts: [one, other].`)
        return []
      })
    },
    /** The maps of a list; none without the key. */
    maps(map: YAMLMap, key: string, what: string): readonly YAMLMap[] {
      const list = map.get(key, true)
      if (list === undefined) return []
      if (!isSeq(list)) {
        complain(offsetOf(list), `"${key}" is a list; each of its lines begins with a hyphen.`)
        return []
      }
      return list.items.flatMap((item) => {
        if (isMap(item)) return [item]
        complain(offsetOf(item), what)
        return []
      })
    },
  }
}

export function offsetOf(node: unknown): number {
  const range = (node as Node | null)?.range
  return range?.[0] ?? 0
}
