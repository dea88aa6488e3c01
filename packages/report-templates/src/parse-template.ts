import { parseSections } from './parse-sections.ts'
import { readFrontMatter } from './read-front-matter.ts'
import type { Template, TemplateProblem } from './template.ts'

/** Longer than any template a person would keep: a guard against a file that is none. */
const longestSource = 500_000

/**
 * Reads a template file: YAML front matter, then one `##` heading for each section. Returns the
 * template, or everything that is wrong with it. Never throws, whatever the text.
 */
export function parseTemplate(
  source: string,
): Template | { readonly problems: readonly TemplateProblem[] } {
  if (source.length > longestSource) return refused(1, 'The file is too long to be a template.')
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const parts = /^---\n([\s\S]*?\n)---[ \t]*(?:\n|$)([\s\S]*)$/.exec(text)
  if (!parts) {
    return refused(
      1,
      'A template begins with a line of three hyphens, its facts, and three hyphens.',
    )
  }
  const [, yaml = '', body = ''] = parts
  const bodyLine = yaml.split('\n').length + 2
  const front = readFrontMatter(yaml)
  const { sections, problems } = parseSections(body, bodyLine)
  const all = [...front.problems, ...problems]
  if (front.facts === null || all.length > 0) return { problems: all }

  const { opening } = front.facts
  if (opening !== null && !sections.some(({ id }) => id === opening.value)) {
    return refused(
      opening.line,
      `"opening" names the section "${opening.value}", which is not there.`,
    )
  }
  return { ...front.facts, opening: opening?.value ?? null, sections }
}

function refused(line: number, message: string) {
  return { problems: [{ line, column: 1, message }] }
}
