import type { Severity } from '@plume/transcript'
import type { NoteKind } from '../commands/command.ts'
import type { Doubt } from '../reading/span.ts'
import type { Finding, TextPlace } from '../written-text.ts'

/** Words that were left as they were said because they may mean more than one thing. */
export type DoubtfulText = TextPlace & {
  readonly text: string
  readonly doubt: Doubt | NoteKind
  /** What was said to the secretary there, or taken back. */
  readonly said?: string
}

const reasons: Readonly<Record<Doubt | NoteKind, Readonly<Record<'en' | 'fr', string>>>> = {
  'ambiguous-number': {
    en: 'These words may be one number or several.',
    fr: 'Ces mots peuvent être un nombre ou plusieurs.',
  },
  'ambiguous-date': {
    en: 'This may be a date; which number is the month was not said.',
    fr: 'C’est peut-être une date; lequel des nombres est le mois n’a pas été dit.',
  },
  'ambiguous-mark': {
    en: 'This may be a mark that was said, or a word of the sentence.',
    fr: 'C’est peut-être un signe dicté, peut-être un mot de la phrase.',
  },
  'open-correction': {
    en: 'This sounds like a correction, but what it corrects is not clear.',
    fr: 'On dirait une correction, mais ce qu’elle corrige n’est pas clair.',
  },
  'nothing-to-strike': {
    en: 'This asks to take something back, but what is not clear.',
    fr: 'On demande d’effacer quelque chose, mais quoi n’est pas clair.',
  },
  'unclosed-mark': {
    en: 'A bracket or quotation was opened and never closed; it was closed at the end of the sentence.',
    fr: 'Une parenthèse ou des guillemets ont été ouverts sans être fermés; ils le sont à la fin de la phrase.',
  },
  'unclosed-letters': {
    en: 'Capitals were turned on and never off; they end with the paragraph.',
    fr: 'Les majuscules ont été activées sans être désactivées; elles s’arrêtent avec le paragraphe.',
  },
  'spelled-word': {
    en: 'This word was spelled letter by letter: letters are easily misheard.',
    fr: 'Ce mot a été épelé : les lettres s’entendent souvent mal.',
  },
  'note-to-secretary': {
    en: 'Said to the secretary here:',
    fr: 'Dit ici à la secrétaire :',
  },
  'copy-to': {
    en: 'A copy was asked for:',
    fr: 'Une copie a été demandée :',
  },
  'taken-back': {
    en: 'Taken back here:',
    fr: 'Retiré ici :',
  },
  'value-taken-back': {
    en: 'Taken back here, with a number, a side, a negation or a term in it:',
    fr: 'Retiré ici, avec un nombre, un côté, une négation ou un terme :',
  },
  'words-after-end': {
    en: 'Words were said after the end of the dictation and left out.',
    fr: 'Des mots ont été dits après la fin de la dictée et laissés de côté.',
  },
}

/** What may be seen at a glance hurts less than a wrong number, and a wrong mark hardly at all. */
const lesser: Readonly<Partial<Record<Doubt | NoteKind, Severity>>> = {
  'note-to-secretary': 'medium',
  'copy-to': 'medium',
  'spelled-word': 'medium',
  'ambiguous-mark': 'medium',
  'nothing-to-strike': 'medium',
  'unclosed-mark': 'low',
  'unclosed-letters': 'low',
  'taken-back': 'low',
}

/** For the person who reviews: what the writer would not decide. */
export function doubtFindings(
  doubts: readonly DoubtfulText[],
  language: 'en' | 'fr',
): readonly Finding[] {
  return doubts.map(({ doubt, said, ...place }) => ({
    ...place,
    kind: doubt,
    severity: lesser[doubt] ?? 'high',
    reason: reasons[doubt][language] + (said === undefined ? '' : ` ${said}`),
    source: 'writer',
  }))
}
