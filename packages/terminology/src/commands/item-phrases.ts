import { indexPhrases, type PhraseIndex } from '../reading/phrase-index.ts'
import type { Around } from '../reading/reading.ts'
import { wordSet } from '../reading/word-set.ts'

/** What is said before an item of a list, and at its end. */
export type ItemPhrase = {
  /** 'number': its number follows ("number two"); 'next': the list that is open goes on. */
  readonly kind: 'number' | 'bullet' | 'next' | 'end'
  readonly isProse: (around: Around) => boolean
}

export type ItemWords = {
  readonly phrases: PhraseIndex<ItemPhrase>
  /** The number of an item in words: 1 to 20. */
  readonly valueOf: (atoms: readonly string[]) => number | null
}

type Row = readonly [phrases: string, kind: ItemPhrase['kind'], isProse: ItemPhrase['isProse']]

const indexItems = (rows: readonly Row[]) =>
  indexPhrases(
    rows.flatMap(([phrases, kind, isProse]) =>
      phrases.split(' | ').map((phrase) => [phrase, { kind, isProse }] as const),
    ),
  )

const determiners = wordSet('a an the this that his her their its each every no in another')
const afterBullet = wordSet(
  'fragment fragments wound wounds entered hole track casing was is were are and from in point',
)
const isAfterDeterminer = ({ before }: Around) => determiners.has(before[0] ?? '')
const isProjectile = (around: Around) =>
  isAfterDeterminer(around) || afterBullet.has(around.after[0] ?? '')

export const englishItemPhrases = indexItems([
  ['number', 'number', isAfterDeterminer],
  ['bullet point', 'bullet', isAfterDeterminer],
  ['bullet', 'bullet', isProjectile],
  ['next number | number next | next item | next bullet | next point', 'next', isAfterDeterminer],
  [
    'end of list | end list | end of the list',
    'end',
    ({ before }) => /^(?:the|at)$/.test(before[0] ?? ''),
  ],
])

const frenchDeterminers = wordSet("un une le la les l' ce cette son sa du au de d' en chaque des")
const isAfterArticle = ({ before }: Around) => frenchDeterminers.has(before[0] ?? '')
const isChip = (around: Around) =>
  isAfterArticle(around) || /^(?:électronique|à|de|sous)$/.test(around.after[0] ?? '')

export const frenchItemPhrases = indexItems([
  ['numéro | petit', 'number', isAfterArticle],
  ['puce', 'bullet', isChip],
  [
    'point suivant | numéro suivant | élément suivant | prochain point | puce suivante',
    'next',
    isAfterArticle,
  ],
  ['fin de liste | fin de la liste', 'end', ({ before }) => /^(?:la|à)$/.test(before[0] ?? '')],
])
