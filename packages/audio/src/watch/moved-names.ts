import { createHash } from 'node:crypto'
import { extname } from 'node:path'

/** Of a name in most file systems. */
const longestNameBytes = 255

/**
 * What files that belong together are called at their new place: the same, or with a number, all the same
 * one, so that they still belong together. The first is the recording.
 */
export function movedNames(names: readonly string[], number: number): readonly string[] {
  const [recording = '', ...sidecars] = names
  if (number === 1) return names
  const moved = numbered(recording, number)
  return [moved, ...sidecars.map((sidecar) => belongingTo(moved, recording, sidecar))]
}

/** With `suffix` behind it, however long it was; cut ones differ by a piece of a hash. */
export function shortened(name: string, suffix: string): string {
  if (Buffer.byteLength(name + suffix) <= longestNameBytes) return name + suffix
  const mark = `~${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
  const characters = [...name]
  while (Buffer.byteLength(characters.join('') + mark + suffix) > longestNameBytes) characters.pop()
  return characters.join('') + mark + suffix
}

function numbered(name: string, number: number): string {
  return shortened(stemOf(name), ` (${number})${extname(name)}`)
}

/** `x.wav.xml` and `x.xml` of `x.wav` become `x (2).wav.xml` and `x (2).xml`. */
function belongingTo(moved: string, recording: string, sidecar: string): string {
  const hasWholeName = stemOf(sidecar).toLowerCase() === recording.toLowerCase()
  return shortened(hasWholeName ? moved : stemOf(moved), extname(sidecar))
}

export function stemOf(name: string): string {
  return name.slice(0, name.length - extname(name).length)
}
