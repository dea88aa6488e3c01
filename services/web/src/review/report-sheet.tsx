import type { UserReply } from '@plume/contracts'
import type { Addendum, ReportText, TracedText } from '@plume/transcript'
import { useId } from 'react'
import { useLanguage } from '../language/language.tsx'
import { RecipientBlocks } from './letters/recipient-blocks.tsx'
import { textOf } from './report-doc/plain-text.ts'
import type { LinePart } from './report-doc/report-text-to-doc.ts'

/** A report to be read: an old version, or what is about to be signed. */
export function ReportSheet({ text }: { readonly text: ReportText }) {
  const { words } = useLanguage()
  return (
    <div className="sheet sheet-read" lang={text.template.locale}>
      <Lines lines={text.letterhead} part="letterhead" />
      <h1 className="doc-title">{text.title}</h1>
      <RecipientBlocks recipients={text.recipients ?? []} />
      {text.fields.length > 0 && (
        <dl className="doc-fields">
          {text.fields.map((field) => (
            <div className="doc-field" key={field.id}>
              <dt className="doc-field-label">{field.label}</dt>
              <dd className="doc-field-value">{textOf(field.text)}</dd>
            </div>
          ))}
        </dl>
      )}
      <Lines lines={text.salutation && [text.salutation]} part="salutation" />
      {text.sections.map((section) => (
        <section className="doc-section" key={section.id}>
          <h2 className="doc-heading">{section.heading}</h2>
          <Paragraphs text={section.text} />
        </section>
      ))}
      {text.unplaced.length > 0 && (
        <section className="doc-unplaced">
          <h2 className="doc-unplaced-title">{words.document.unplaced}</h2>
          <Paragraphs text={text.unplaced} />
        </section>
      )}
      <Lines lines={text.closing && [text.closing]} part="closing" />
      <Lines lines={text.signatureBlock} part="signature" />
    </div>
  )
}

function Lines(props: {
  readonly lines: readonly TracedText[] | undefined
  readonly part: LinePart
}) {
  const { lines = [], part } = props
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names of their own, and never change places
    <p key={`${part} ${index + 1}`} className={`doc-plain doc-line doc-line-${part}`}>
      {textOf(line)}
    </p>
  ))
}

/** CSS keeps the line ends (`white-space: pre-wrap`), so the text is shown as it is. */
function Paragraphs({ text }: { readonly text: TracedText }) {
  return <p className="doc-plain">{textOf(text)}</p>
}

export function ReportAddenda(props: {
  readonly addenda: readonly Addendum[]
  readonly people: readonly UserReply[]
}) {
  const { words, format } = useLanguage()
  const id = useId()
  if (props.addenda.length === 0) return null
  return (
    <section className="addenda" aria-labelledby={id}>
      <h2 className="doc-heading" id={id}>
        {words.review.addenda}
      </h2>
      {props.addenda.map((addendum) => (
        <article className="addendum" key={addendum.at}>
          <p className="addendum-head">
            {words.review.addendumBy(
              nameOf(addendum.by, props.people) ?? words.source.unknownPerson,
              format.dateTime(addendum.at),
            )}
          </p>
          <p className="doc-plain">{textOf(addendum.text)}</p>
        </article>
      ))}
    </section>
  )
}

export function nameOf(userId: string, people: readonly UserReply[]): string | null {
  return people.find((person) => person.id === userId)?.displayName ?? null
}
