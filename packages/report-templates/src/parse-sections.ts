import { isLoincCode } from './loinc-code.ts'
import { spokenNameOf, spokenNames } from './spoken-names.ts'
import type { TemplateSection } from './template.ts'

const headingLine = /^##[ \t]+(.*)$/
const headingId = /\{#([a-z][a-z0-9-]*)\}$/
const sectionWords = 'required, also:, loinc: or > text'

/** What is wrong with a line of the body. Lines count from 1 in the whole file. */
export type LineProblem = { readonly line: number; readonly message: string }
type Complain = (message: string) => void

/**
 * The sections of a template: `## Heading {#id}`, then lines that say more about it: `required`,
 * `also: other, names`, `loinc: 12345-6`, and `> text` for the text of a normal finding. Nothing else is
 * taken, so that a slip in one of these words is found and not printed. `firstLine` is the body's place in
 * the file.
 */
export function parseSections(
  body: string,
  firstLine: number,
): { readonly sections: readonly TemplateSection[]; readonly problems: readonly LineProblem[] } {
  const sections: TemplateSection[] = []
  const problems: LineProblem[] = []
  const owners = new Map<string, TemplateSection>()
  for (const [index, line] of body.split('\n').entries()) {
    const complain: Complain = (message) => problems.push({ line: firstLine + index, message })
    const heading = headingLine.exec(line)?.[1]
    const last = sections.at(-1)
    if (heading !== undefined) {
      const section = newSection(heading.trim(), complain)
      if (sections.some(({ id }) => id === section.id)) {
        complain(
          `Two sections have the id "${section.id}"; give one another after its heading: {#id}.`,
        )
      }
      sections.push(section)
    } else if (last && line.trim() !== '') {
      sections[sections.length - 1] = describe(last, line.trim(), complain)
    } else if (line.trim() !== '') {
      complain('Before the first section ("## Heading") there is only room for empty lines.')
    }
    const now = sections.at(-1)
    if (now) claimNames(now, owners, complain)
  }
  if (sections.length === 0) {
    problems.push({
      line: firstLine,
      message: 'A template needs at least one section ("## Heading").',
    })
  }
  return { sections, problems }
}

function newSection(line: string, complain: Complain): TemplateSection {
  const heading = line.replace(headingId, '').trim()
  const id = headingId.exec(line)?.[1] ?? idOf(heading)
  if (spokenNameOf(heading) === '') complain('A section needs a heading of words after "##".')
  if (/[{}]/.test(heading)) {
    complain('An id stands at the end in braces, in small letters, digits and hyphens: {#findings}.')
  }
  return { id, heading, aliases: [], required: false, loinc: null, defaultText: null }
}

/** The section with one more thing known about it. */
function describe(section: TemplateSection, line: string, complain: Complain): TemplateSection {
  const [, word, value = ''] = /^(required$|also:|loinc:|>)[ \t]*(.*)$/.exec(line) ?? []
  switch (word) {
    case 'required':
      return { ...section, required: true }
    case 'also:': {
      const names = value.split(',').map((name) => name.trim())
      return { ...section, aliases: [...section.aliases, ...names.filter(Boolean)] }
    }
    case 'loinc:':
      if (!isLoincCode(value)) {
        complain('After "loinc:" stands a LOINC code with its check digit: 59776-5.')
      }
      return { ...section, loinc: value }
    case '>': {
      const before = section.defaultText === null ? '' : `${section.defaultText}\n`
      return { ...section, defaultText: before + value }
    }
    default:
      complain(
        `This line is neither a section ("## Heading") nor one of its lines: ${sectionWords}.`,
      )
      return section
  }
}

/** A spoken name must mean one section; the complaint stands at the line that says it a second time. */
function claimNames(
  section: TemplateSection,
  owners: Map<string, TemplateSection>,
  complain: Complain,
): void {
  for (const name of spokenNames(section)) {
    const owner = owners.get(name)
    if (owner === undefined) owners.set(name, section)
    else if (owner.id !== section.id || owner.heading !== section.heading) {
      complain(`"${name}" names two sections, "${owner.heading}" and "${section.heading}".`)
    }
  }
}

function idOf(heading: string): string {
  const plain = heading.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const id = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return /^[a-z]/.test(id) ? id : `section-${id}`.replace(/-$/, '')
}
