/** Codes of the sounds, so that a cost is one look in a table. */
const sounds = 'aeioujwhpbtdkgfvszSJCmnlr'
const count = sounds.length + 1
const vowels = 'aeiou'

/** Sounds that are taken for each other, the nearest first. What is not listed costs 1. */
const nearSounds: readonly (readonly [pairs: string, cost: number])[] = [
  ['ei ij uw ou', 0.2],
  ['ae ao ai oe ui au iu eu eo io', 0.35],
  ['pb td kg fv sz SJ SC JC mn', 0.35],
  ['sS sC zJ sJ zS bv kC', 0.45],
  ['lr tC dJ ft vw gJ gh kh kS', 0.6],
]

/** Sounds that are easily lost or put in; the others cost 1. */
const lightSounds: readonly (readonly [sounds: string, cost: number])[] = [
  ['h', 0.3],
  ['jw', 0.4],
  ['aeiou', 0.5],
  ['nrl', 0.7],
]

const lightestLoss = Math.min(...lightSounds.map(([, cost]) => cost))

const substitution = substitutionCosts()
const loss = lossCosts()

/**
 * How far apart two words sound: 0 for the same, 1 for nothing in common; beyond the limit, anything that is beyond
 * it too. Edits weigh less where ears and engines err, vowels and voice (Kondrak and Dorr 2004), and the sum is taken
 * over the longer of the two.
 */
export function soundDistance(a: string, b: string, limit = 1): number {
  const longer = Math.max(a.length, b.length)
  if (longer === 0) return 0
  const mostCost = limit * longer
  if (Math.abs(a.length - b.length) * lightestLoss > mostCost) return 1
  return Math.min(1, editCost(a, b, mostCost) / longer)
}

/** True for two sounds, by their characters, that are the same or easily taken for each other. */
export function areAlike(a: number, b: number): boolean {
  return at(substitution, (codes[a] ?? 0) * count + (codes[b] ?? 0)) < 0.5
}

const longest = 64
/** Two rows of the table, kept: a word is compared with many. */
const rows = [new Float64Array(longest + 1), new Float64Array(longest + 1)] as const

/** Infinite as soon as it is sure to be above `most`: of a hundred terms that may be near, few are. */
function editCost(a: string, b: string, most: number): number {
  if (a.length > longest || b.length > longest) return Number.POSITIVE_INFINITY
  let [previous, current] = rows
  previous[0] = 0
  for (let j = 1; j <= b.length; j++) previous[j] = at(previous, j - 1) + lossOf(b, j - 1)
  for (let i = 1; i <= a.length; i++) {
    const lost = lossOf(a, i - 1)
    const row = codeOf(a, i - 1) * count
    let least = at(previous, 0) + lost
    current[0] = least
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(previous, j - 1) + at(substitution, row + codeOf(b, j - 1))
      const dropped = at(previous, j) + lost
      const put = at(current, j - 1) + lossOf(b, j - 1)
      const cost = Math.min(replaced, dropped, put)
      current[j] = cost
      if (cost < least) least = cost
    }
    // Every way to the end leads through this row, and no step gives anything back.
    if (least > most) return Number.POSITIVE_INFINITY
    ;[previous, current] = [current, previous]
  }
  return at(previous, b.length)
}

const at = (row: Float64Array, index: number) => row[index] ?? 0
const lossOf = (text: string, index: number) => at(loss, codeOf(text, index))

const codes = new Uint8Array(128)
for (const [index, sound] of [...sounds].entries()) codes[sound.charCodeAt(0)] = index + 1

function codeOf(text: string, index: number): number {
  return codes[text.charCodeAt(index)] ?? 0
}

function substitutionCosts(): Float64Array {
  const costs = new Float64Array(count * count).fill(1)
  const index = (sound: string) => sounds.indexOf(sound) + 1
  const set = (a: string, b: string, cost: number) => {
    costs[index(a) * count + index(b)] = cost
    costs[index(b) * count + index(a)] = cost
  }
  for (const a of sounds) {
    set(a, a, 0)
    // A vowel for a consonant is no mishearing but another word.
    for (const b of sounds) if (vowels.includes(a) !== vowels.includes(b)) set(a, b, 1.2)
  }
  for (const [pairs, cost] of nearSounds) {
    for (const pair of pairs.split(' ')) set(pair.charAt(0), pair.charAt(1), cost)
  }
  return costs
}

function lossCosts(): Float64Array {
  const costs = new Float64Array(count).fill(1)
  for (const [light, cost] of lightSounds) {
    for (const sound of light) costs[sounds.indexOf(sound) + 1] = cost
  }
  return costs
}
