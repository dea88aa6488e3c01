/** Fewer letter pairs in common are a coincidence. */
const leastAlike = 0.35

/** Those of the names that were likeliest meant, likeliest first, by the letter pairs they share (Dice's coefficient). */
export function nearestNames(meant: string, names: readonly string[], most = 3): readonly string[] {
  return [...new Set(names)]
    .map((name) => ({ name, alike: alikeness(meant, name) }))
    .filter(({ alike }) => alike >= leastAlike)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, most)
    .map(({ name }) => name)
}

function alikeness(a: string, b: string): number {
  const ofA = letterPairs(a)
  const ofB = letterPairs(b)
  const shared = [...ofA].filter((pair) => ofB.has(pair)).length
  return (2 * shared) / (ofA.size + ofB.size)
}

/** The ends of a word count too: ` c` and `y ` of "chest-xray". */
function letterPairs(word: string): ReadonlySet<string> {
  const padded = ` ${word.toLowerCase()} `
  return new Set([...padded].slice(1).map((letter, index) => (padded[index] ?? '') + letter))
}
