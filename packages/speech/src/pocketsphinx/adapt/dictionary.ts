/** Words and how they may be said: CMU phones between spaces, the commonest first. */
export type Dictionary = ReadonlyMap<string, readonly string[]>

const variant = /\(\d+\)$/

/** Reads a dictionary as PocketSphinx does: `word phones`, and `word(2) phones` for another way to say it. */
export function parseDictionary(text: string): Dictionary {
  const dictionary = new Map<string, string[]>()
  for (const line of text.split('\n')) {
    const [entry, ...phones] = line.trim().split(/\s+/)
    if (!entry || phones.length === 0) continue
    const word = entry.replace(variant, '')
    const ways = dictionary.get(word)
    if (ways) ways.push(phones.join(' '))
    else dictionary.set(word, [phones.join(' ')])
  }
  return dictionary
}

export function writeDictionary(dictionary: Dictionary): string {
  return [...dictionary.keys()]
    .sort()
    .flatMap((word) =>
      (dictionary.get(word) ?? []).map((phones, way) =>
        way === 0 ? `${word} ${phones}\n` : `${word}(${way + 1}) ${phones}\n`,
      ),
    )
    .join('')
}
