import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BlockOf, parseTemplate } from './language/parse-template.ts'
import type { Template } from './template.ts'

const folder = fileURLToPath(new URL('../starter/', import.meta.url))

/** The templates that come with Plume. Throws when one of them is broken: that is our bug. */
export function loadStarterTemplates(): readonly Template[] {
  const block = readBlocks(join(folder, 'blocks'))
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const template = parseTemplate(readFileSync(join(folder, name), 'utf8'), block)
      if (!('problems' in template)) return template
      const [first] = template.problems
      throw new TypeError(`${name}, line ${first?.line}: ${first?.message}`)
    })
}

/** The blocks of a folder, each a file `NAME.md`. A name has small letters, digits, hyphens and points, and leads nowhere else. */
export function readBlocks(blocksFolder: string): BlockOf {
  return (name) => {
    if (!/^[a-z0-9][a-z0-9-]*(?:\.[a-z]{2}-[A-Z]{2})?$/.test(name)) return null
    try {
      return readFileSync(join(blocksFolder, `${name}.md`), 'utf8')
    } catch {
      return null
    }
  }
}
