import { spokenForm } from '../macros/spoken-form.ts'
import {
  type LetterPart,
  letterParts,
  type Template,
  type TemplateProblem,
  type TemplateSection,
  type TemplateText,
} from '../template.ts'
import { readCondition } from './read-condition.ts'
import { type Complain, type Nameable, readTemplateText } from './read-template-text.ts'

const headingLine = /^(#{2,4})[ \t]+(.*?)[ \t]*(?:\{#([a-z][a-z0-9-]*)\})?[ \t]*$/
const partLine = /^#[ \t]+(.*?)[ \t]*$/
const sayingLine = /^(required|(?:also|cues|loinc|if):.*)$/
/** A longer one is no heading. */
const longestHeading = 500
const loincCode = /^\d{1,7}-\d$/

type Body = Pick<Template, 'sections' | 'around' | 'example'> & {
  readonly problems: readonly TemplateProblem[]
}

/** Lines under one heading, and where the heading stands. */
type Piece = { readonly heading: string; readonly line: number; readonly lines: string[] }

/**
 * The body of a template: `## Heading {#id}` for each section (`###`, `####` for lower ones), then lines that say
 * more about it, an empty line, and its normal text; `# Letterhead`, `# Salutation`, `# Closing`,
 * `# Signature` and `# Example` around them. `firstLine` is the body's place in the file.
 */
export function parseBody(body: string, firstLine: number, nameable: Nameable): Body {
  const problems: TemplateProblem[] = []
  const complain: Complain = (problem) => void problems.push(problem)
  const sections: (TemplateSection & { readonly line: number })[] = []
  const around: { [part in LetterPart]?: TemplateText } = {}
  let example: string | null = null
  for (const piece of cutAtHeadings(body, firstLine, complain)) {
    const heading = headingLine.exec(piece.heading)
    if (heading) {
      sections.push({ ...readSection(piece, heading, nameable, complain), line: piece.line })
      continue
    }
    const name = (partLine.exec(piece.heading)?.[1] ?? '').toLowerCase()
    const part = letterParts.find((each) => each === name)
    if (part) {
      if (around[part]) complain(at(piece.line, `"${name}" is there twice.`))
      around[part] = readTemplateText(textOf(piece, 0), nameable, complain)
    } else if (name === 'example' && example === null) {
      example = piece.lines.join('\n').trim()
    } else {
      const known = [...letterParts, 'example'].join(', ')
      complain(at(piece.line, `After one "#" stands one of ${known}, once; a section has "##".`))
    }
  }
  complainOfIds(sections, complain)
  complainOfNames(sections, ({ heading, aliases }) => spokenNames(heading, aliases), complain)
  complainOfNames(sections, ({ cues }) => cues.map(spokenForm), complain)
  return { sections: sections.map(({ line, ...section }) => section), around, example, problems }
}

const at = (line: number, message: string): TemplateProblem => ({ line, column: 1, message })

function cutAtHeadings(body: string, firstLine: number, complain: Complain): readonly Piece[] {
  const pieces: Piece[] = []
  for (const [index, line] of body.split('\n').entries()) {
    const last = pieces.at(-1)
    if (line.startsWith('#')) {
      const heading = line.slice(0, longestHeading)
      if (heading !== line || (!headingLine.test(line) && !partLine.test(line))) {
        const message = 'A heading has one to four number signs, a space, and a line of text.'
        complain(at(firstLine + index, message))
      }
      pieces.push({ heading, line: firstLine + index, lines: [] })
    } else if (last) last.lines.push(line)
    else if (line.trim() !== '') {
      complain(at(firstLine + index, 'This line is neither a section ("## Heading") nor in one.'))
    }
  }
  return pieces
}

function textOf({ lines, line }: Piece, skipped: number) {
  return { lines: lines.slice(skipped), firstLine: line + 1 + skipped }
}

function readSection(
  piece: Piece,
  [, signs = '##', heading = '', id]: RegExpExecArray,
  nameable: Nameable,
  complain: Complain,
): TemplateSection {
  if (heading.includes('{#')) {
    complain(at(piece.line, 'An id between {# and } has small letters, digits and hyphens only.'))
  }
  if (heading === '') complain(at(piece.line, 'A section needs a heading after "##".'))
  const empty = piece.lines.findIndex((line) => line.trim() === '')
  const said = empty === -1 ? piece.lines.length : empty
  let section: TemplateSection = {
    id: id ?? idOf(heading),
    heading,
    level: levelOf(signs),
    aliases: [],
    cues: [],
    required: false,
    loinc: null,
    condition: null,
    normal: [],
  }
  for (const [index, line] of piece.lines.entries()) {
    const place = piece.line + 1 + index
    if (index >= said) {
      if (!sayingLine.test(line.trim())) continue
      complain(at(place, `"${line.trim()}" stands right under the heading, before its text.`))
    } else {
      const next = describe(section, line.trim(), nameable)
      if (typeof next === 'string') complain(at(place, next))
      else section = next
    }
  }
  return { ...section, normal: readTemplateText(textOf(piece, said), nameable, complain) }
}

function levelOf(signs: string): 1 | 2 | 3 {
  if (signs.length === 2) return 1
  return signs.length === 3 ? 2 : 3
}

/** The section with one more thing known about it, or what is wrong with the line. */
function describe(
  section: TemplateSection,
  line: string,
  { fields }: Nameable,
): TemplateSection | string {
  if (line === 'required') return { ...section, required: true }
  const [, key = '', value = ''] = /^(also|cues|loinc|if):[ \t]*(.*)$/.exec(line) ?? []
  const list = value
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  switch (key) {
    case 'also':
      return { ...section, aliases: [...section.aliases, ...list] }
    case 'cues':
      return { ...section, cues: [...section.cues, ...list] }
    case 'loinc':
      return loincCode.test(value)
        ? { ...section, loinc: value }
        : `"${value}" is no LOINC code, such as 12345-6.`
    case 'if': {
      const read = readCondition(value, fields)
      return typeof read === 'string' ? read : { ...section, condition: read }
    }
    default:
      return 'This line is neither one of required, also:, cues:, loinc: and if:, nor a text, which an empty line goes before.'
  }
}

type Placed = TemplateSection & { readonly line: number }

function complainOfIds(sections: readonly Placed[], complain: Complain): void {
  const ids = new Set<string>()
  for (const { id, line } of sections) {
    const message = `Two sections have the id "${id}"; give one another after its heading: {#id}.`
    if (ids.has(id)) complain(at(line, message))
    ids.add(id)
  }
}

/** A spoken heading, and a cue, must mean one section. */
function complainOfNames(
  sections: readonly Placed[],
  namesOf: (section: Placed) => readonly string[],
  complain: Complain,
): void {
  const owners = new Map<string, string>()
  for (const section of sections) {
    for (const name of namesOf(section)) {
      const owner = owners.get(name)
      if (owner !== undefined && owner !== section.id) {
        complain(at(section.line, `"${name}" names two sections, "${owner}" and "${section.id}".`))
      }
      owners.set(name, section.id)
    }
  }
}

/** Everything a doctor may say for a section or field, in lower case, its own name first; with either apostrophe. */
export function spokenNames(name: string, others: readonly string[]): readonly string[] {
  const names = [name, ...others].map((each) =>
    each
      .toLowerCase()
      .replace(/[-/,.:;()]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return [...new Set(names.flatMap((each) => [each, each.replaceAll('’', "'")]))]
}

function idOf(heading: string): string {
  const plain = heading.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const id = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return /^[a-z]/.test(id) ? id : `section-${id}`
}
