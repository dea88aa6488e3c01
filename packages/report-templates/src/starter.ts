import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BlockOf, parseTemplate } from './language/parse-template.ts'
import type { Template } from './template.ts'

const starter = fileURLToPath(new URL('../starter/', import.meta.url))

/** Thrown for templates that cannot be read; the message has a line `FILE:LINE:COLUMN: PROBLEM` for each mistake. */
export class UnreadableTemplates extends Error {
  readonly code = 'template-unreadable'
}

/** The templates that come with Plume. */
export function loadStarterTemplates(): readonly Template[] {
  return loadFolder(starter, blocksBeside(starter))
}

/**
 * The templates of a site, and those that come with Plume which it does not replace by one of the same id and locale.
 * A block of the site stands for the starter's of the same name, in every template. Throws `UnreadableTemplates`.
 */
export function loadTemplates(siteFolder: string): readonly Template[] {
  const block = blocksBeside(siteFolder)
  const site = existsSync(siteFolder) ? loadFolder(siteFolder, block) : []
  const isReplaced = ({ id, locale }: Template) =>
    site.some((template) => template.id === id && template.locale === locale)
  return [...site, ...loadFolder(starter, block).filter((template) => !isReplaced(template))]
}

function loadFolder(folder: string, block: BlockOf): readonly Template[] {
  const wrong: string[] = []
  const templates: Template[] = []
  const names = readdirSync(folder).filter((each) => each.endsWith('.md') && each !== 'README.md')
  for (const name of names.sort()) {
    const path = join(folder, name)
    const template = parseTemplate(readFileSync(path, 'utf8'), block)
    if ('problems' in template) {
      const lines = template.problems.map(
        ({ line, column, message }) => `${path}:${line}:${column}: ${message}`,
      )
      wrong.push(...lines)
    } else if (
      templates.some(({ id, locale }) => id === template.id && locale === template.locale)
    ) {
      wrong.push(`${path}:1:1: Another file has the template ${template.id} in ${template.locale}.`)
    } else templates.push(template)
  }
  if (wrong.length > 0) throw new UnreadableTemplates(wrong.join('\n'))
  return templates
}

/** The blocks that templates of a folder include: those of its folder `blocks`, then those that come with Plume. */
export function blocksBeside(folder: string): BlockOf {
  const folders = [folder, starter].map((each) => join(each, 'blocks'))
  return (name) => {
    // It leads to no other folder.
    if (!/^[a-z0-9][a-z0-9-]*(?:\.[a-z]{2}-[A-Z]{2})?$/.test(name)) return null
    const path = folders.map((each) => join(each, `${name}.md`)).find((each) => existsSync(each))
    return path === undefined ? null : readFileSync(path, 'utf8')
  }
}
