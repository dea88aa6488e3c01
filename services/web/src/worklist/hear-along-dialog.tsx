import type { DictationReply, HeardReply } from '@plume/contracts'
import { useState } from 'react'
import { ActionButton } from '../controls/action-button.tsx'
import { PlainDialog } from '../controls/plain-dialog.tsx'
import { ProblemNotice } from '../controls/problem-notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { useLoaded } from '../server/use-loaded.ts'
import { useChanges, useServer } from '../server/use-server.tsx'
import { heardRuns } from './heard-runs.ts'

/** The words of a dictation as they are recognised, growing while it is open. Nothing takes the focus. */
export function HearAlongDialog(props: {
  readonly dictation: DictationReply
  readonly onClose: () => void
}) {
  const { dictation, onClose } = props
  const { words } = useLanguage()
  const server = useServer()
  const [asked, setAsked] = useState(0)
  const { value, problem } = useLoaded(asked, () => server.heardSoFar(dictation.id))
  useChanges((change) => {
    if (change === null || change.id === dictation.id) setAsked((count) => count + 1)
  })
  return (
    <PlainDialog
      title={words.worklist.heardTitle}
      size="wide"
      onClose={onClose}
      actions={<ActionButton onPress={onClose}>{words.app.close}</ActionButton>}
    >
      <p className="heard-notice">{words.worklist.heardNotice}</p>
      {problem && <ProblemNotice problem={problem} />}
      {value && <HeardText heard={value} locale={dictation.locale} />}
    </PlainDialog>
  )
}

/** Only what is added is read out, and only in a pause: the words come for minutes. */
function HeardText(props: { readonly heard: HeardReply; readonly locale: string }) {
  const { words } = useLanguage()
  const [last, setLast] = useState(props.heard)
  // After the end the server has nothing more to show: what was shown stays.
  const hasEnded = props.heard.pieces.length === 0 && last.pieces.length > 0
  if (!hasEnded && props.heard !== last) setLast(props.heard)
  const runs = heardRuns((hasEnded ? last : props.heard).pieces)
  return (
    <>
      <div className="heard-text" lang={props.locale} aria-live="polite" aria-relevant="additions">
        {runs.length === 0 && <p>{words.worklist.heardNothing}</p>}
        {runs.map((run) =>
          run.kind === 'gap' ? (
            <p key={`gap-${run.from}`} className="heard-gap">
              […] <span className="unseen">{words.worklist.heardGap}</span>
            </p>
          ) : (
            <p key={run.number}>{run.text}</p>
          ),
        )}
      </div>
      {hasEnded && <p role="status">{words.worklist.heardEnded}</p>}
    </>
  )
}
