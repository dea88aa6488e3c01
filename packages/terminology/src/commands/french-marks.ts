import { isFrenchNumberWord } from '../numbers/french-cardinal.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import type { Around } from '../reading/reading.ts'
import { wordSet } from '../reading/word-set.ts'
import type { MarkPhrases, SaidMark, SpokenMark } from './read-mark.ts'

// « point » : la fin de la phrase, ou un endroit qui fait mal.

const articles = wordSet('un le ce du au aucun chaque quel tel leur son mon notre votre')
/** « le même point » is a place; « lui-même point » ends a sentence. */
const adjectives = wordSet(`
  premier deuxième second troisième dernier autre même seul gros petit certain
`)
const afterPlace = wordSet(`
  douloureux douloureuse noir noirs sensible exquis mort culminant faible fort central focal
`)
/** « De plus », « d'ailleurs » open a sentence; « de côté », « d'appui » say which point. */
const opensSentence = wordSet('plus même ailleurs abord emblée autre autres où après autant')

/** « point fixe », « point chaud » : nothing was said yet that a full stop could end. */
const placesAlone = wordSet('fixe fixes chaud froid rubis cardinal')

function isPlace(around: Around, said: SaidMark): boolean {
  const { before, after, wordsSoFar } = around
  const [last = '', secondLast = ''] = before
  const [next = '', secondNext = '', thirdNext = ''] = after
  if (next === 'à' && secondNext === 'la' && thirdNext === 'ligne') return false
  if (isIdiom(around) || (wordsSoFar === 0 && placesAlone.has(next))) return true
  if (afterPlace.has(next)) return true
  if (articles.has(last)) return !(last === 'un' && (endsNumber(secondLast) || endsValue(said)))
  if (adjectives.has(last)) return articles.has(secondLast)
  return saysWhichPoint(next, secondNext)
}

/** « un point de côté », « un point douloureux », but « grade un point de plus »: from the two words after it. */
export function saysWhichPoint(next: string, secondNext: string): boolean {
  return (
    afterPlace.has(next) || ((next === 'de' || next === "d'") && !opensSentence.has(secondNext))
  )
}

/**
 * « potassium quatre virgule un point », « fracture de l un point », « grade un point »: "un" was read as a value or the
 * end of one. By itself it may stay a word, which only the profile knows.
 */
function endsValue({ reading: { last }, from }: SaidMark): boolean {
  if (last?.kind !== 'value' || last.to !== from) return false
  return last.from < from - 1 || typeof last.parts[0]?.write === 'string'
}

/** « mal en point », « à point », « point par point », « point à point » */
const isIdiom = ({ before: [last, secondLast], after: [next, secondNext] }: Around) =>
  last === 'à' ||
  (last === 'tout' && secondLast === 'en') ||
  (last === 'bon' && secondLast === 'un') ||
  (last === 'haut' && secondLast === 'plus') ||
  (last === 'au' && secondLast === 'mise') ||
  (last === 'en' && secondLast === 'mal') ||
  (/^(?:par|à)$/.test(next ?? '') && secondNext === 'point') ||
  (last === 'par' && secondLast === 'point')

/** « cent un point », « vingt et un point »: "un" ends a number. */
const endsNumber = (atom: string) => atom === 'et' || isFrenchNumberWord(atom)

// « deux points » : le signe, ou des points que l'on compte.

const beforeCount = wordSet(
  'les ces ses des en sur avec de à perdu perd gagné gagne aux plus moins donne donnent donnant retirer retire retirés reste restent ajoute ajouter',
)
const afterCount = wordSet(`
  de d' douloureux douloureuses noirs sensibles au sur séparés simples supplémentaires cutanés
`)

/** What points look like; « tympans deux points rouges » has a colon all the same. */
const looks = wordSet(`
  rouges blancs blanchâtres bleus bleutés violets bruns jaunes gris verts roses noirâtres rougeâtres lumineux brillants sensibles
  douloureux fixes chauds froids saillants palpables visibles hémorragiques purulents ulcérés nécrotiques osseux distincts
  différents rapprochés faibles forts
`)
/** Before what is seen; « on note deux points une opacité » has a colon. */
const noting = wordSet(`
  note notons noté retrouve retrouvons retrouvé constate constatons observe observons montre révèle voit présente présentent objective
  identifie porte
`)

function isCount({ before: [last = '', secondLast], after, wordsSoFar }: Around, said: SaidMark) {
  if (beforeCount.has(last) || afterCount.has(after[0] ?? '')) return true
  if (last === 'a' && secondLast === 'y') return true
  // « On note deux points, sensibles »: an engine's comma does not stand between a colon and an adjective.
  const { atoms, firstAtom } = said.reading
  if (noting.has(last)) return looks.has(atoms[firstAtom[said.to] ?? 0]?.text ?? '')
  return wordsSoFar === 0 && looks.has(after[0] ?? '')
}

const isShape = ({ before }: Around) =>
  /^(?:en|une|la|de|bacilles?|vibrions?)$/.test(before[0] ?? '')

// « point d'interrogation » : le signe, ou un doute dont on parle.

const spokenOf = wordSet('le ce du au aucun chaque son gros grand petit seul autre')
function isSpokenOf({ before, after, wordsSoFar }: Around): boolean {
  const [last = '', secondLast = ''] = before
  if (wordsSoFar === 0 && after[0] === 'sur') return true
  return spokenOf.has(last) || (last === 'un' && !endsNumber(secondLast))
}
const isAfterArticle = ({ before }: Around) => /^(?:un|le|ce|du)$/.test(before[0] ?? '')

/** « barre épigastrique » is a symptom; the sign stands between numbers or letters. */
const isSymptom = ({ before, after }: Around) => !(isSign(before[0]) && isSign(after[0]))
const isSign = (atom: string | undefined) =>
  atom !== undefined && (/^(?:\p{L}\d{0,2}|\d+)$/u.test(atom) || spokenDigits.has(atom))
const spokenDigits = wordSet(
  'un deux trois quatre cinq six sept huit neuf dix vingt trente quarante',
)

// « plus ou moins », « fois » : des signes devant un nombre seulement.

const isNumber = (atom = '') => /^\d/.test(atom) || isFrenchNumberWord(atom)
const isNotBeforeNumber = ({ after }: Around) => !isNumber(after[0])
const repeated = /^(?:orientée?s?|alertes?|pontages?)$/
const isNotRepeated = ({ before, after }: Around) =>
  !repeated.test(before[0] ?? '') || !isNumber(after[0])

const table: readonly (readonly [phrases: string, mark: SpokenMark])[] = [
  ['point', { mark: 'period', isProse: isPlace }],
  ['point final', { mark: 'period', isProse: isSpokenOf }],
  ['virgule', { mark: 'comma', isProse: isShape }],
  ['deux points', { mark: 'colon', isProse: isCount }],
  ['point virgule', { mark: 'semicolon' }],
  ["point d'interrogation", { mark: 'question', isProse: isSpokenOf }],
  ["point d'exclamation", { mark: 'exclamation', isProse: isSpokenOf }],
  ['points de suspension | trois petits points', { mark: 'ellipsis' }],
  ["trait d'union", { mark: 'hyphen', isProse: isAfterArticle }],
  ['tiret | tiret long', { mark: 'dash', isProse: isAfterArticle }],
  ['barre oblique', { mark: 'slash' }],
  ['slash', { mark: 'slash' }],
  ['barre', { mark: 'slash', isProse: isSymptom }],
  ['apostrophe', { mark: 'apostrophe', isProse: isAfterArticle }],
  // « le vaccin, parenthèse, Prevnar 20, fermer la parenthèse »
  ['parenthèse', { mark: 'open-parenthesis', closedBy: 'close-parenthesis' }],
  ['entre parenthèses', { mark: 'open-parenthesis', closedBy: 'close-parenthesis' }],
  ['entre crochets', { mark: 'open-bracket', closedBy: 'close-bracket' }],
  ['entre guillemets', { mark: 'open-quote', closedBy: 'close-quote' }],
  ['fin de la parenthèse | fin parenthèse', { mark: 'close-parenthesis' }],
  ['fin de citation | fin des guillemets | fin guillemets', { mark: 'close-quote' }],
  ['et commercial | perluète | esperluette', { mark: 'ampersand', isProse: isAfterArticle }],
  ['astérisque', { mark: 'asterisk', isProse: isAfterArticle }],
  ['arobas | arobase | arrobas | a commercial', { mark: 'at', isProse: isAfterArticle }],
  ['dièse | signe dièse', { mark: 'number-sign', isProse: isAfterArticle }],
  [
    'soulignement | tiret bas | trait de soulignement | barre de soulignement',
    { mark: 'underscore', isProse: isAfterArticle },
  ],
  ['plus ou moins', { mark: 'plus-minus', isProse: isNotBeforeNumber }],
  ['fois', { mark: 'times', isProse: isNotRepeated }],
  ['signe plus', { mark: 'plus-sign', isProse: isAfterArticle }],
  ['signe égal', { mark: 'equals', isProse: isAfterArticle }],
  ['signe plus petit que | signe inférieur à', { mark: 'less-than', isProse: isAfterArticle }],
  ['signe plus grand que | signe supérieur à', { mark: 'greater-than', isProse: isAfterArticle }],
  ...bracketing('parenthèse | parenthèses', 'parenthesis'),
  ...bracketing('crochet | crochets', 'bracket'),
  ...bracketing('guillemet | guillemets', 'quote'),
]

/** « ouvrez la parenthèse », « parenthèse ouvrante », « fermez les guillemets »… */
function bracketing(
  names: string,
  mark: 'parenthesis' | 'bracket' | 'quote',
): readonly (readonly [string, SpokenMark])[] {
  const all = names.split(' | ')
  const said = (verbs: string, participles: string) =>
    all
      .flatMap((name) => [
        ...verbs
          .split(' ')
          .flatMap((verb) => [
            `${verb} ${name}`,
            `${verb} la ${name}`,
            `${verb} le ${name}`,
            `${verb} les ${name}`,
          ]),
        ...participles.split(' ').map((participle) => `${name} ${participle}`),
      ])
      .join(' | ')
  return [
    [
      said('ouvrez ouvrir ouvre ouvrons', 'ouvrante ouvrantes ouvrant ouvrants'),
      { mark: `open-${mark}` },
    ],
    [
      said('fermez fermer ferme fermons', 'fermante fermantes fermant fermants'),
      { mark: `close-${mark}` },
    ],
  ]
}

export const frenchMarks: MarkPhrases = indexPhrases(
  table.flatMap(([phrases, mark]) => phrases.split(' | ').map((phrase) => [phrase, mark] as const)),
)
