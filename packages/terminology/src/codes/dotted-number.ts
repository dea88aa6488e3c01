import type { ReadRun } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Rule } from '../reading/rule.ts'
import type { Span } from '../reading/span.ts'

export type DottedSpeech = {
  readonly begins: ReadonlySet<string>
  readonly runAt: ReadRun
  /** What is said for the points. */
  readonly isPoint: (word: string) => boolean
  /** Words that are a zero by themselves: "oh". */
  readonly isZero: (word: string) => boolean
  /** Before a number of two or three parts: "version", « mise à jour ». */
  readonly leads: ReadonlySet<string>
  /** Before one of at least three: "on section two point three centimetres" is a measure. */
  readonly sections: ReadonlySet<string>
}

/**
 * "one nine two dot one six eight dot one dot one", « version deux point zéro point un »: numbers with more points than a
 * decimal has. Four parts up to 255 are an address of the Internet (RFC 791); fewer are a version where one is named.
 */
export function dottedNumberRule(speech: DottedSpeech): Rule {
  return { begins: speech.begins, read }

  function read(reading: Reading, at: number): readonly Span[] | null {
    const { atoms, firstAtom } = reading
    const from = firstAtom[at] ?? 0
    const { parts, to } = partsFrom(speech, atoms, from)
    // « un point deux point trois point quatre » counts the items of a list.
    const isAddress =
      parts.length === 4 &&
      parts.every((part) => Number(part) <= 255) &&
      parts.some((part) => part.length > 1)
    const before = previous(atoms, from)
    const isVersion =
      (parts.length > 1 && speech.leads.has(before)) ||
      (parts.length > 2 && speech.sections.has(before))
    if (!isAddress && !isVersion) return null
    const write = parts.join('.')
    const span = valueFrom(reading, 'code', [{ from, to, rule: 'code.dotted-number', write }])
    return span && [span]
  }
}

const mostParts = 5

function partsFrom(speech: DottedSpeech, atoms: readonly Atom[], from: number) {
  const parts: string[] = []
  let to = from
  while (parts.length < mostParts) {
    const start = parts.length === 0 ? from : to + 1
    const part = partAt(speech, atoms, start)
    if (!part || (start > from && !speech.isPoint(close(atoms, to)))) break
    parts.push(part.digits)
    to = part.to
  }
  return { parts, to }
}

/** "one nine two", "one ninety two", "ten", "oh": up to three digits. */
function partAt({ runAt, isZero }: DottedSpeech, atoms: readonly Atom[], from: number) {
  const run = runAt(atoms, from)
  const digits = run.map((group) => group.digits).join('')
  if (/^\d{1,3}$/.test(digits)) return { digits, to: run.at(-1)?.to ?? from }
  if (!isZero(close(atoms, from))) return null
  const after = close(atoms, from + 1) === '' ? [] : runAt(atoms, from + 1)
  const more = after.map((group) => group.digits).join('')
  // "twenty two point oh four"
  if (/^\d{1,2}$/.test(more)) return { digits: `0${more}`, to: after.at(-1)?.to ?? from }
  return { digits: '0', to: from + 1 }
}
