import type { DictationReply } from '@plume/contracts'
import { useLanguage } from '../language/language.tsx'
import { sentenceFor, sentenceForText } from '../server/problem.ts'
import { StateBadge } from './badges.tsx'
import { stepOf, workStateOf } from './work-state.ts'

/** The state in a word, and below it whatever a person needs to know about it. */
export function StateCell({ dictation }: { readonly dictation: DictationReply }) {
  return (
    <span className="lines">
      <StateBadge state={workStateOf(dictation)} />
      <StateDetail dictation={dictation} />
      <VersionDetail dictation={dictation} />
    </span>
  )
}

function StateDetail({ dictation }: { readonly dictation: DictationReply }) {
  const { language, words } = useLanguage()
  switch (dictation.status) {
    case 'transcribing':
      return <StepProgress dictation={dictation} />
    case 'queued':
      return dictation.waitingFor ? <Detail text={words.worklist.waitingForEngine} /> : null
    case 'needs-decoder':
      return <Detail text={words.worklist.needsDecoder} />
    case 'needs-password':
      return <Detail text={words.worklist.needsPassword} />
    case 'not-audio':
    case 'silent':
    case 'too-long':
      return <Detail text={sentenceFor(dictation.status, language)} />
    case 'upload-incomplete':
      return <Detail text={sentenceFor('recording-incomplete', language)} />
    case 'failed':
      return <Detail text={sentenceForText(dictation.failureReason ?? '', language)} />
    case 'drafted':
      return dictation.report?.status === 'in-review' && dictation.report.claimedByName ? (
        <Detail text={words.worklist.heldBy(dictation.report.claimedByName)} />
      ) : null
    case 'received':
      return null
  }
}

/** The recorder's owner went on with a recording that was here already. */
function VersionDetail({ dictation }: { readonly dictation: DictationReply }) {
  const { words } = useLanguage()
  if (dictation.newerVersionId) return <Detail text={words.worklist.newerVersion} />
  return dictation.olderVersionId ? <Detail text={words.worklist.olderVersion} /> : null
}

function Detail({ text }: { readonly text: string }) {
  return <span className="detail">{text}</span>
}

function StepProgress({ dictation }: { readonly dictation: DictationReply }) {
  const { words } = useLanguage()
  const step = stepOf(dictation)
  if (!step) return null
  const { number, of, name, share } = step
  const text = words.worklist.step(number, of, words.worklist.steps[name])
  return (
    <span className="step">
      <progress
        className="step-bar"
        max={of}
        value={share === null ? number : number - 1 + share}
        aria-label={words.worklist.progress}
      />
      <span className="detail">
        {share === null ? text : `${text}, ${words.worklist.percent(Math.floor(share * 100))}`}
      </span>
    </span>
  )
}
