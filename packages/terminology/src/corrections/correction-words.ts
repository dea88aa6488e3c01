import { englishMonths, englishWeekdays } from '../dates/english-calendar.ts'
import { negations } from '../doubts/low-confidence.ts'
import { englishUnits } from '../measures/english-units.ts'
import { frenchMeasured } from '../measures/french-measured.ts'
import { frenchUnits } from '../measures/french-units.ts'
import { isEnglishNumberWord } from '../numbers/english-cardinal.ts'
import { measuredNouns } from '../numbers/english-frames.ts'
import { isFrenchNumberWord } from '../numbers/french-cardinal.ts'
import type { PhraseIndex } from '../reading/phrase-index.ts'
import { wordSet } from '../reading/word-set.ts'

/** What a language adds to the types of values, so that like is put in place of like. */
export type CorrectionWords = {
  readonly sides: ReadonlySet<string>
  /** Without accents. */
  readonly negations: ReadonlySet<string>
  /** Small words that may be said again, or left out, before what is put right. */
  readonly determiners: ReadonlySet<string>
  /** Longer words that stand everywhere: to say one of them again means nothing. */
  readonly commonWords: ReadonlySet<string>
  readonly isNumberWord: (atom: string) => boolean
  readonly units: PhraseIndex<unknown>
  /** Days of the week and months that stand alone, and which of the two they are; absent where they are plain words. */
  readonly calendar?: ReadonlyMap<string, 'weekday' | 'month'>
  /** Words of which one is said in place of another when somebody corrects himself: each with the others of its line. */
  readonly opposites: ReadonlyMap<string, ReadonlySet<string>>
  /** After one of these, "correction" may be the dose that corrects a high blood sugar. */
  readonly insulins: ReadonlySet<string>
  /** After one of these with its value, "correction" may be what was given for it: "potassium 3.1, correction 40 mEq". */
  readonly measured: ReadonlySet<string>
  /** After a value, these say how fast or of what: "correction 8 mmol per day". */
  readonly rates: ReadonlySet<string>
  /** Polite words after the end of a dictation, that nobody misses. */
  readonly farewells: ReadonlySet<string>
  /** "a" before 5, "an" before 8; null where the language has no such pair. */
  readonly article: ((word: string, before: string) => string) | null
}

/** One line of words for each set of opposites. */
function oppositesOf(lines: string): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const words = wordSet(line)
        return [...words].map((word) => [word, words] as const)
      }),
  )
}

/** Numbers that begin with a vowel when they are read: 8, 11, 18, 80 to 89, 800, 8000, 11,000. */
const vowelNumber = /^(?:8(?:\d{1,2}|[\d,]*)?|1[18](?:,\d{3})*)(?!\d)|^(?:eigh|eleven)/i

export const englishCorrections: CorrectionWords = {
  sides: wordSet('left right bilateral both'),
  negations: negations.en,
  determiners: wordSet('a an the his her their its'),
  commonWords: wordSet(`
    that this these those there their them they then than with from have been were will would could should when what which
    about into over some your very really also just like well know
  `),
  isNumberWord: isEnglishNumberWord,
  insulins: wordSet(
    'insulin lispro aspart glulisine glargine detemir degludec humalog novolog novorapid apidra fiasp humulin novolin lantus basaglar levemir tresiba toujeo semglee',
  ),
  measured: new Set([...measuredNouns, ...wordSet('anemia deficit hypoglycemia sugar')]),
  rates: wordSet('per of a every over in'),
  units: englishUnits,
  calendar: new Map([
    ...[...englishWeekdays.keys()].map((word) => [word, 'weekday'] as const),
    ...[...englishMonths.keys()].map((word) => [word, 'month'] as const),
  ]),
  opposites: oppositesOf(`
    positive negative equivocal
    benign malignant
    normal abnormal
    present absent
    reports denies
    acute chronic subacute
    mild moderate severe
    increased decreased unchanged
    increase decrease
    high low
    upper middle lower
    medial lateral
    anterior posterior
    superior inferior
    proximal distal
    dorsal volar palmar plantar
    systolic diastolic
    flexion extension
    abduction adduction
    arterial venous
    start stop continue
    morning evening noon
    mother father
    brother sister
    he she
  `),
  farewells: wordSet(`
    thank thanks you very much so for watching listening bye goodbye okay ok the a all that's s that's is that
    have good great nice day everyone everybody please subscribe
  `),
  article: (word, before) => {
    if (!/^an?$/i.test(word)) return word
    const article = vowelNumber.test(before) ? 'an' : 'a'
    return word.startsWith('A') ? `A${article.slice(1)}` : article
  },
}

export const frenchCorrections: CorrectionWords = {
  sides: wordSet(`
    gauche droit droite gauches droits droites bilatéral bilatérale bilatéraux bilatérales
  `),
  negations: negations.fr,
  determiners: wordSet("le la l' les un une du des au à de d' son sa ses"),
  commonWords: wordSet(`
    avec dans pour sont elle elles vous nous cette celui celle mais donc plus très bien tout tous toute alors aussi comme
    était étaient sera avait peut fait être avoir
  `),
  isNumberWord: isFrenchNumberWord,
  insulins: wordSet(
    'insuline lispro aspart glulisine glargine détémir dégludec humalog novolog novorapid apidra fiasp humulin novolin lantus basaglar levemir tresiba toujeo semglee',
  ),
  measured: new Set([...frenchMeasured, ...wordSet('anémie déficit hypoglycémie')]),
  rates: wordSet('par de en aux sur'),
  units: frenchUnits,
  opposites: oppositesOf(`
    positif négatif équivoque
    positive négative équivoque
    bénin malin
    bénigne maligne
    normal anormal
    normale anormale
    présent absent
    présente absente
    rapporte nie
    aigu chronique subaigu
    aiguë chronique subaiguë
    léger modéré sévère
    légère modérée sévère
    augmenté diminué inchangé
    augmentée diminuée inchangée
    augmentation diminution
    haut bas
    haute basse
    supérieur moyen inférieur
    supérieure moyenne inférieure
    médial latéral
    médiale latérale
    interne externe
    antérieur postérieur
    antérieure postérieure
    proximal distal
    proximale distale
    dorsal palmaire plantaire
    dorsale palmaire plantaire
    systolique diastolique
    flexion extension
    abduction adduction
    artériel veineux
    artérielle veineuse
    commencer cesser continuer
    matin soir midi
    mère père
    frère sœur
    il elle
  `),
  farewells: wordSet(`
    merci beaucoup bien d' avoir regardé écouté à vous au revoir bonjour bonne journée soirée bonsoir sous titres
    titrage réalisés réalisé par la communauté de amara org st 501 abonnez
  `),
  article: null,
}
