import { readdirSync, readFileSync } from 'node:fs'
import { parseTemplate } from './language/parse-template.ts'
import type { Template } from './template.ts'

const folder = new URL('../starter/', import.meta.url)

/** The templates that come with Plume. Throws when one of them is broken: that is our bug. */
export function loadStarterTemplates(): readonly Template[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const template = parseTemplate(readFileSync(new URL(name, folder), 'utf8'))
      if (!('problems' in template)) return template
      const [first] = template.problems
      throw new TypeError(`${name}, line ${first?.line}: ${first?.message}`)
    })
}
