import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { fr } from './fr.ts'

type Leaf = { readonly path: string; readonly value: unknown }

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, `${path}.${key}`))
}

const english = leavesOf(en)
const french = leavesOf(fr)

/** The sentence itself, or what a sentence with gaps makes of sample values. */
function sentence({ value }: Leaf): string {
  return typeof value === 'function' ? String(value(1, 2, 3)) : String(value)
}

describe('dictionaries', () => {
  it('have the same keys', () => {
    expect(french.map((leaf) => leaf.path)).toEqual(english.map((leaf) => leaf.path))
  })

  it('leave no word empty and no gap unfilled', () => {
    for (const leaf of [...english, ...french]) {
      expect(sentence(leaf), leaf.path).not.toMatch(/^\s*$|undefined|\[object/)
    }
  })

  it('say the same number of things about the same values', () => {
    for (const [index, leaf] of english.entries()) {
      const translated = french[index]?.value
      if (typeof leaf.value !== 'function' || typeof translated !== 'function') continue
      expect(translated.length, leaf.path).toBe(leaf.value.length)
    }
  })

  it('put a no-break space before a French colon, and none before ! ? ;', () => {
    for (const leaf of french) {
      expect(sentence(leaf), leaf.path).not.toMatch(/ :|\s[!?;]/)
    }
  })

  it('use the typographic apostrophe in both languages', () => {
    for (const leaf of [...english, ...french]) expect(sentence(leaf), leaf.path).not.toContain("'")
  })
})
