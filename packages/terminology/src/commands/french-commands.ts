import type { ReplacePhrases } from '../corrections/replace-named.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import { wordSet } from '../reading/word-set.ts'
import type { Command, CommandFamily } from './command.ts'
import type { CommandPhrases, CommandPlace, SpokenCommand } from './read-command.ts'
import type { EscapePhrases } from './read-escape.ts'

// « effacez ça » : un ordre à qui écrit, ou ce que fait quelqu'un.

/** Devant un verbe : quelqu'un le fait, ou doit le faire. */
const beforeVerb = wordSet(`
  il elle on je tu qui ne n' ça cela de d' pour à et doit peut va veut si quand lorsqu' qu' que
`)

function isDone({ before, opens, closes, isFirst }: CommandPlace): boolean {
  if (isFirst) return true
  if (opens && closes) return false
  return beforeVerb.has(before[0] ?? '')
}

/** Sans objet, ce sont des ordres là seulement où ils sont seuls. */
const isNotAlone = ({ opens, closes, isFirst }: CommandPlace) => isFirst || !(opens && closes)

const articles = wordSet(
  "le la les l' un une des ce cette ces son sa ses leur leurs tout toute toutes",
)
/** « on efface » suivi d'un article a un objet : « on efface les cicatrices ». */
const hasObject = (place: CommandPlace) =>
  isDone(place) || (!(place.opens && place.closes) && articles.has(place.after[0] ?? ''))

// « correction » : on se reprend, ou un traitement.

const beforeTreatment = wordSet(`
  une la cette sa de d' après pour avec sans aucune chirurgicale bonne lente rapide en sous par
`)
const afterTreatment = wordSet("de d' du des chirurgicale lente rapide visuelle optique")
const isTreatment = ({ before, after, isFirst }: CommandPlace) =>
  isFirst || beforeTreatment.has(before[0] ?? '') || afterTreatment.has(after[0] ?? '')
const isFirstWord = ({ isFirst }: CommandPlace) => isFirst
const isForgiven = ({ before, after, isFirst }: CommandPlace) =>
  isFirst || /^(?:demande|demander|demandé|le)$/.test(before[0] ?? '') || after[0] === 'à'

// « fin du rapport » : la fin, ou un endroit d'un document.

const beforeEnd = wordSet("la à en cette vers avant après jusqu' une")
const isPlaceInDocument = ({ before, isFirst }: CommandPlace) =>
  isFirst || beforeEnd.has(before[0] ?? '')
const isEndOfDocument = (place: CommandPlace) =>
  isPlaceInDocument(place) ||
  !(place.closes || place.after[0] === 'merci') ||
  !(place.opens || place.closes)

const strike = (what: 'sentence' | 'word'): Command => ({ kind: 'strike', what })
const surely: Command = { kind: 'repair', isSure: true }
const perhaps: Command = { kind: 'repair', isSure: false }

const that = (verbs: string) =>
  verbs
    .split(' ')
    .flatMap((verb) => [`${verb} ça`, `${verb} cela`, `${verb}-ça`])
    .join(' | ')
const theLast = (what: string) =>
  'efface effacez supprime supprimez annule annulez biffez biffe rayez raye enlevez'
    .split(' ')
    .map((verb) => `${verb} ${what}`)
    .join(' | ')

const table: readonly (readonly [
  family: CommandFamily,
  phrases: string,
  command: Command,
  isProse: SpokenCommand['isProse'],
])[] = [
  ['scratch', that('efface effacez supprime supprimez'), strike('sentence'), isDone],
  ['scratch', that('annule annulez biffe biffez raye rayez'), strike('sentence'), isDone],
  ['scratch', 'biffez | rayez | effacez | supprimez | annulez', strike('sentence'), isNotAlone],
  ['scratch', 'on efface', strike('sentence'), hasObject],
  ['scratch', theLast('la dernière phrase'), strike('sentence'), isDone],
  ['scratch', theLast('cette phrase'), strike('sentence'), isDone],
  ['scratch', theLast('le dernier mot'), strike('word'), isDone],
  ['repair', 'correction', surely, isTreatment],
  [
    'repair',
    'je corrige | non plutôt | ou plutôt | non pardon | je voulais dire | je veux dire | pardon plutôt | non correction',
    surely,
    isFirstWord,
  ],
  ['repair', 'je reprends | plutôt | excusez | excusez-moi', perhaps, isFirstWord],
  ['repair', 'pardon', perhaps, isForgiven],
  ['end', 'fin de dictée | fin de la dictée', { kind: 'end' }, isPlaceInDocument],
  ['end', 'fin du rapport | fin de rapport', { kind: 'end' }, isEndOfDocument],
]

export const frenchCommands: CommandPhrases = indexPhrases(
  table.flatMap(([family, phrases, command, isProse]) =>
    phrases.split(' | ').map((phrase) => [phrase, { family, command, isProse }] as const),
  ),
)

export const frenchEscapes: EscapePhrases = indexPhrases(
  'littéral | littéralement | le mot | les mots'
    .split(' | ')
    .map((phrase) => [phrase, 'escape'] as const),
)

export const frenchReplace: ReplacePhrases = {
  opens: indexPhrases(
    'remplacez | remplace | remplacer | changez'
      .split(' | ')
      .map((phrase) => [phrase, 'replace'] as const),
  ),
  by: wordSet('par pour'),
}
