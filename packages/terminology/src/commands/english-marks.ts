import { endsWithLetter } from '../codes/english-named-letter.ts'
import { isEnglishNumberWord } from '../numbers/english-cardinal.ts'
import { englishOrdinalWords } from '../numbers/english-ordinal.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import type { Around } from '../reading/reading.ts'
import { wordSet } from '../reading/word-set.ts'
import type { MarkPhrases, SaidMark, SpokenMark } from './read-mark.ts'

const determiners = wordSet(`
  a an the her his their its my your our another each every any some no
  last first next second third final previous current
`)

// "period": a full stop, or a stretch of time.

const alwaysBeforePeriod = wordSet(`
  menstrual intermenstrual refractory incubation grace gestational of during throughout between than
`)
/** A stretch of time after a determiner ("the recovery period"), a full stop elsewhere ("in recovery. "). */
const periodAdjectives = wordSet(`
  recovery observation waiting treatment study rest induction latency latent
  postictal prolonged brief short long longer extended certain entire whole limited specified grace
  transition trial admission
`)
const beforePeriodAdjective = wordSet(`
  a an the this that these his her their each every any some no early immediate late during throughout
  day week month year post
`)
const timeUnits = wordSet('minute hour day week month year')
const temporalPrepositions = wordSet(`
  during in over for within throughout of after before since until following
`)
/** "of" opens a sentence in "of note", it does not measure a period. */
const opensSentenceAfterOf = wordSet('note interest importance significance concern course')

/** "no fever period pain in the left knee": a place follows, and nothing before calls for menstrual pain. */
const beforePeriodPain = wordSet(`
  of with and or no some any her for from has had have having reports reported denies denied complains severe mild
  worsening worse bad painful moderate heavy occasional usual typical cyclical regular early like
`)
const saysWhere = (last: string, [, second, third]: readonly string[]) =>
  second === 'in' && third === 'the' && last !== '' && !beforePeriodPain.has(last)

/** "period piece", "period prevalence": of a stretch of time. */
const ofAnAge = wordSet('piece pieces drama dramas furniture costume prevalence')

/** "a heavy period", "had a missed period"; but "bleeding was heavy. " */
const menses = wordSet('heavy heavier light lighter irregular regular missed late painful')
const hasMenses = wordSet('a an the her their no one had has having with of')
/** "period started on Monday", "period products": nothing was said yet that a full stop could end. */
const afterMenses = wordSet(`
  started starts began begins ended lasted lasts came returned stopped is was has products tracking tracker
`)

function isMenses({ before, after, wordsSoFar }: Around): boolean {
  if (wordsSoFar === 0) return afterMenses.has(after[0] ?? '')
  if (!menses.has(before[0] ?? '')) return false
  if (wordsSoFar > 1) return hasMenses.has(before[1] ?? '')
  return /^(?:last|this|past)$/.test(after[0] ?? '') && timeUnits.has(after[1] ?? '')
}

/** "dialysis four hours each period next appointment": each time, or the end of a sentence. */
const countedPeriods = wordSet('each every first second third last next final')
const afterPeriod = wordSet('is was are were has had lasts lasted will can may must should')

function isCounted(around: Around): boolean | 'doubt' {
  const { before, after, wordsSoFar } = around
  const [, secondLast = ''] = before
  const isNamed =
    wordsSoFar < 2 || determiners.has(secondLast) || temporalPrepositions.has(secondLast)
  return isNamed || afterPeriod.has(after[0] ?? '') ? true : 'doubt'
}

function isStretchOfTime(around: Around, said: SaidMark): boolean | 'doubt' {
  const { before, after } = around
  if (isMenses(around)) return true
  const [last = '', secondLast = '', thirdLast = ''] = before
  const [next = '', secondNext = ''] = after
  if (ofAnAge.has(next)) return true
  if (next === 'of') return !opensSentenceAfterOf.has(secondNext)
  if (/^(?:pains?|cramps?|cramping)$/.test(next)) return !saysWhere(last, after)
  if (alwaysBeforePeriod.has(last)) return true
  if (last === 'time') return !(/^(?:this|that|present|the)$/.test(secondLast) && saysAt(before))
  if (last === 'same') return secondLast === 'the' && temporalPrepositions.has(thirdLast)
  if (last === 'this' || last === 'that') return temporalPrepositions.has(secondLast)
  if (last === 'up') return secondLast === 'follow' && beforePeriodAdjective.has(thirdLast)
  if (periodAdjectives.has(last) || /(?:operative|partum|natal)$/.test(last))
    return beforePeriodAdjective.has(secondLast)
  if (timeUnits.has(last)) return isSpanOf(secondLast, thirdLast)
  if (countedPeriods.has(last) && !endsDate(said)) return isCounted(around)
  return isAfterDeterminer(around, said)
}

/** "at this time", "at the present time": what follows ends the sentence. */
const saysAt = (before: readonly string[]) => before.slice(2, 4).includes('at')

/** "24-hour period", "a one year period"; but "in one year. ". */
function isSpanOf(count: string, beforeCount: string): boolean {
  if (count === 'one' || count === '1') return beforeCount === 'a'
  return isEnglishNumberWord(count) || /^\d+$/.test(count)
}

// "colon": a mark after a label, or the organ.

const beforeOrgan = wordSet(`
  rectosigmoid a an the this that his her their its of in to from through throughout within into at
  sigmoid ascending descending transverse left right proximal distal entire whole normal spastic
  redundant irritable large mid residual remaining visualized visualised examined pelvic hepatic
  splenic dilated distended decompressed collapsed showed shows revealed reveals demonstrated
  demonstrates involving with for is was are were and or has had have
`)
const afterOrgan = wordSet(`
  cancer cancers carcinoma adenocarcinoma polyp polyps resection resections surgery mass masses wall
  tumor tumors tumour tumours lesion lesions adenoma adenomas screening prep preparation cleansing biopsy
  biopsies interposition obstruction perforation loops diverticula diverticulosis diverticulitis conduit cutoff
  stent injury ischemia ischaemia
`)
const goesOnWithOrgan = wordSet(`
  is was are were has had appears appeared looks contains distended without with to from and or
`)
/** "impression colon mass in the right breast": a finding of the colon, or of the breast. */
const headingWords = wordSet(`
  impression impressions diagnosis diagnoses findings plan indication indications procedure procedures operation history
  assessment technique comparison recommendation recommendations conclusion medications allergies
`)
const listLeads = wordSet('following follows below these')
const longestLabel = 5
const longestHeading = 2

function isOrgan({ before, after, wordsSoFar }: Around, said: SaidMark): boolean | 'doubt' {
  if (isLabelled(said)) return true
  const [last = ''] = before
  const [next] = after
  // "sigmoid colon colon normal": the organ, and its mark.
  if (listLeads.has(last) || last === 'colon') return false
  if (beforeOrgan.has(last)) return true
  if (next !== undefined && goesOnWithOrgan.has(next)) return true
  if (next !== undefined && afterOrgan.has(next))
    return wordsSoFar <= longestHeading && headingWords.has(last) ? 'doubt' : true
  if (next === undefined || next === 'new') return false
  const isLabel = wordsSoFar >= 1 && wordsSoFar <= longestLabel
  return !isLabel || before.some((atom) => verbsOfSentences.has(atom))
}

/** "Abdomen: colon, normal", "Colon: normal": the engine wrote the colon of the label itself, and heard the organ. */
function isLabelled({ reading, from, to }: SaidMark): boolean {
  const after = reading.tokens[to - 1]?.after
  if (after === ':') return reading.sentenceFrom === from
  const label = reading.tokens[from - 1]
  return after === ',' && label?.after === ':' && whereColonIs.has(label.atoms.at(-1) ?? '')
}
const whereColonIs = wordSet('abdomen abdominal pelvis bowel bowels gi gastrointestinal viscera')

const verbsOfSentences = wordSet(`
  is was are were has had have showed shows revealed reveals demonstrated demonstrates underwent
`)

const isAfterDeterminer = (around: Around, said: SaidMark) =>
  determiners.has(around.before[0] ?? '') && !endsDate(said) && !endsWithLetter(around)
/** "on march third comma": the ordinal is the day. */
const endsDate = ({ reading: { last }, from }: SaidMark) =>
  last?.kind === 'value' && last.type === 'date' && last.to === from
/** "with a real exclamation point", "one big question mark": spoken of, not said. */
const markAdjectives = wordSet('real big huge large great little small single double simple lone')
const isSpokenOf = (around: Around, said: SaidMark) =>
  isAfterDeterminer(around, said) ||
  (markAdjectives.has(around.before[0] ?? '') &&
    (determiners.has(around.before[1] ?? '') || around.before[1] === 'one'))
/** "question mark over the diagnosis" says no "?", which ends a question or stands before a diagnosis. */
const isDoubtOver = ({ after, wordsSoFar }: Around) =>
  wordsSoFar === 0 && /^(?:over|about|regarding|around|hanging)$/.test(after[0] ?? '')
/** A neurosurgeon's incision. */
const isIncision = ({ before, after }: Around) =>
  /^reversed?$/.test(before[0] ?? '') || /^(?:shaped?|incisions?|flaps?)$/.test(after[0] ?? '')
const isNoQuestion = (around: Around, said: SaidMark) =>
  isSpokenOf(around, said) || isDoubtOver(around) || isIncision(around)
/** "his quote unquote normal stress". */
const isIrony = ({ before }: Around) => before[0] === 'quote'
const isIronyAhead = ({ after }: Around) => after[0] === 'unquote'
/** "comma shaped", "inverted comma". */
const isShape = (around: Around, said: SaidMark) =>
  (isAfterDeterminer(around, said) && !isAmongOrdinals(around)) ||
  around.before[0] === 'inverted' ||
  /^(?:shaped?|separated|splices?|bacill(?:us|i)|sign)$/.test(around.after[0] ?? '')
/** "the third comma fourth and fifth ribs". */
const isAmongOrdinals = ({ before, after }: Around) =>
  englishOrdinalWords.has(before[0] ?? '') && englishOrdinalWords.has(after[0] ?? '')
const isDashOf = ({ before, after }: Around) =>
  // "a dash of salt"; DASH, a diet and a score of the arm.
  /^(?:of|diet|eating|score|scores|questionnaire|cam|camera|board)$/.test(after[0] ?? '') ||
  determiners.has(before[0] ?? '') ||
  /^(?:mad|quick)$/.test(before[0] ?? '') ||
  // "the one hundred metre dash"
  /^(?:met(?:er|re)|yard)$/.test(before[0] ?? '')
const isSlashWound = ({ before, after }: Around) =>
  determiners.has(before[0] ?? '') ||
  /^(?:knife|razor|blade|machete)$/.test(before[0] ?? '') ||
  /^(?:wounds?|injur|to$|across$|from$)/.test(after[0] ?? '') ||
  // "slash and burn", "slash and char"
  (after[0] === 'and' && /^(?:burn|char)/.test(after[1] ?? ''))
const isBetween = (around: Around, said: SaidMark) =>
  isAfterDeterminer(around, said) || around.after[0] === 'between'
const isOmission = (around: Around, said: SaidMark) =>
  isAfterDeterminer(around, said) || around.after[0] === 'of'

// "coma", "karma": what engines hear for "comma", or the diagnosis.

/** "No fever coma no chills": what comes after begins as the clause did. */
const clauseOpeners = wordSet(
  'no not denies denied positive negative mild moderate severe normal and but',
)
const besideComa = wordSet(`
  seizure seizures stupor delirium confusion consciousness lethargy obtundation encephalopathy hypoglycemia
  in into of deep diabetic hepatic myxedema hyperosmolar hypoglycemic induced from a the with glasgow or and no
`)
const isComa = ({ before, after }: Around) =>
  besideComa.has(before[0] ?? '') ||
  !clauseOpeners.has(after[0] ?? '') ||
  !before.includes(after[0] ?? '')

// "underscore": a sign in a name, or what somebody does to a point.

const afterVerb = wordSet('the a an this that these those his her its their our how why what')
const beforeUnderscore = wordSet(
  'to will would should can could may i we they you also strongly that which',
)
const isVerb = ({ before, after }: Around) =>
  afterVerb.has(after[0] ?? '') || beforeUnderscore.has(before[0] ?? '')

/** "97 percent sign" and "percent" belong to numbers; a sign said by itself is this. */
const table: readonly (readonly [phrases: string, mark: SpokenMark])[] = [
  ['period', { mark: 'period', isProse: isStretchOfTime }],
  ['full stop', { mark: 'period', isProse: isAfterDeterminer }],
  ['comma', { mark: 'comma', isProse: isShape }],
  ['colon', { mark: 'colon', isProse: isOrgan }],
  ['colon mark', { mark: 'colon' }],
  ['semicolon | semi colon', { mark: 'semicolon', isProse: isAfterDeterminer }],
  ['question mark', { mark: 'question', isProse: isNoQuestion }],
  ['exclamation mark | exclamation point', { mark: 'exclamation', isProse: isSpokenOf }],
  ['ellipsis', { mark: 'ellipsis', isProse: isOmission }],
  ['dot dot dot', { mark: 'ellipsis' }],
  ['coma | karma', { mark: 'comma', isProse: isComa }],
  ['hyphen', { mark: 'hyphen', isProse: isBetween }],
  ['dash | em dash', { mark: 'dash', isProse: isDashOf }],
  ['slash', { mark: 'slash', isProse: isSlashWound }],
  ['forward slash', { mark: 'slash' }],
  ['apostrophe', { mark: 'apostrophe', isProse: isAfterDeterminer }],
  ['percent sign', { mark: 'percent' }],
  [
    'open parenthesis | open parentheses | open paren | open parens | open parent | left parenthesis | left paren | begin parenthesis',
    { mark: 'open-parenthesis' },
  ],
  // "the vaccine, parenthesis, Prevnar 20, close parenthesis"
  [
    'parenthesis | parentheses | paren',
    { mark: 'open-parenthesis', closedBy: 'close-parenthesis' },
  ],
  ['in parentheses | in parenthesis', { mark: 'open-parenthesis', closedBy: 'close-parenthesis' }],
  [
    'close parenthesis | close parentheses | close paren | close parens | close parent | right parenthesis | right paren | end parenthesis | end parentheses',
    { mark: 'close-parenthesis' },
  ],
  ['open bracket | left bracket | open square bracket', { mark: 'open-bracket' }],
  ['close bracket | right bracket | close square bracket', { mark: 'close-bracket' }],
  [
    'open quote | open quotes | begin quote | begin quotes | start quote | open quotation marks | open quotation mark',
    { mark: 'open-quote' },
  ],
  [
    'close quote | close quotes | end quote | end quotes | close quotation marks | close quotation mark',
    { mark: 'close-quote' },
  ],
  ['quote', { mark: 'open-quote', closedBy: 'close-quote', isProse: isIronyAhead }],
  ['unquote', { mark: 'close-quote', isProse: isIrony }],
  ['ampersand', { mark: 'ampersand', isProse: isAfterDeterminer }],
  ['asterisk', { mark: 'asterisk', isProse: isAfterDeterminer }],
  ['at sign', { mark: 'at', isProse: isAfterDeterminer }],
  ['number sign | pound sign | hash sign', { mark: 'number-sign', isProse: isAfterDeterminer }],
  ['underscore', { mark: 'underscore', isProse: isVerb }],
  ['plus sign', { mark: 'plus-sign', isProse: isAfterDeterminer }],
  ['equal sign | equals sign', { mark: 'equals', isProse: isAfterDeterminer }],
  ['less than sign', { mark: 'less-than', isProse: isAfterDeterminer }],
  ['greater than sign', { mark: 'greater-than', isProse: isAfterDeterminer }],
]

export const englishMarks: MarkPhrases = indexPhrases(
  table.flatMap(([phrases, mark]) => phrases.split(' | ').map((phrase) => [phrase, mark] as const)),
)
