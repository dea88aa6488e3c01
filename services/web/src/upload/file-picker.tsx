import { type DragEvent, useId, useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useLanguage } from '../language/language.tsx'

type FilePickerProps = {
  readonly file: File | null
  readonly problem: string | null
  readonly onChoose: (file: File) => void
}

/** Any file is taken: the server knows more dictaphone formats than a browser has names for. */
export function FilePicker({ file, problem, onChoose }: FilePickerProps) {
  const { words, format } = useLanguage()
  const [isOver, setOver] = useState(false)
  const id = useId()

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped) onChoose(dropped)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file input inside is the first
    <div
      className={isOver ? 'file-picker file-picker-over' : 'file-picker'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        className="file-input"
        type="file"
        aria-label={words.upload.file}
        aria-describedby={`${id}-state`}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen) onChoose(chosen)
        }}
      />
      <label className="button button-plain" htmlFor={id}>
        <Icon name="page" />
        <span>{file ? words.upload.change : words.upload.choose}</span>
      </label>
      <span id={`${id}-state`} className={problem ? 'field-problem' : 'file-name'}>
        {problem ??
          (file ? words.upload.dropped(file.name, format.megabytes(file.size)) : words.upload.drop)}
      </span>
    </div>
  )
}
