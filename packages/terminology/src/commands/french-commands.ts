import type { ReplacePhrases } from '../corrections/replace-named.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import { wordSet } from '../reading/word-set.ts'
import type { Command, CommandFamily, Letters } from './command.ts'
import {
  type CommandPhrases,
  type CommandPlace,
  correctsNothing,
  type SaidCommand,
  type SpokenCommand,
} from './read-command.ts'
import type { EscapePhrases } from './read-escape.ts'
import { isTitleWord } from './titles.ts'

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

// « majuscule », « sans espace » : comment écrire, ou une chose.

const determiners = wordSet("un une la le les cette ce sa son des du de d' en chaque aucune")
const isThing = ({ before, closes }: CommandPlace) => closes || determiners.has(before[0] ?? '')
/** « écrit en lettres majuscules sur le flacon » says how something is written. */
const isWrittenSo = ({ before, after }: CommandPlace) =>
  /^(?:écrite?s?|inscrite?s?|notée?s?|imprimée?s?|est|sont)$/.test(before[0] ?? '') ||
  /^(?:sur|dans|et)$/.test(after[0] ?? '')
/** « une lésion minuscule » is small; the command stands before a capital that the engine wrote. */
const isSmall = (place: CommandPlace, { reading, to }: SaidCommand) =>
  isThing(place) || !/^\p{Lu}/u.test(reading.tokens[to]?.core ?? '')
const isRoom = ({ before, after, isFirst }: CommandPlace) =>
  isFirst || /^(?:mort|libre|entre|pour|de|disponible)$/.test(after[0] ?? '') || before[0] === 'est'
const neverProse = () => false

/** « bilan à compléter » : ce qui reste à faire; seul entre deux signes, c'est un blanc. */
const isTask = ({ opens, closes, isFirst }: CommandPlace) => isFirst || !(opens && closes)
const isVerb = ({ before }: CommandPlace) => beforeVerb.has(before[0] ?? '')

const isNoAddress = ({ startsSentence }: CommandPlace, { reading, to }: SaidCommand) =>
  !startsSentence || !isTitleWord(reading.tokens[to]?.atoms[0])
const isNoNote = ({ before }: CommandPlace) =>
  determiners.has(before[0] ?? '') ||
  /^(?:pris|prend|prendre|remis|remise|donnée?)$/.test(before[0] ?? '')
/** « Secrétaire, veuillez … » speaks to her; « elle est secrétaire » of her. */
const isNoCall = ({ startsSentence, closes }: CommandPlace, { reading, to }: SaidCommand) =>
  !startsSentence || !closes || reading.tokens[to - 1]?.after === '.'
/** « là là » hesitates; a lone « là » is a place. */
const isThere = ({ after }: CommandPlace) => after[0] === 'là'

const letters = (how: Letters, reach: 'next' | 'on' | 'before' = 'next'): Command => ({
  kind: 'letters',
  how,
  reach,
})
const ends = (what: string) =>
  what
    .split(' ')
    .flatMap((each) => [`fin ${each}`, `fin de ${each}`, `fin du ${each}`, `fin des ${each}`])
    .join(' | ')

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
  range?: Pick<SpokenCommand, 'closes' | 'closedBy'>,
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
    'je corrige | je me corrige | je rectifie | non en fait | non plutôt | ou plutôt | non pardon | je voulais dire | je veux dire | pardon plutôt | non correction',
    surely,
    isFirstWord,
  ],
  ['repair', 'je reprends | excusez | excusez-moi', perhaps, isFirstWord],
  // « gauche plutôt droite au réveil », « vingt milligrammes plutôt quarante si douleur »: both may be true.
  ['repair', 'plutôt', { kind: 'hesitate' }, isFirstWord],
  ['repair', 'pardon', perhaps, isForgiven],
  [
    'repair',
    "non | non attends | non attendez | attends | attendez | en fait | non c'est | oups | enfin",
    { kind: 'hesitate' },
    correctsNothing,
  ],
  [
    'cap',
    'majuscule | lettre majuscule | première lettre majuscule | m majuscule',
    letters('capital'),
    isThing,
  ],
  ['cap', 'avec une majuscule | avec majuscule', letters('capital', 'before'), isFirstWord],
  [
    'allcaps',
    'tout en majuscules | tout en majuscule | en majuscules | en lettres majuscules | toutes majuscules',
    letters('capitals', 'on'),
    isWrittenSo,
    {
      closedBy: { end: 'caps', orElse: letters('capitals') },
    },
  ],
  ['caps', 'majuscules', letters('title', 'on'), isThing, { closedBy: { end: 'caps' } }],
  ['caps', ends('majuscules majuscule'), { kind: 'letters-off' }, neverProse, { closes: 'caps' }],
  [
    'nocaps',
    'minuscule | en minuscules | tout en minuscules | en lettres minuscules',
    letters('smalls'),
    isSmall,
  ],
  ['nocaps', 'sans espace', { kind: 'join', reach: 'next' }, isRoom],
  [
    'bold',
    'gras | en gras | souligné | en souligné | soulignez | italique | en italique | italiques',
    { kind: 'style', edge: 'begin' },
    isThing,
    {
      closedBy: { end: 'style' },
    },
  ],
  [
    'bold',
    ends('gras souligné soulignement italique italiques'),
    { kind: 'style', edge: 'end' },
    isFirstWord,
    { closes: 'style' },
  ],
  [
    'blank',
    'laissez un blanc | laisse un blanc | laisser un blanc | laissez en blanc | laissez un espace',
    { kind: 'blank' },
    isVerb,
  ],
  ['blank', 'à compléter | espace à compléter', { kind: 'blank' }, isTask],
  [
    'note',
    'note à la secrétaire | note pour la secrétaire | note à la transcription | note à la transcriptionniste | note au secrétariat | note pour le secrétariat | note au secrétaire',
    { kind: 'aside', aside: 'note-to-secretary' },
    isNoNote,
  ],
  ['note', 'secrétaire', { kind: 'aside', aside: 'note-to-secretary' }, isNoCall],
  [
    'note',
    'copie à | copie au | copie conforme à | copie conforme au | copies à | c c | cc | copie',
    { kind: 'aside', aside: 'copy-to' },
    isNoAddress,
  ],
  ['filler', 'là là', { kind: 'filler' }, isThere],
  ['end', 'fin de dictée | fin de la dictée', { kind: 'end' }, isPlaceInDocument],
  ['end', 'fin du rapport | fin de rapport', { kind: 'end' }, isEndOfDocument],
]

export const frenchCommands: CommandPhrases = indexPhrases(
  table.flatMap(([family, phrases, command, isProse, range]) =>
    phrases.split(' | ').map((phrase) => [phrase, { family, command, isProse, ...range }] as const),
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
