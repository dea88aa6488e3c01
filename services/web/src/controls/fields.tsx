import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { useLanguage } from '../language/language.tsx'

type FieldProps = {
  readonly label: string
  readonly isOptional?: boolean
  readonly problem?: string | null
}

type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
    readonly value: string
    readonly onChange: (value: string) => void
  }

export function TextField(props: TextFieldProps) {
  const { label, isOptional, problem, onChange, ...input } = props
  const id = useId()
  return (
    <FieldFrame id={id} label={label} isOptional={isOptional} problem={problem}>
      <input
        {...input}
        id={id}
        className="input"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  )
}

type SelectFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
  readonly isCompact?: boolean
}

/** The browser's own list: fast on the keyboard, and every screen reader knows it. */
export function SelectField(props: SelectFieldProps) {
  const { label, isOptional, problem, value, onChange, children, isCompact } = props
  const id = useId()
  return (
    <FieldFrame
      id={id}
      label={label}
      isOptional={isOptional}
      problem={problem}
      isCompact={isCompact}
    >
      <select
        id={id}
        className="input"
        value={value}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
    </FieldFrame>
  )
}

function FieldFrame(props: {
  readonly id: string
  readonly label: string
  readonly isOptional?: boolean | undefined
  readonly problem?: string | null | undefined
  readonly isCompact?: boolean | undefined
  readonly children: ReactNode
}) {
  const { words } = useLanguage()
  const { id, label, isOptional, problem, isCompact, children } = props
  return (
    <div className={isCompact ? 'field field-compact' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
        {isOptional && (
          <span className="field-optional" aria-hidden="true">
            {words.upload.optional}
          </span>
        )}
      </label>
      {children}
      {problem && (
        <p className="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
