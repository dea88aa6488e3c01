import { englishRegions } from '../clinical/english-levels.ts'
import { englishUnitAt } from '../measures/english-unit-at.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, matchAtoms, previous, valueFrom } from '../reading/match-atoms.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import { asSpoken, type Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { ownsLastLetter } from './english-last-letter.ts'
import { endsInSide, isKnownName, namesIn } from './english-letters-apart.ts'
import { englishNames, englishNamesBeforeNumber, englishNamesOfTumours } from './english-names.ts'
import { isReceptor } from './english-receptor.ts'
import { lettersInRow } from './letters-in-row.ts'

/** "hemoglobin a one c", "co two", "covid nineteen": the table of names. */
export function readEnglishName(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const match =
    matchAtoms(englishNames, atoms, from) ??
    nameBeforeNumber(atoms, from) ??
    nameOfTumour(reading, at, from)
  if (!match) return null
  const isHyphened = reading.tokens[at]?.core.includes('-') && atoms[match.to - 1]?.token === at
  return codeSpan(
    reading,
    from,
    match.to,
    // "T-cell receptor" keeps the hyphen that it has.
    isHyphened ? match.meaning.replace(' ', '-') : match.meaning,
  )
}

const linksToNumber = wordSet('of at is was to up down increased decreased')

/** "peep eight", "peep of five", "peep up to ten". */
function nameBeforeNumber(atoms: readonly Atom[], from: number) {
  const match = matchAtoms(englishNamesBeforeNumber, atoms, from)
  if (!match) return null
  let number = match.to
  while (number < match.to + 3 && linksToNumber.has(close(atoms, number))) number++
  return close(atoms, number) !== '' && englishRunAt(atoms, number).length > 0 ? match : null
}

/** "her two positive". */
function nameOfTumour(reading: Reading, at: number, from: number) {
  const match = matchAtoms(englishNamesOfTumours, reading.atoms, from)
  if (!match) return null
  const end = (reading.atoms[match.to - 1]?.token ?? at) + 1
  return isReceptor(aroundOf(reading, at, end)) ? match : null
}

function codeSpan(
  reading: Reading,
  from: number,
  to: number,
  text: string,
  rule = 'code.name',
): readonly Span[] | null {
  const span = valueFrom(reading, 'code', [{ from, to, rule, write: text }])
  return span && [span]
}

/** "m r i" is MRI, "b twelve" is B12, "t four n one m zero" is T4 N1 M0. */
export function readEnglishLetters(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const letters = lettersFrom(atoms, from)
  if (letters === '') return null
  const to = from + letters.length
  if (letters.length === 1) return letterWithNumber(reading, from, letters)
  if (isArticle(atoms, from) || isSmallBeforeCapital(reading, at)) return asSpoken(at, at + 1)
  // The last letter may begin a code or name of its own: "stage c t one", "m r i c spine".
  const isSided = endsInSide(atoms, letters, to)
  const all = isSided || ownsLastLetter(atoms, letters, to) ? letters.slice(0, -1) : letters
  const names = namesIn(all)
  if (names === 'unknown') return asSpoken(at, (atoms[from + all.length - 1]?.token ?? at) + 1)
  const taken = all.slice(0, names.first)
  const isName = taken === 'avf' && isFistula(reading, at, from + taken.length)
  if (
    taken.length < 2 ||
    (!isName && !isNextName(atoms, from, taken) && isProse(atoms, taken, from + taken.length))
  )
    return null
  const name = codeSpan(reading, from, from + taken.length, taken.toUpperCase(), 'code.letters')
  if (!isSided) return name
  const side = codeSpan(reading, to - 1, to, (letters.at(-1) ?? '').toUpperCase(), 'code.letters')
  return name && side && [...name, ...side]
}

const lettersFrom = (atoms: readonly Atom[], from: number) =>
  lettersInRow(atoms, from, (letters, at) => letters.length > 1 && saysHowOften(atoms, at))

/** "i v q two hours", "i v b i d": how often begins anew. */
function saysHowOften(atoms: readonly Atom[], at: number): boolean {
  const three = [0, 1, 2].map((ahead) => close(atoms, at + ahead)).join('')
  if (/^(?:[btq]id|prn)$/.test(three)) return true
  return close(atoms, at) === 'q' && englishRunAt(atoms, at + 1).length > 0
}

/** "a c section", "a t wave", "a c five fracture": the letter belongs to what follows it. */
/** "a C 5 fracture", as an engine writes it. */
const isSmallBeforeCapital = ({ tokens }: Reading, at: number) =>
  tokens[at]?.core === 'a' && /^[A-Z]$/.test(tokens[at + 1]?.core ?? '')

const isArticle = (atoms: readonly Atom[], from: number) =>
  atoms[from]?.text === 'a' &&
  (matchAtoms(englishNames, atoms, from + 1) !== null ||
    isArticleOfLetters(atoms, from) ||
    (/^[ctls]$/.test(close(atoms, from + 1)) && codeNumber(atoms, from + 2) !== null))

/** What follows two letters that have an article: "a s t depression" is of an ECG, "a p a line" of an artery. */
const ofTwoLetters = indexPhrases<string>([
  ['s t depression', ''],
  ['s t depressions', ''],
  ['s t segment', ''],
  ['s t segments', ''],
  ['s t elevation m i', ''],
  ['s t elevation myocardial', ''],
  ['s t elevation in lead', ''],
  ['s t elevation in leads', ''],
  ['s t elevation in the anterior', ''],
  ['s t elevation in the inferior', ''],
  ['s t elevation in the lateral', ''],
  ['p a line', ''],
  ['p a catheter', ''],
  ['p a pressure', ''],
  ['p a view', ''],
  ['p a film', ''],
  ['p a chest', ''],
  ['p a lateral', ''],
])

const isArticleOfLetters = (atoms: readonly Atom[], from: number) =>
  close(atoms, from + 1) !== '' && matchAtoms(ofTwoLetters, atoms, from + 1) !== null

/** "a" and "i" are words: an abbreviation that begins with "a" is one of these. */
const beginsWithA = wordSet(`
  abg alt ast afp ace acl aaa abi adhd als aml ana avm av asa ac acth afb aicd aka all ards asd avr abc
  aed af afib afl ap aptt arb arf at ats auc add adl adls ahi aki abo apa atm asap aol
  anc anca acdf
`)

/** "c t a b d": the "a" begins a second name, where the letters of a first stand before it. */
const isNextName = (atoms: readonly Atom[], from: number, letters: string) =>
  /^[b-hj-z]$/.test(previous(atoms, from)) && isKnownName(letters)

/** "I, I just saw": somebody who hesitates, and no numeral. */
function isProse(atoms: readonly Atom[], letters: string, to: number): boolean {
  if (/^i+$/.test(letters)) return true
  if (letters.startsWith('a')) return !beginsWithA.has(letters)
  return letters.endsWith('i') && /^(?:am|would|will|think|saw|believe)$/.test(close(atoms, to))
}

/** Where dialysis is given, and of an arm; elsewhere "a v f" is ventricular fibrillation, or a lead of an ECG. */
const fistulaFrame = wordSet(`
  arm forearm brachiocephalic radiocephalic brachiobasilic brachial upper extremity dialysis hemodialysis haemodialysis
  thrill bruit access created creation mature maturing matured patent thrombosed thrombosis fistulogram graft
`)

function isFistula(reading: Reading, at: number, to: number): boolean {
  const { before, after } = aroundOf(reading, at, (reading.atoms[to - 1]?.token ?? at) + 1)
  return [...before.slice(0, 2), ...after].some((word) => fistulaFrame.has(word))
}

/** "hepatitis b two doses": the letter is a name, and the number counts something else. */
const namedByLetter = wordSet('hepatitis group type plan grade child class influenza option part')

/** Letters that are words, or stand for "every" and "times". */
const neverCodes = wordSet('a i q x')

function letterWithNumber(reading: Reading, from: number, letter: string): readonly Span[] | null {
  const { atoms } = reading
  const isTumour = letter === 't' && /^(?:high|low)$/.test(previous(atoms, from, 2))
  const isGate = letter === 'a' && /^(?:gate|terminal|highway)$/.test(previous(atoms, from))
  const isName =
    (neverCodes.has(letter) && !isGate) || (namedByLetter.has(previous(atoms, from)) && !isTumour)
  // "kt over v one point two": of a dialysis.
  const isUnder = letter === 'v' && previous(atoms, from) === 'over'
  const number = isName || isUnder ? null : codeNumber(atoms, from + 1)
  if (!number) return null
  if (isBeyondSpine(reading, from, letter, number)) return doubtUpTo(atoms, from, number.to)
  return codeSpan(
    reading,
    from,
    number.to,
    letter.toUpperCase() + number.digits,
    'code.letter-and-number',
  )
}

/** "l four one level laminectomy", "c four two screws": no region has forty vertebrae, and the count is a number of its own. */
function isBeyondSpine(
  reading: Reading,
  from: number,
  letter: string,
  { digits, to }: { readonly digits: string; readonly to: number },
): boolean {
  const most = englishRegions.get(letter)
  if (most === undefined || Number(digits) <= most || to < from + 3) return false
  const at = reading.atoms[from]?.token ?? 0
  const { before, after } = aroundOf(reading, at, (reading.atoms[to - 1]?.token ?? at) + 1)
  if (Number(digits[0]) > most) return false
  return !announced.has(before[0] ?? '') || after.some((word) => ofSpine.has(word))
}
/** What has a letter and a number of its own: "gate c four two". */
const announced = wordSet(`
  gate seat room bed code codes icd locker row aisle form unit ward number apartment suite section exhibit terminal door highway
  route bus key model version stall bay platform pod box drawer shelf well plate group type
`)
const ofSpine = wordSet(`
  level levels screw screws laminectomy laminectomies fusion fusions discectomy discectomies disc discs disk disks spine spinal
  vertebra vertebrae vertebral pedicle pedicles rod rods cage cages plate hook hooks corpectomy foraminotomy laminotomy facet facets
  nerve root roots radiculopathy stenosis herniation fracture fractures compression decompression injection injections kyphoplasty
`)

/** One number to 99, or up to four digits, with nothing measured or decimal after it. */
function codeNumber(atoms: readonly Atom[], at: number) {
  if (close(atoms, at) === '') return null
  const run = englishRunAt(atoms, at)
  const [first] = run
  const last = run.at(-1)
  if (!first || !last || first.shape === 'written') return null
  // "vitamin d two thousand" is a dose.
  if (first.shape === 'large' || first.digits.length > 2) return null
  if (run.length > 1 && !(run.length <= 4 && run.every(({ digits }) => /^\d$/.test(digits))))
    return null
  const after = close(atoms, last.to)
  const unit = englishUnitAt(atoms, last.to)
  if (/^(?:point|over|by|times)$/.test(after) || (unit && after !== 'level')) return null
  if (after === 'to' && englishRunAt(atoms, last.to + 1).length > 0) return null
  const digits = run.map((group) => group.digits).join('')
  return digits.length <= 4 ? { digits, to: last.to } : null
}
