import { wordSet } from '../reading/word-set.ts'
import { amountsIn, isDose } from './amount.ts'
import { type DoNotUseRow, doNotUseRows, spanDenominators } from './do-not-use-table.ts'
import {
  inEverySentence,
  type Lint,
  placeOf,
  type ReadSection,
  type Sentence,
} from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { lesserSeverity } from './lint-severities.ts'

/** Abbreviations on the official lists, where they stand for what the lists mean. */
export const doNotUse: Lint = (document) =>
  inEverySentence(document, (section, sentence) => {
    const surroundings = surroundingsOf(sentence, document.language)
    const reading = { section, sentence, language: document.language }
    return sentence.flatMap((_, at) => lookAt(reading, at, surroundings))
  })

type Reading = {
  readonly section: ReadSection
  readonly sentence: Sentence
  readonly language: 'en' | 'fr'
}

/** What the sentence has beside an abbreviation. */
type Surroundings = {
  readonly doseStarts: ReadonlySet<number>
  readonly doseEnds: ReadonlySet<number>
  readonly hasDrop: boolean
}

const rowsOf = new Map<string, readonly DoNotUseRow[]>()
for (const row of doNotUseRows) {
  for (const written of row.written) rowsOf.set(written, [...(rowsOf.get(written) ?? []), row])
}

/** What stands between two words, as the table writes it. */
const joints: ReadonlyMap<string, string> = new Map([
  ['/', '/'],
  ['-', '-'],
  [' ', '-'],
  ['\u00a0', '-'],
])

const drops = wordSet('drop drops gtt gtts ointment goutte gouttes onguent pommade collyre')

/** Who goes somewhere is discharged; what is stopped is named; "D/C meds" may be either. */
const home = wordSet('home domicile maison')
const leaving = wordSet(
  'home to today tomorrow planning plan summary instructions date diagnosis domicile maison a demain',
)
const unclear = wordSet('meds medications medication patient pt on when medicaments')

function surroundingsOf(sentence: Sentence, language: 'en' | 'fr'): Surroundings {
  const doses = amountsIn(sentence, language).filter(isDose)
  return {
    doseStarts: new Set(doses.map(({ from }) => from)),
    doseEnds: new Set(doses.map(({ to }) => to)),
    hasDrop: sentence.some(({ folded }) => drops.has(folded)),
  }
}

function lookAt(reading: Reading, at: number, surroundings: Surroundings): readonly LintFinding[] {
  const { sentence } = reading
  const word = sentence[at]?.text ?? ''
  const glued = /^(\d[\d.,]*)(\D+)$/.exec(word)
  if (glued) return gluedUnit(reading, at, glued)
  if (/^\d/.test(word)) return spanAsFraction(reading, at)
  const pair = pairAt(sentence, at)
  const range = { from: at, to: at + (pair ? 2 : 1) }
  const rows = rowsOf.get(pair ?? word)
  const row = rows?.find((each) => isThere(each, sentence, range, surroundings))
  if (!row) return []
  return found(reading, { ...range, proposed: row[reading.language] }, row)
}

/** "D/C" and "sub q" are two words: as the table writes them, or null. */
function pairAt(sentence: Sentence, at: number): string | null {
  const next = sentence[at + 1]
  const joint = next && joints.get(next.gap)
  const pair = joint ? `${sentence[at]?.text}${joint}${next.text}` : ''
  return rowsOf.has(pair) ? pair : null
}

/** "10U": the number runs into the unit. */
function gluedUnit(
  reading: Reading,
  at: number,
  [, number = '', unit = '']: RegExpExecArray,
): readonly LintFinding[] {
  const row = rowsOf.get(unit)?.find(({ where }) => where === 'after-number')
  if (!row || isPerVolume(reading.sentence, at)) return []
  const proposed = `${number} ${row[reading.language]}`
  return found(reading, { from: at, to: at + 1, proposed, misread: unit }, row)
}

function isThere(
  { where }: DoNotUseRow,
  sentence: Sentence,
  { from: at, to: next }: { readonly from: number; readonly to: number },
  { doseStarts, doseEnds, hasDrop }: Surroundings,
): boolean {
  switch (where) {
    case 'after-number':
      return (
        /^\d/.test(sentence[at - 1]?.text ?? '') &&
        /^[ \u00a0\u202f]?$/.test(sentence[at]?.gap ?? '') &&
        !isPerVolume(sentence, at)
      )
    case 'before-dose':
      return doseStarts.has(at + 1)
    case 'after-dose':
      return doseEnds.has(at) || doseEnds.has(at - 1)
    case 'in-dose':
      return doseStarts.size > 0
    case 'before-count':
      return /^\d/.test(sentence[next]?.text ?? '') && !doseStarts.has(next)
    case 'before-leaving':
      return leaving.has(sentence[next]?.folded ?? '')
    case 'before-home':
      return home.has(sentence[next]?.folded ?? '')
    case 'before-unclear':
      return unclear.has(sentence[next]?.folded ?? '')
    case 'with-drop':
      return hasDrop
    default:
      return true
  }
}

/** "mIU/L", "40 U/L": a laboratory's unit is no dose. */
function isPerVolume(sentence: Sentence, at: number): boolean {
  const next = sentence[at + 1]
  return next?.gap === '/' && /^(?:l|dl|ml|g|mg|mmol|cm)$/.test(next.folded)
}

const before = wordSet('for x times pendant pour durant')

/** "for 2/52". */
function spanAsFraction(reading: Reading, at: number): readonly LintFinding[] {
  const { sentence, language } = reading
  const under = sentence[at + 1]
  const span = under?.gap === '/' ? spanDenominators[under.text] : undefined
  if (!span || !before.has(sentence[at - 1]?.folded ?? '')) return []
  const count = sentence[at]?.text ?? ''
  const row = {
    misread: { en: 'a fraction', fr: 'comme une fraction' },
    severity: lesserSeverity,
    source: 'ISMP Canada 2025',
  }
  return found(reading, { from: at, to: at + 2, proposed: `${count} ${span[language]}` }, row)
}

/** The words to be replaced and by what; `misread` where only a part of them is an abbreviation. */
type Abbreviation = {
  readonly from: number
  readonly to: number
  readonly proposed: string
  readonly misread?: string
}

function found(
  { section, sentence, language }: Reading,
  { proposed, misread: abbreviation, ...range }: Abbreviation,
  { misread, severity, source }: Pick<DoNotUseRow, 'misread' | 'severity' | 'source'>,
): readonly LintFinding[] {
  if (proposed === '-') return []
  const place = placeOf(section, sentence, range)
  const isSure = proposed !== '?'
  const written = abbreviation ?? place.text
  const reasons = {
    en: `“${written}” has been read as ${misread.en}; write ${isSure ? `“${proposed}”` : 'out what is meant'}.`,
    fr: `«\u00a0${written}\u00a0» a déjà été lu ${misread.fr}; écrire ${isSure ? `«\u00a0${proposed}\u00a0»` : 'en toutes lettres ce qui est voulu'}.`,
  }
  const finding: LintFinding = {
    ...place,
    kind: 'do-not-use-abbreviation',
    severity,
    reason: reasons[language],
    source,
  }
  return [isSure ? { ...finding, proposed } : finding]
}
