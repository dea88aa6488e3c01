import { type ErrorCode, type ErrorReply, errorCatalogue } from '@plume/contracts'
import type { Language } from '../language/language.tsx'

/** What can go wrong before the server has a say. */
export type LocalProblemCode = 'server-unreachable' | 'unreadable-answer' | 'cancelled'

/** Why a call did not give what was asked. A value, not an exception: each caller shows it. */
export type Problem = {
  readonly code: ErrorCode | LocalProblemCode
  /** Finds the error in the server's log. Null when the server never answered. */
  readonly requestId: string | null
  /** Lines and columns of mistakes in a text that was sent. */
  readonly places?: readonly (readonly [line: number, column: number])[]
}

export type Answer<Value> = { readonly value: Value } | { readonly problem: Problem }

export function localProblem(code: LocalProblemCode): { readonly problem: Problem } {
  return { problem: { code, requestId: null } }
}

export function serverProblem(reply: ErrorReply): { readonly problem: Problem } {
  const places = (reply.problems ?? []).flatMap(({ path }) => {
    const [, line, column] = /^(\d+):(\d+)$/.exec(path) ?? []
    return line && column ? [[Number(line), Number(column)] as const] : []
  })
  const where = places.length > 0 ? { places } : {}
  return { problem: { code: reply.code, requestId: reply.requestId, ...where } }
}

const localSentences: Readonly<Record<LocalProblemCode, Readonly<Record<Language, string>>>> = {
  'server-unreachable': {
    en: 'The server cannot be reached. Saved work is safe; try again in a moment.',
    fr: 'Le serveur est injoignable. Le travail enregistré est conservé; réessayez dans un instant.',
  },
  'unreadable-answer': {
    en: 'The server gave an answer that this page cannot read. Reload the page.',
    fr: 'Le serveur a donné une réponse que cette page ne peut pas lire. Rechargez la page.',
  },
  cancelled: { en: 'Cancelled.', fr: 'Annulé.' },
}

/** The one place that turns a code into a sentence for a person. */
export function sentenceFor(code: Problem['code'], language: Language): string {
  return isLocal(code) ? localSentences[code][language] : errorCatalogue[code][language]
}

/** As `sentenceFor`, for a code that comes as plain text; an unknown one is an unexpected failure. */
export function sentenceForText(code: string, language: Language): string {
  return sentenceFor(isCatalogued(code) ? code : 'unexpected-failure', language)
}

/** A refusal explains itself; only what went wrong on the server needs finding in its log. */
export function referenceOf(problem: Problem): string | null {
  const { code } = problem
  return !isLocal(code) && errorCatalogue[code].status >= 500 ? problem.requestId : null
}

function isLocal(code: string): code is LocalProblemCode {
  return Object.hasOwn(localSentences, code)
}

function isCatalogued(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code)
}
