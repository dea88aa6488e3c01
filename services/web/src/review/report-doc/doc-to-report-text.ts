import type { ReportText, Run, Source, TracedText } from '@plume/transcript'
import type { Node as DocNode } from 'prosemirror-model'
import { isSameSource } from './is-same-source.ts'
import type { LinePart } from './report-text-to-doc.ts'
import { borderOf, nodes, sourceOf } from './schema.ts'

/** Who is typing, for text that no stored version knows yet. The server sets the true time. */
export type Typist = { readonly id: string; readonly at: string }

/**
 * The document as report text again. `base` gives what the editor never holds: the template and the
 * addenda. Text without a source was typed by `typist`.
 */
export function docToReportText(doc: DocNode, base: ReportText, typist: Typist): ReportText {
  const typed: Source = { kind: 'typed', by: typist.id, at: typist.at }
  const sections = childrenOf(doc, nodes.section)
  const fields = childrenOf(doc, nodes.fields).flatMap((group) => childrenOf(group, nodes.field))
  const [unplaced] = childrenOf(doc, nodes.unplaced)
  return {
    ...base,
    fields: base.fields.map((field, index) => ({
      ...field,
      text: joinRuns(inlineRuns(fields[index], typed)),
    })),
    sections: base.sections.map((section, index) => ({
      ...section,
      text: joinRuns(paragraphRuns(sections[index], typed)),
    })),
    unplaced: joinRuns(paragraphRuns(unplaced, typed)),
    ...linesAround(doc, base, typed),
  }
}

/** The texts around the sections, as many as the base has. */
function linesAround(doc: DocNode, base: ReportText, typed: Source): Partial<ReportText> {
  const lines = childrenOf(doc, nodes.line)
  const of = (part: LinePart) =>
    lines
      .filter(({ attrs }) => attrs.part === part)
      .map((line) => joinRuns(inlineRuns(line, typed)))
  const [salutation = []] = of('salutation')
  const [closing = []] = of('closing')
  return {
    ...(base.letterhead && { letterhead: of('letterhead') }),
    ...(base.salutation && { salutation }),
    ...(base.closing && { closing }),
    ...(base.signatureBlock && { signatureBlock: of('signature') }),
  }
}

function childrenOf(node: DocNode, type: DocNode['type']): readonly DocNode[] {
  return node.children.filter((child) => child.type === type)
}

function paragraphRuns(section: DocNode | undefined, typed: Source): readonly Run[] {
  return (section?.children ?? []).flatMap((paragraph, index) => [
    ...(index === 0 ? [] : (borderOf(paragraph) ?? [{ text: '\n\n', source: typed }])),
    ...inlineRuns(paragraph, typed),
  ])
}

function inlineRuns(parent: DocNode | undefined, typed: Source): readonly Run[] {
  return (parent?.children ?? []).map((child) => ({
    text: child.isText ? (child.text ?? '') : '\n',
    source: sourceOf(child) ?? typed,
  }))
}

/** Neighbours with one source are one run: how they were cut says nothing. */
export function joinRuns(runs: readonly Run[]): TracedText {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && isSameSource(last.source, run.source)) {
      joined[joined.length - 1] = { text: last.text + run.text, source: last.source }
    } else {
      joined.push(run)
    }
  }
  return joined
}
