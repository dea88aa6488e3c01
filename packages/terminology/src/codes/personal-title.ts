import { close, previous } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Rule } from '../reading/rule.ts'
import { type Span, valueSpan } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { englishNotPersons } from './english-not-persons.ts'
import { englishSurnames } from './english-surnames.ts'
import { frenchSurnames } from './french-surnames.ts'

/** A title before a name, and where it is surely one. */
type Title = {
  /** How it is always written; null: as it was said. */
  readonly written: string | null
  /** Given where a title may be something else, or a verb may follow: what may stand before it, over an article. */
  readonly onlyAfter?: ReadonlySet<string>
  /** True where a name that is not on the list must not look like another word either: "by doctor consultation". */
  readonly isWary?: true
}

/** Titles of a language; what may stand before none of them; what is no name after one, and what surely is. */
type Titles = {
  readonly titles: ReadonlyMap<string, Title>
  readonly neverAfter: ReadonlySet<string>
  readonly notNames: ReadonlySet<string>
  readonly surnames: ReadonlySet<string>
  /** Between two titles of one name: "mister and mrs parker". */
  readonly and?: string
}

/** "seen by mrs jones", « vu par le dr roy »: the title with its capital and stop, and the name with its capital. */
export function personalTitleRule(titles: Titles): Rule {
  return {
    begins: new Set(titles.titles.keys()),
    read: (reading, at) => readTitle(reading, at, titles),
  }
}

function readTitle(reading: Reading, at: number, language: Titles): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  const title = titleOf(reading, at, language)
  if (!title || close(reading.atoms, from + 1) !== language.and) {
    return title && readNamed(reading, at, title, language)
  }
  // "mister and mrs parker": the first is a title where the second is one.
  const second = titleOf(reading, at + 2, language)
  return second && readNamed(reading, at + 2, second, language) && [titleAt(at, title)]
}

function titleOf(
  { atoms, firstAtom, tokens }: Reading,
  at: number,
  { titles, neverAfter }: Titles,
): Title | null {
  const from = firstAtom[at] ?? 0
  const word = atoms[from]?.text ?? ''
  // An engine that writes capitals and marks has decided itself.
  if (tokens[at]?.core !== word || neverAfter.has(previous(atoms, from))) return null
  return titles.get(word) ?? null
}

function readNamed(
  { atoms, firstAtom, tokens }: Reading,
  at: number,
  title: Title,
  { notNames, surnames }: Titles,
): readonly Span[] | null {
  const from = firstAtom[at] ?? 0
  const name = tokens[at + 1]?.core ?? ''
  if (notNames.has(close(atoms, from + 1)) || !isNamelike(name)) return null
  const second = tokens[at + 1]?.after === '' ? (tokens[at + 2]?.core ?? '') : ''
  const isListed = surnames.has(name.replace(/['’]s$/, ''))
  const isAnother = title.isWary === true && !isListed && otherWord.test(name)
  const isFull = surnames.has(second) && !isAnother
  if (!isFull && !isListed && (isAnother || !isPlaced(atoms, from, title))) return null
  if (close(atoms, from + 1) === '') return null
  const span = titleAt(at, title)
  // "O'Brien" and « d'Amours » have their capitals in places of their own.
  if (/['’]/.test(name.replace(/['’]s$/, ''))) return [span]
  return isFull ? [span, capitalAt(at + 1), capitalAt(at + 2)] : [span, capitalAt(at + 1)]
}

const titleAt = (at: number, { written }: Title): Span =>
  written === null
    ? { from: at, to: at + 1, kind: 'prose' }
    : valueSpan({ from: at, to: at + 1 }, 'term', 'capital.title', written)

/** What verbs and things end in, and family names seldom. */
const otherWord = /(?:ed|ing|[ts]ions?|ments?|ly|ness|ity|[^s]s)$/

const isNamelike = (name: string) => /^\p{L}[\p{L}'’-]+$/u.test(name)

const capitalAt = (at: number): Span => ({
  from: at,
  to: at + 1,
  kind: 'prose',
  manner: { letters: 'title' },
})

/** Whether only a name can follow: « vu par le docteur … », but « le docteur recommande ». */
function isPlaced(atoms: Reading['atoms'], from: number, { written, onlyAfter }: Title): boolean {
  const before = previous(atoms, from)
  if (!onlyAfter) return true
  const isArticle = written === null && /^(?:le|la)$/.test(before)
  return onlyAfter.has(isArticle ? previous(atoms, from, 2) : before)
}

const always = (written: string): Title => ({ written })

/** "MR" is mitral regurgitation and magnetic resonance, "MS" multiple sclerosis and morphine: a person is met, seen, thanked. */
const metBefore: ReadonlySet<string> = new Set([
  '',
  ...wordSet('by with to for from saw see seeing seen met thank dear told called and'),
])

/** A doctor is met, written to or thanked: "doctor" stands before a verb or a thing elsewhere. */
const doctorBefore = wordSet('by with dear per thank via consulted consult consulting')
/** "MS" is a disease and a drug: only a family name shows a person. */
const nobodyElse: ReadonlySet<string> = new Set(['dear'])

export const englishTitles: Titles = {
  surnames: englishSurnames,
  and: 'and',
  titles: new Map<string, Title>([
    ['doctor', { written: 'Dr.', onlyAfter: doctorBefore, isWary: true }],
    ['ms', { written: 'Ms.', onlyAfter: nobodyElse, isWary: true }],
    ['dr', always('Dr.')],
    ['mister', always('Mr.')],
    ['mrs', always('Mrs.')],
    ['missus', always('Mrs.')],
    ['prof', always('Prof.')],
    ['mr', { written: 'Mr.', onlyAfter: metBefore, isWary: true }],
  ]),
  neverAfter: wordSet(`
    a an the this that these those his her their my your our its another each every any some no mild moderate severe
    proliferative nonproliferative diabetic background advanced bilateral progressive ct cardiac
  `),
  notNames: new Set([
    ...englishNotPersons,
    ...wordSet(`
    is was has had have does did do will would can could should may might must and or but not who which that the a an in on at to
    for with of by from as if when then also now he she it they we you i said says saw sees thinks thought notes noted
    feels felt wants wanted asks asked agrees agreed recommends recommended suggests suggested believes believed knows knew
    advised advises ordered orders prescribed prescribes reviewed reviews called calls came comes went saying
    about after before again today tomorrow yesterday period comma colon new next appointment appointments visit visits
    imaging angiography angiogram angiograms venography venogram enterography spectroscopy elastography arthrogram
    arthrography cholangiography cholangiopancreatography urography scan scans scanner image images sequence sequences
    study studies brain spine contrast severity grade jet present absent seen noted none negative positive
    per see seeing thank thanks because since until while so than during without within regarding re if last this early late
    asap immediately soon twice once daily weekly monthly one two three four five six seven eight nine ten
    monday tuesday wednesday thursday friday saturday sunday tonight later first
    order orders approval consent note notes letter letters office offices phone telephone call instructions advice request
    requests referral referrals consultation consult hours group team practice service services patient patients shopping
    available involved aware absent alone only again ever never always clinic nurse nurses
    leave blank scratch strike delete erase undo correction number open close left right all no not question full next
    `),
  ]),
}

const frenchBefore: ReadonlySet<string> = new Set([
  '',
  ...wordSet('le la au du à de par avec chez et cher chère les des aux que pour ou'),
])
const written = (text: string): Title => ({ written: text, onlyAfter: frenchBefore })

/** After these a doctor is met or written to, and does nothing. */
const towardsPerson = wordSet('du au par avec chez cher chère à pour')
/** « madame présente », « monsieur mange »: a verb is as likely wherever they stand. */
const nobody: ReadonlySet<string> = new Set()

export const frenchTitles: Titles = {
  titles: new Map([
    ['dr', written('Dr')],
    ['dre', written('Dre')],
    ['mme', written('Mme')],
    ['mlle', written('Mlle')],
    ['docteur', { written: null, onlyAfter: towardsPerson }],
    ['docteure', { written: null, onlyAfter: towardsPerson }],
    ['professeur', { written: null, onlyAfter: towardsPerson }],
    ['professeure', { written: null, onlyAfter: towardsPerson }],
    ['madame', { written: null, onlyAfter: nobody }],
    ['monsieur', { written: null, onlyAfter: nobody }],
    ['mademoiselle', { written: null, onlyAfter: nobody }],
  ]),
  neverAfter: new Set(),
  surnames: frenchSurnames,
  notNames: wordSet(`
    est était a avait et ou mais qui que dont le la les un une des du de au aux à en dans sur pour par avec sans ne se sera va
    dit pense note croit veut voit demande recommande suggère propose prescrit rapporte présente point virgule deux
    traitant traitante hier demain ce cette ici lors afin concernant référent remplaçant traitée famille responsable spécialiste
    lundi mardi mercredi jeudi vendredi samedi dimanche laissez laisser effacez efface supprimez annulez correction épelez ouvrez fermez entre majuscule
  `),
}
