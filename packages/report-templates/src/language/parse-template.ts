import type { Template, TemplateProblem } from '../template.ts'
import { problemOfCharacters } from './characters-of-no-text.ts'
import { parseBody } from './parse-body.ts'
import { readFrontMatter } from './read-front-matter.ts'

/** Longer than any template a person would keep: a guard against a file that is none. */
const longestSource = 500_000

/** The blocks that a template may include, by name: a letterhead, a signature. */
export type BlockOf = (name: string) => string | null

/**
 * Reads a template file: YAML front matter, then one `##` heading for each section, each with its normal text.
 * Returns the template, or everything that is wrong with it. Never throws, whatever the text.
 */
export function parseTemplate(
  source: string,
  block: BlockOf = () => null,
): Template | { readonly problems: readonly TemplateProblem[] } {
  if (source.length > longestSource) return refused(1, 'The file is too long to be a template.')
  const text = source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const strange = problemOfCharacters(text)
  if (strange) return { problems: [strange] }
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
  const fields = front.facts?.fields ?? []
  // Without its facts the fields that the body names are not known: one mistake would be told as many.
  const { problems, ...frame } =
    front.facts === null
      ? { sections: [], around: {}, example: null, problems: [] }
      : parseBody(body, bodyLine, { fields, block })
  const all = [...front.problems, ...problems]
  if (front.facts === null || all.length > 0) return { problems: all }

  const { opening, ...facts } = front.facts
  const { sections } = frame
  if (sections.length === 0 && (facts.layout !== 'form' || fields.length === 0)) {
    return refused(bodyLine, 'A template needs at least one section, or, as a form, one field.')
  }
  if (opening !== null && !sections.some(({ id }) => id === opening.value)) {
    return refused(
      opening.line,
      `"opening" names the section "${opening.value}", which is not there.`,
    )
  }
  return { ...facts, opening: opening?.value ?? null, ...frame }
}

function refused(line: number, message: string) {
  return { problems: [{ line, column: 1, message }] }
}
