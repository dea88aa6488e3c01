import type { RecordingReply } from '@plume/contracts'
import { useLanguage } from '../../language/language.tsx'

type Marks = NonNullable<NonNullable<RecordingReply['facts']>['marks']>

/** What the recorder wrote into the file. Anybody could have: it is shown as what it is, a claim. */
export function RecorderMarks({ marks }: { readonly marks: Marks | undefined }) {
  const { words, format } = useLanguage()
  if (!marks) return null
  const rows = [
    [words.recorder.author, marks.authorId],
    [words.recorder.device, marks.device],
    [words.recorder.number, marks.fileNumber],
    [words.recorder.workType, marks.workType],
    [words.recorder.begun, marks.startedAt?.replace('T', ' ')],
    [words.recorder.ended, marks.endedAt?.replace('T', ' ')],
    [words.recorder.length, marks.declaredMs === null ? null : format.clock(marks.declaredMs)],
    [words.recorder.comment, marks.comment],
  ].flatMap(([name, value]) =>
    name && value ? [{ name: String(name), value: String(value) }] : [],
  )
  if (rows.length === 0) return null
  return (
    <section className="recorder-marks">
      <h2 className="panel-title">{words.recorder.title}</h2>
      <dl>
        {rows.map(({ name, value }) => (
          <div className="fact" key={name}>
            <dt className="panel-heading">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="faint">{words.recorder.note}</p>
    </section>
  )
}
