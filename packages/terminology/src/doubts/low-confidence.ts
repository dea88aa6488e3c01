import type { Recognition, Run, WordRange, WrittenDictation } from '@plume/transcript'
import { foldLetters } from '../lexicon/fold-form.ts'
import { wordSet } from '../reading/word-set.ts'
import type { Finding } from '../written-text.ts'

/** Kinds of words that hurt somebody when they are wrong and look right. */
type Guarded = 'number' | 'side' | 'negation' | 'drug'

/** Below this the engine itself thinks that it is as likely wrong as right. */
const unsure = 0.5
/** More than 30 in 10,000 words, and nobody looks at any of them: the least sure are kept. */
const flagsPerWord = 0.003

export const sides: Readonly<Record<'en' | 'fr', ReadonlySet<string>>> = {
  en: wordSet('left right bilateral bilaterally unilateral left-sided right-sided'),
  fr: wordSet(`gauche gauches droit droite droits droites bilateral bilaterale bilateraux bilaterales
    bilateralement unilateral unilaterale`),
}

export const negations: Readonly<Record<'en' | 'fr', ReadonlySet<string>>> = {
  en: wordSet('no not none never without denies denied negative nor neither absent cannot'),
  fr: wordSet(
    'pas sans aucun aucune jamais ni nie nient negatif negative negatifs negatives absence absent absente non',
  ),
}

const reasons: Readonly<Record<Guarded, Readonly<Record<'en' | 'fr', string>>>> = {
  number: {
    en: 'The engine was not sure of this number.',
    fr: 'Le moteur n’était pas sûr de ce nombre.',
  },
  side: {
    en: 'The engine was not sure of this side.',
    fr: 'Le moteur n’était pas sûr de ce côté.',
  },
  negation: {
    en: 'The engine was not sure of this negation.',
    fr: 'Le moteur n’était pas sûr de cette négation.',
  },
  drug: {
    en: 'The engine was not sure of this drug.',
    fr: 'Le moteur n’était pas sûr de ce médicament.',
  },
}

/** Numbers, sides, negations and drugs of which the engine was not sure: real words, which no list catches. */
export function lowConfidenceFindings(
  { parts }: WrittenDictation,
  { words, language }: Recognition,
  isDrug: (word: string) => boolean,
): readonly Finding[] {
  const found: { readonly confidence: number; readonly finding: Finding }[] = []
  for (const [part, { text }] of parts.entries()) {
    let start = 0
    for (const run of text) {
      const confidence = confidenceOf(run, words)
      const finding = confidence < unsure ? look(run, language, isDrug) : null
      if (finding) {
        const from = start + run.text.indexOf(finding.text)
        const place = { part, start: from, end: from + finding.text.length }
        found.push({ confidence, finding: { ...place, ...finding } })
      }
      start += run.text.length
    }
  }
  const most = Math.ceil(words.length * flagsPerWord)
  if (found.length <= most) return found.map(({ finding }) => finding)
  const kept = new Set([...found].sort((a, b) => a.confidence - b.confidence).slice(0, most))
  return found.filter((each) => kept.has(each)).map(({ finding }) => finding)
}

function look(
  { text }: Run,
  language: 'en' | 'fr',
  isDrug: (word: string) => boolean,
): Omit<Finding, 'part' | 'start' | 'end'> | null {
  const core = /[\p{L}\p{N}](?:.*[\p{L}\p{N}%°])?/su.exec(text)?.[0]
  if (core === undefined) return null
  const kind = guardedKind(core, language, isDrug)
  if (!kind) return null
  const reason = reasons[kind][language]
  return { text: core, kind: `unsure-${kind}`, severity: 'high', reason, source: 'engine' }
}

function guardedKind(
  text: string,
  language: 'en' | 'fr',
  isDrug: (word: string) => boolean,
): Guarded | null {
  if (/\d/.test(text)) return 'number'
  const folded = foldLetters(text)
  if (sides[language].has(folded)) return 'side'
  if (negations[language].has(folded)) return 'negation'
  return isDrug(text) ? 'drug' : null
}

/** The least sure of the words of a run; 1 where the engine says nothing of them. */
function confidenceOf({ source }: Run, words: Recognition['words']): number {
  if (source.kind !== 'dictated') return 1
  return leastOf(source.words, words)
}

function leastOf({ from, to }: WordRange, words: Recognition['words']): number {
  let least = 1
  for (let at = from; at < to; at++) least = Math.min(least, words[at]?.confidence ?? 1)
  return least
}
