import { indexPhrases, type PhraseIndex } from '../reading/phrase-index.ts'
import { wordSet } from '../reading/word-set.ts'

/** What shows that the name of a section is said as its heading. */
export type HeadingPhrases = {
  /** Said before the name: "next heading findings", « titre conclusion ». */
  readonly markers: PhraseIndex<'marker'>
  /** Said before the name of a section that was dictated before: "go back to", « revenez à ». */
  readonly returns: PhraseIndex<'returns'>
  /** Said after the name: "findings heading". */
  readonly suffixes: PhraseIndex<'suffix'>
  /** Words after a name that make it part of a sentence: "impression of", "plan is to". */
  readonly continuations: ReadonlySet<string>
}

const markers = (...phrases: readonly string[]) =>
  indexPhrases(phrases.map((phrase) => [phrase, 'marker'] as const))
const returns = (...phrases: readonly string[]) =>
  indexPhrases(phrases.map((phrase) => [phrase, 'returns'] as const))
const suffixes = (...phrases: readonly string[]) =>
  indexPhrases(phrases.map((phrase) => [phrase, 'suffix'] as const))

export const englishHeadings: HeadingPhrases = {
  markers: markers(
    'heading',
    'subheading',
    'next heading',
    'new heading',
    'section',
    'next section',
    'new section',
    'section heading',
    'go to',
    'go to section',
  ),
  returns: returns(
    ...['go back to', 'add to', 'add under', 'insert under', 'insert in'].flatMap((phrase) => [
      phrase,
      `${phrase} the`,
      `${phrase} section`,
    ]),
  ),
  suffixes: suffixes('heading', 'section heading'),
  continuations: wordSet(`
    of is was are were be been being has had have having do does did in on for to with without at from
    by as and or but than that which who when while if not can could may might will would shall should
    must include includes included including consist consists consistent remain remains remained suggest
    suggests suggested show shows showed shown demonstrate demonstrates demonstrated reveal reveals
    revealed appear appears appeared indicate indicates compatible discussed reviewed noted obtained
    performed given taken made regarding per after before since until during between above below
    continues continued recommended advised arranged scheduled limited tolerated pending explained
    completed started stopped well
  `),
}

export const frenchHeadings: HeadingPhrases = {
  markers: markers(
    'titre',
    'sous-titre',
    'prochain titre',
    'nouveau titre',
    'section',
    'prochaine section',
    'nouvelle section',
    'rubrique',
    'prochaine rubrique',
    'nouvelle rubrique',
    'allez à la section',
    'allez à',
  ),
  returns: returns(
    ...[
      'revenez à',
      'retournez à',
      'revenir à',
      'ajoutez dans',
      'ajoutez à',
      'insérez dans',
      'insérez sous',
    ].flatMap((phrase) => [
      phrase,
      `${phrase} la`,
      `${phrase} le`,
      `${phrase} les`,
      `${phrase} la section`,
    ]),
    'ajoutez au',
    'revenez au',
    'revenez aux',
  ),
  suffixes: suffixes('titre'),
  continuations: wordSet(`
    de du des d' est sont était étaient sera a ont avait avaient à au aux en dans sur sous pour par
    avec sans vers et ou mais que qu' qui dont où si ne n' se s' puis après avant depuis pendant lors entre
    montre montrent montrait révèle révèlent suggère suggèrent demeure demeurent reste restent
    comprend comprennent compatible compatibles évoque évoquent concernant faite fait effectué effectuée
    discuté discutée recommandé recommandée recommandés recommandées prévu prévue limité limitée
    bien
  `),
}
