/** Words by how they sound, found again by anything that sounds nearly so. */
export type SoundIndex = {
  /** Shows the number of each word that may be near, in no order, some of them far: no list, as most are passed over. */
  readonly near: (sounds: string, show: (number: number) => void) => void
}

/** Below this many consonants everything is near everything. */
const fewestConsonants = 2
/** With so few, one may not be missing as well. */
const shortSkeleton = 3

/**
 * An index over the consonants of words, each also with one of them left out (as SymSpell does with letters): two
 * words meet where they differ by one consonant, whichever vowels they have. Numbers in two flat arrays, because
 * 100,000 words make 700,000 of them.
 */
export function createSoundIndex(sounds: readonly string[]): SoundIndex {
  const hashes: number[] = []
  const numbers: number[] = []
  for (let number = 0; number < sounds.length; number++) {
    for (const hash of hashesOf(sounds[number] ?? '')) {
      hashes.push(hash)
      numbers.push(number)
    }
  }
  const mask = sizeFor(hashes.length) - 1
  const starts = new Int32Array(mask + 2)
  for (const hash of hashes) bump(starts, (hash & mask) + 1)
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const next = starts.slice()
  const filed = new Int32Array(hashes.length)
  for (let at = 0; at < hashes.length; at++) {
    const slot = (hashes[at] ?? 0) & mask
    filed[next[slot] ?? 0] = numbers[at] ?? 0
    bump(next, slot)
  }
  /** By word, the last question that it was shown for. */
  const shownFor = new Uint32Array(sounds.length)
  let question = 0
  return {
    near: (wanted, show) => {
      question += 1
      for (const hash of hashesOf(wanted)) {
        const end = starts[(hash & mask) + 1] ?? 0
        for (let at = starts[hash & mask] ?? 0; at < end; at++) {
          const number = filed[at] ?? 0
          if (shownFor[number] === question) continue
          shownFor[number] = question
          show(number)
        }
      }
    },
  }
}

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}

function sizeFor(count: number): number {
  let size = 16
  while (size < count) size *= 2
  return size
}

function hashesOf(sounds: string): readonly number[] {
  const skeleton = skeletonOf(sounds)
  if (skeleton.length < fewestConsonants) return []
  const hashes = [hashOf(skeleton, -1)]
  if (skeleton.length > shortSkeleton) {
    for (let at = 0; at < skeleton.length; at++) hashes.push(hashOf(skeleton, at))
  }
  return hashes
}

/** Consonants in classes whose members are taken for each other: voiced and voiceless, the hissing, the nasal. */
const classes: ReadonlyMap<string, string> = new Map(
  ['pb', 'td', 'kg', 'fv', 'szSJC', 'mn', 'l', 'r'].flatMap((members) =>
    [...members].map((sound) => [sound, members.charAt(0)] as const),
  ),
)

function skeletonOf(sounds: string): string {
  let skeleton = ''
  for (const sound of sounds) {
    const kind = classes.get(sound)
    if (kind !== undefined && !skeleton.endsWith(kind)) skeleton += kind
  }
  return skeleton
}

/** FNV-1a, but for the character at `without`. */
function hashOf(text: string, without: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    if (at !== without) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash ^ (hash >>> 15)) >>> 0
}
