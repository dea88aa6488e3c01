import type { TemplateProblem, TemplateSection } from './template.ts'

const headingLine = /^##[ \t]+(.*?)[ \t]*(?:\{#([a-z][a-z0-9-]*)\})?[ \t]*$/
const aliasesLine = /^also:[ \t]*(.*)$/
const loincLine = /^loinc:[ \t]*(\d{1,7}-\d)[ \t]*$/

/**
 * The sections of a template: `## Heading {#id}`, then lines that say more about it:
 * `required`, `also: other, names`, `loinc: 12345-6`. `firstLine` is the body's place in the file.
 */
export function parseSections(
  body: string,
  firstLine: number,
): {
  readonly sections: readonly TemplateSection[]
  readonly problems: readonly TemplateProblem[]
} {
  const sections: TemplateSection[] = []
  const problems: TemplateProblem[] = []
  for (const [index, line] of body.split('\n').entries()) {
    const complain = (message: string) =>
      problems.push({ line: firstLine + index, column: 1, message })
    const heading = headingLine.exec(line)
    const last = sections.at(-1)
    if (heading) {
      const section = newSection(heading[1] ?? '', heading[2])
      if (section.heading.includes('{#')) {
        complain('An id between {# and } has small letters, digits and hyphens only.')
      }
      if (section.heading === '') complain('A section needs a heading after "##".')
      if (sections.some(({ id }) => id === section.id)) {
        complain(
          `Two sections have the id "${section.id}"; give one another after its heading: {#id}.`,
        )
      }
      sections.push(section)
    } else if (line.trim() !== '') {
      const said = last ? describe(last, line.trim()) : null
      if (last && said) sections[sections.length - 1] = said
      else
        complain(
          'This line is neither a section ("## Heading") nor one of required, also: or loinc:.',
        )
    }
  }
  if (sections.length === 0) {
    problems.push({ line: firstLine, column: 1, message: 'A template needs at least one section.' })
  }
  return { sections, problems: [...problems, ...sharedNames(sections, firstLine)] }
}

function newSection(heading: string, id: string | undefined): TemplateSection {
  return { id: id ?? idOf(heading), heading, aliases: [], required: false, loinc: null }
}

/** The section with one more thing known about it; null when the line says nothing we know. */
function describe(section: TemplateSection, line: string): TemplateSection | null {
  if (line === 'required') return { ...section, required: true }
  const aliases = aliasesLine.exec(line)?.[1]
  if (aliases !== undefined) {
    const names = aliases.split(',').map((name) => name.trim())
    return { ...section, aliases: [...section.aliases, ...names.filter(Boolean)] }
  }
  const loinc = loincLine.exec(line)?.[1]
  return loinc === undefined ? null : { ...section, loinc }
}

/** A spoken heading must mean one section. */
function sharedNames(sections: readonly TemplateSection[], line: number): TemplateProblem[] {
  const owners = new Map<string, string>()
  const problems: TemplateProblem[] = []
  for (const section of sections) {
    for (const name of spokenNames(section)) {
      const owner = owners.get(name)
      if (owner !== undefined && owner !== section.id) {
        const message = `"${name}" names two sections, "${owner}" and "${section.id}".`
        problems.push({ line, column: 1, message })
      }
      owners.set(name, section.id)
    }
  }
  return problems
}

/** Everything a doctor may say for a section, in lower case, its heading first. */
export function spokenNames(section: TemplateSection): readonly string[] {
  return [section.heading, ...section.aliases].map((name) =>
    name
      .toLowerCase()
      .replace(/[-/,.:;()]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

function idOf(heading: string): string {
  const plain = heading.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const id = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return /^[a-z]/.test(id) ? id : `section-${id}`
}
