import type { TemplatesReply, UserReply } from '@plume/contracts'
import { useState } from 'react'
import { ActionButton } from '../controls/action-button.tsx'
import { PlainDialog } from '../controls/plain-dialog.tsx'
import { ProblemNotice } from '../controls/problem-notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { useUser } from '../session/use-session.tsx'
import { FilePicker } from './file-picker.tsx'
import { SendingProgress } from './sending-progress.tsx'
import { draftForNext, emptyDraft, missingFrom, uploadFieldsOf } from './upload-draft.ts'
import { UploadFields } from './upload-fields.tsx'
import { useSending } from './use-sending.ts'

type UploadDialogProps = {
  readonly file: File | null
  readonly doctors: readonly UserReply[]
  readonly templates: TemplatesReply['items']
  readonly onReceived: () => void
  readonly onClose: () => void
}

export function UploadDialog(props: UploadDialogProps) {
  const { words } = useLanguage()
  const user = useUser()
  const [file, setFile] = useState(props.file)
  const [draft, setDraft] = useState({
    ...emptyDraft,
    author: user.role === 'doctor' ? user.id : '',
  })
  const [wasTried, setTried] = useState(false)
  const { state, send, cancel, reset } = useSending(props.onReceived)
  const problems = missingFrom(draft, file !== null, words.upload)
  const shownProblems = wasTried ? problems : {}

  function submit() {
    setTried(true)
    if (file && Object.keys(problems).length === 0) void send(file, uploadFieldsOf(draft))
  }

  function another() {
    setFile(null)
    setTried(false)
    setDraft(draftForNext(draft))
    reset()
  }

  if (state.status === 'received') {
    const { isNew } = state.received
    return (
      <PlainDialog
        title={isNew ? words.upload.done : words.upload.already}
        onClose={props.onClose}
        actions={
          <>
            <ActionButton look="primary" autoFocus onPress={props.onClose}>
              {words.app.close}
            </ActionButton>
            <ActionButton onPress={another}>{words.upload.another}</ActionButton>
          </>
        }
      >
        <p role="status">{isNew ? words.upload.doneText : words.upload.alreadyText}</p>
      </PlainDialog>
    )
  }

  const isSending = state.status === 'sending'
  return (
    <PlainDialog
      title={words.upload.title}
      size="wide"
      onClose={props.onClose}
      actions={
        isSending ? (
          <ActionButton onPress={cancel}>{words.upload.cancelSending}</ActionButton>
        ) : (
          <>
            <ActionButton look="primary" icon="send" onPress={submit}>
              {words.upload.send}
            </ActionButton>
            <ActionButton onPress={props.onClose}>{words.app.cancel}</ActionButton>
          </>
        )
      }
    >
      {state.status === 'refused' &&
        (state.problem.code === 'cancelled' ? (
          <p className="notice notice-plain" role="status">
            {words.upload.cancelled}
          </p>
        ) : (
          <ProblemNotice problem={state.problem} />
        ))}
      <fieldset className="upload-form" disabled={isSending}>
        <FilePicker file={file} problem={shownProblems.file ?? null} onChoose={setFile} />
        <UploadFields
          draft={draft}
          problems={shownProblems}
          doctors={props.doctors}
          templates={props.templates}
          onChange={(part) => setDraft({ ...draft, ...part })}
        />
      </fieldset>
      {isSending && <SendingProgress fraction={state.fraction} />}
    </PlainDialog>
  )
}
