import { wordSet } from '../reading/word-set.ts'
import { type Lint, placeOf, type ReadSection, type Sentence } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { measureFinding } from './measure-finding.ts'
import { isKnownBefore, isUnsure } from './other-times.ts'
import { mayBeOnePlace, type Place, placeIn } from './place-words.ts'
import { type SizedMention, sizedMentionsIn } from './sized-mentions.ts'
import { isComparable, isSameSize, type Size, sizesIn } from './sizes.ts'

/** Words of another time, or of a size that changes. */
const changing = wordSet(`
  now then today later after following compared comparison baseline interval since initial initially last yesterday grown growth
  growing increased increase decreased decrease enlarged shrunk up down unchanged stable
  maintenant ensuite aujourd apres comparativement comparaison rapport initial initialement depuis augmente augmentation diminue
  diminution croissance passe passee inchange inchangee stable hier dernier derniere
`)

/** One that a paragraph has brought up. */
type Known = {
  readonly mention: SizedMention
  readonly sentence: Sentence
  readonly words: ReadonlySet<string>
  readonly place: Place
  readonly text: string
}

/** What a paragraph has said of a kind of finding: those with a size, and whether there may be others. */
type Kind = { readonly known: Known[]; hasMore: boolean }

/** What a paragraph has said so far; every size in it, of whatever it is one. */
type Paragraph = { readonly kinds: Map<string, Kind>; readonly sizes: Size[] }

/** So many of a kind, and so many sizes, are compared; with more of them nobody could say which is meant. */
const most = 20

/** "A 12 mm nodule. ... The 21 mm nodule" in one paragraph that knows no other. */
export const sizeTurned: Lint = ({ sections, language }) =>
  sections
    .filter(({ role }) => role !== 'past')
    .flatMap((section) => {
      let paragraph: Paragraph = { kinds: new Map(), sizes: [] }
      return section.sentences.flatMap((sentence) => {
        if (/[\n\f]/.test(sentence[0]?.gap ?? '')) paragraph = { kinds: new Map(), sizes: [] }
        const sizes = sizesIn(sentence, language)
        const mentions = sizedMentionsIn(sentence, sizes, language)
        const turned = turnedIn({ section, sentence, mentions, language }, paragraph)
        paragraph.sizes.push(...sizes.slice(0, most))
        return turned
      })
    })

type Reading = {
  readonly section: ReadSection
  readonly sentence: Sentence
  readonly mentions: readonly SizedMention[]
  readonly language: 'en' | 'fr'
}

function turnedIn(
  { section, sentence, mentions, language }: Reading,
  { kinds, sizes }: Paragraph,
): readonly LintFinding[] {
  if (mentions.length === 0) return []
  const words = new Set(sentence.map(({ folded }) => folded))
  const place = placeIn(sentence)
  const isOfNow =
    !isKnownBefore(sentence) &&
    !isUnsure(sentence) &&
    !sentence.some(({ folded }) => changing.has(folded))
  return mentions.flatMap((mention) => {
    const kind = kinds.get(mention.noun) ?? { known: [], hasMore: false }
    kinds.set(mention.noun, kind)
    const text = mention.size ? placeOf(section, sentence, mention.size).text : ''
    const said: Known = { mention, sentence, words, place, text }
    const others = isOfNow && sizes.length <= most ? contradicted(said, kind, sizes) : []
    learn(said, kind)
    if (!mention.size || others.length === 0) return []
    const measures = others.map((each) => each.text)
    return [measureFinding(placeOf(section, sentence, mention.size), measures, language)]
  })
}

/** Those that this must be one of, if nothing in the paragraph has its size. */
function contradicted(
  { mention, sentence, place }: Known,
  kind: Kind,
  sizes: readonly Size[],
): readonly Known[] {
  const { size, isAgain, isMore, described } = mention
  if (!size || !isAgain || isMore || kind.hasMore) return []
  if (sizes.some((each) => isComparable(each, size) && isSameSize(each, size))) return []
  const others = kind.known.filter(
    (each) => each.mention.size && isComparable(each.mention.size, size),
  )
  const mayBeThese = others.every(
    (each) =>
      each.sentence !== sentence &&
      mayBeOnePlace(each.place, place) &&
      described.every((word) => each.words.has(word)) &&
      // "The 12 mm nodule is solid, the 21 mm nodule is not": two of which somebody knows.
      !(each.mention.isAgain && each.mention.isToldApart),
  )
  return mayBeThese ? others : []
}

function learn(said: Known, kind: Kind): void {
  const { size, isAgain, isMore } = said.mention
  if (size && kind.known.length < most) kind.known.push(said)
  if (isMore || (!size && !isAgain) || kind.known.length === most) kind.hasMore = true
}
