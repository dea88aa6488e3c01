import { findInJson } from './find-in-json.ts'
import { findInXml } from './find-in-xml.ts'
import type { SidecarRules } from './folder-rules.ts'
import type { WatchedDetails } from './watched-file.ts'

/** A description of one recording, not an archive. */
export const largestSidecarBytes = 1024 * 1024

/**
 * The details that a sidecar gives, by the folder's mapping. Null where it is not what its name says. A
 * value that a map of values does not know stays as it is, and is judged where it is used.
 */
export function readSidecar(bytes: Buffer, rules: SidecarRules): WatchedDetails | null {
  const text = decodeText(bytes)
  try {
    const find = rules.extension === 'json' ? findInJson(text) : findInXml(text)
    const found = Object.entries(rules.fields).map(([name, path]) => [name, find(path)?.trim()])
    return Object.fromEntries(
      found.flatMap(([name = '', value]) =>
        value ? [[name, rules.values[name]?.[value] ?? value]] : [],
      ),
    )
  } catch {
    return null
  }
}

/** UTF-8, or UTF-16 as Windows programs write it: told by its first bytes. */
function decodeText(bytes: Buffer): string {
  const [first = 0, second = 0] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const encoding = isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  return new TextDecoder(encoding, { fatal: true }).decode(bytes)
}
