import type { Source, TracedText } from '@plume/transcript'
import { Schema } from 'prosemirror-model'

/**
 * A report as one document. The frame (title, fields, sections) is the template's and cannot be
 * edited; the text inside carries its provenance as a `source` mark.
 *
 * A paragraph's `border` holds the runs of the blank line before it, so that even a dictated "new
 * paragraph" keeps its source. Null where a person made the paragraph, and in a section's first.
 */
export const reportSchema = new Schema({
  nodes: {
    doc: { content: 'title line* fields? line* section* unplaced? line*' },
    title: {
      attrs: { text: { default: '', validate: 'string' } },
      selectable: false,
      toDOM: (node) => ['h1', { class: 'doc-title', contenteditable: 'false' }, node.attrs.text],
    },
    fields: { content: 'field*', toDOM: () => ['div', { class: 'doc-fields' }, 0] },
    field: {
      content: 'inline*',
      attrs: {
        id: { validate: 'string' },
        label: { validate: 'string' },
        /** What comes from the record is corrected in the record, not here. */
        locked: { validate: 'boolean' },
      },
      isolating: true,
      toDOM: (node) => [
        'div',
        { class: node.attrs.locked ? 'doc-field doc-field-locked' : 'doc-field' },
        ['span', { class: 'doc-field-label', contenteditable: 'false' }, node.attrs.label],
        ['span', { class: 'doc-field-value', ...lockedAttribute(node.attrs.locked) }, 0],
      ],
    },
    section: {
      content: 'paragraph+',
      attrs: {
        id: { validate: 'string' },
        heading: { validate: 'string' },
        required: { validate: 'boolean' },
        /** What put the text here, where somebody should look at it. */
        placed: { default: null, validate: 'string|null' },
      },
      isolating: true,
      defining: true,
      toDOM: (node) => [
        'section',
        { class: 'doc-section', 'data-section': node.attrs.id },
        ['h2', { class: 'doc-heading', contenteditable: 'false' }, node.attrs.heading],
        ['div', { class: 'doc-body' }, 0],
      ],
    },
    /** A text around the sections: a line of the letterhead, the salutation, the closing, who signs. */
    line: {
      content: 'inline*',
      attrs: { part: { validate: 'string' } },
      isolating: true,
      defining: true,
      toDOM: (node) => ['p', { class: `doc-line doc-line-${node.attrs.part}` }, 0],
    },
    unplaced: {
      content: 'paragraph+',
      isolating: true,
      defining: true,
      toDOM: () => ['section', { class: 'doc-unplaced' }, 0],
    },
    paragraph: {
      content: 'inline*',
      attrs: { border: { default: null } },
      toDOM: () => ['p', 0],
    },
    hard_break: {
      inline: true,
      group: 'inline',
      selectable: false,
      leafText: () => '\n',
      toDOM: () => ['br'],
    },
    text: { group: 'inline' },
  },
  marks: {
    source: {
      attrs: { source: {} },
      // Typing beside dictated text is typing, not dictation.
      inclusive: false,
      toDOM: (mark) => ['span', { class: `source-${kindOf(mark.attrs.source)}` }, 0],
    },
  },
})

export const { nodes, marks } = reportSchema

/** Whether a node's text has no paragraphs. */
export function isOneLine({ type }: { readonly type: unknown }): boolean {
  return type === nodes.field || type === nodes.line
}

function lockedAttribute(locked: unknown) {
  return locked === true ? { contenteditable: 'false' } : {}
}

/** ProseMirror's attributes are untyped; these two are the only doors to ours. */
export function sourceOf(node: {
  readonly marks: readonly {
    readonly type: unknown
    readonly attrs: { readonly [name: string]: unknown }
  }[]
}): Source | null {
  const mark = node.marks.find((candidate) => candidate.type === marks.source)
  return mark ? (mark.attrs.source as Source) : null
}

/** The runs of the blank line before a paragraph; null if no stored text stands behind it. */
export function borderOf(paragraph: {
  readonly attrs: { readonly [name: string]: unknown }
}): TracedText | null {
  return (paragraph.attrs.border as TracedText | null) ?? null
}

function kindOf(source: unknown): Source['kind'] {
  return (source as Source).kind
}
