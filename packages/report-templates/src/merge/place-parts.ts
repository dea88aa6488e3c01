import {
  type Placement,
  type Recognition,
  type SpokenHeading,
  type TracedText,
  textOf,
  type WordRange,
  type WrittenDictation,
} from '@plume/transcript'
import { spokenNames } from '../language/parse-body.ts'
import { spokenForm } from '../macros/spoken-form.ts'
import type { Template } from '../template.ts'
import { asksForNormal } from './normal-text.ts'
import { cutAt, sentenceStarts, trimEnd } from './sentences.ts'
import { nameAt, namesOnce, tokensOf } from './spoken-tokens.ts'

/** Where a stretch of dictation goes: to a section, to a field, or, with neither, nowhere. */
export type PlacedText = {
  readonly to:
    | { readonly section: string; readonly placed: Placement }
    | { readonly field: string }
    | null
  readonly text: TracedText
}

/** No section's id has a point in it. */
const fieldPrefix = 'field.'

/** The headings that a template answers to: its sections, and those fields that a whole text may fill. */
export function spokenHeadings(template: Template): readonly SpokenHeading[] {
  return [
    ...template.sections.map(({ id, heading, aliases }) => ({
      sectionId: id,
      aliases: spokenNames(heading, aliases),
    })),
    ...template.fields.flatMap((field): readonly SpokenHeading[] =>
      field.kind === 'text'
        ? [{ sectionId: fieldPrefix + field.id, aliases: spokenNames(field.label, field.spoken) }]
        : [],
    ),
  ]
}

/**
 * Gives every stretch of a dictation its place: by the heading that was said; before any heading, by the
 * order (the opening section); and where no heading was said at all, by the cues that sentences begin with.
 */
export function placeParts(
  { parts }: WrittenDictation,
  template: Template,
  recognition?: Recognition,
): readonly PlacedText[] {
  const isHeaded = parts.some(({ sectionId }) => sectionId !== null)
  return parts.flatMap(({ sectionId, headingWords, text }): readonly PlacedText[] => {
    if (text.length === 0) return []
    if (sectionId === null) return isHeaded ? [inOrder(text, template)] : byCues(text, template)
    if (sectionId.startsWith(fieldPrefix)) {
      const field = sectionId.slice(fieldPrefix.length)
      return [{ to: template.fields.some(({ id }) => id === field) ? { field } : null, text }]
    }
    const section = template.sections.find(({ id }) => id === sectionId)
    if (!section) return [{ to: null, text }]
    const isAlias = headingWords !== null && !isNamed(section.heading, headingWords, recognition)
    return [{ to: { section: section.id, placed: isAlias ? 'alias' : 'heading' }, text }]
  })
}

/** Whether the words that named a section say its own heading; without the words, who knows: taken for it. */
function isNamed(heading: string, words: WordRange, recognition: Recognition | undefined): boolean {
  if (recognition?.id !== words.recognitionId) return true
  const said = recognition.words.slice(words.from, words.to).map(({ text }) => text)
  return ` ${spokenForm(said.join(' '))} `.includes(` ${spokenForm(heading)} `)
}

function inOrder(text: TracedText, { opening }: Template): PlacedText {
  return { to: opening === null ? null : { section: opening, placed: 'order' }, text }
}

/** A sentence without a cue goes with the one before it; before the first cue the order decides. */
function byCues(text: TracedText, template: Template): readonly PlacedText[] {
  const cues = cuesOf(template)
  const normal = onlyNormal(template)
  const whole = textOf(text)
  const starts: number[] = []
  const sections: (string | null)[] = []
  for (const [index, start] of sentenceStarts(whole).entries()) {
    const tokens = tokensOf(whole.slice(start, start + longestCue))
    const cue = nameAt(cues, tokens, 0)?.meaning ?? (asksForNormal(tokens) ? normal : null)
    const changes = cue !== null && cue !== sections.at(-1)
    if (index > 0 && !changes) continue
    starts.push(start)
    sections.push(cue)
  }
  return cutAt(text, starts).map((piece, index) => {
    const section = sections[index] ?? null
    return section === null
      ? inOrder(piece, template)
      : { to: { section, placed: 'cue' }, text: trimEnd(piece) }
  })
}

const cuesOf = namesOnce(({ sections }) =>
  sections.flatMap(({ id, cues }) => cues.map((cue) => [cue, id] as const)),
)

/** "All normal except …" can only mean the section with a normal text, where there is one. */
function onlyNormal({ sections }: Template): string | null {
  const [first, ...more] = sections.filter(({ normal }) => normal.length > 0)
  return first && more.length === 0 ? first.id : null
}

/** In characters; a sentence is known by how it begins. */
const longestCue = 120
