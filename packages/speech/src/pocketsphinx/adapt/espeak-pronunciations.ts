import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** eSpeak NG's American English in IPA, the longer signs first, and the CMU phones they stand for. */
const phoneOf: readonly (readonly [ipa: string, phones: string])[] = [
  ['tʃ', 'CH'],
  ['dʒ', 'JH'],
  ['eɪ', 'EY'],
  ['aɪ', 'AY'],
  ['ɔɪ', 'OY'],
  ['aʊ', 'AW'],
  ['oʊ', 'OW'],
  ['ɜː', 'ER'],
  ['ɑːɹ', 'AA R'],
  ['ɔːɹ', 'AO R'],
  ['oːɹ', 'AO R'],
  ['ɪɹ', 'IH R'],
  ['ɛɹ', 'EH R'],
  ['ʊɹ', 'UH R'],
  ['əl', 'AH L'],
  ['iː', 'IY'],
  ['uː', 'UW'],
  ['ɑː', 'AA'],
  ['ɔː', 'AO'],
  ['oː', 'OW'],
  ['ɚ', 'ER'],
  ['ɝ', 'ER'],
  ['ɑ', 'AA'],
  ['ɔ', 'AO'],
  ['æ', 'AE'],
  ['ɛ', 'EH'],
  ['ɪ', 'IH'],
  ['ᵻ', 'IH'],
  ['i', 'IY'],
  ['ʊ', 'UH'],
  ['u', 'UW'],
  ['ʌ', 'AH'],
  ['ə', 'AH'],
  ['ɐ', 'AH'],
  ['e', 'EH'],
  ['a', 'AA'],
  ['o', 'OW'],
  ['ɹ', 'R'],
  ['r', 'R'],
  ['θ', 'TH'],
  ['ð', 'DH'],
  ['ʃ', 'SH'],
  ['ʒ', 'ZH'],
  ['ŋ', 'NG'],
  ['j', 'Y'],
  ['ɡ', 'G'],
  ['g', 'G'],
  ['ɾ', 'T'],
  ['ʔ', 'T'],
  ['b', 'B'],
  ['d', 'D'],
  ['f', 'F'],
  ['h', 'HH'],
  ['k', 'K'],
  ['l', 'L'],
  ['ɬ', 'L'],
  ['m', 'M'],
  ['n', 'N'],
  ['p', 'P'],
  ['s', 'S'],
  ['t', 'T'],
  ['v', 'V'],
  ['w', 'W'],
  ['x', 'K'],
  ['z', 'Z'],
]

/** CMU phones for IPA; what stands for no phone, as stress does, is passed over. */
export function phonesOfIpa(ipa: string): string {
  const phones: string[] = []
  for (let at = 0; at < ipa.length; ) {
    const [sign, phone] = phoneOf.find(([start]) => ipa.startsWith(start, at)) ?? [
      ipa[at] ?? '',
      '',
    ]
    if (phone) phones.push(phone)
    at += Math.max(1, sign.length)
  }
  return phones.join(' ')
}

/** So many are asked at a time: each question starts a process. */
const atOnce = 4

/** How eSpeak NG says these words, or null where it is not installed. Words for which it has no sound are left out. */
export async function askEspeak(
  words: readonly string[],
  onProgress: (fraction: number) => void = () => {},
  binary = 'espeak-ng',
): Promise<ReadonlyMap<string, string> | null> {
  const said = new Map<string, string>()
  // Asked even without words: whether it is here must not depend on what the texts hold.
  if ((await sayWord('word', binary)) === null) return null
  for (let at = 0; at < words.length; at += atOnce) {
    const some = words.slice(at, at + atOnce)
    const phones = await Promise.all(some.map((word) => sayWord(word, binary)))
    some.forEach((word, place) => {
      const way = phones[place]
      if (way) said.set(word, way)
    })
    onProgress((at + some.length) / words.length)
  }
  return said
}

/** One word alone: in a text it would be joined to others and weakened. */
async function sayWord(word: string, binary: string): Promise<string | null> {
  const args = ['-q', '--ipa', '-v', 'en-us', '--', word]
  try {
    return phonesOfIpa((await promisify(execFile)(binary, args)).stdout.trim())
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
