import type { SpokenHeading } from '@plume/transcript'
import type { Template, TemplateSection } from './template.ts'

/** The headings that a template's sections answer to. */
export function spokenHeadings(template: Template): readonly SpokenHeading[] {
  return template.sections.map((section) => ({
    sectionId: section.id,
    aliases: spokenNames(section),
  }))
}

/** Everything a doctor may say for a section, each once, its heading first. */
export function spokenNames(section: TemplateSection): readonly string[] {
  const names = [section.heading, ...section.aliases].map(spokenNameOf)
  return [...new Set(names)].filter(Boolean)
}

/** A name as it is heard: lower case, straight apostrophes, no marks; hyphen or space make no difference. */
export function spokenNameOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .trim()
}
