import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.tsx'
import { type Problem, referenceOf, sentenceFor } from '../server/problem.ts'
import { Icon } from './icon.tsx'

/** What went wrong, in a sentence, with the number that finds it in the log. */
export function ProblemNotice(props: { readonly problem: Problem; readonly children?: ReactNode }) {
  const { problem, children } = props
  const { language, words } = useLanguage()
  const reference = referenceOf(problem)
  return (
    <div className="notice notice-danger" role="alert">
      <Icon name="warning" />
      <div className="notice-text">
        <p>{sentenceFor(problem.code, language)}</p>
        {problem.places?.map(([line, column]) => (
          <p key={`${line}:${column}`}>{words.app.atPlace(line, column)}</p>
        ))}
        {reference && <p className="notice-reference">{words.app.reference(reference)}</p>}
      </div>
      {children}
    </div>
  )
}
