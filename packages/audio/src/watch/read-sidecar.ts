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
  try {
    const text = decodeText(bytes, rules.extension)
    const find = rules.extension === 'json' ? findInJson(text) : findInXml(text)
    const found = Object.entries(rules.fields).map(([name, path]) => [name, find(path)?.trim()])
    return Object.fromEntries(
      found.flatMap(([name = '', value]) =>
        value ? [[name, meaningOf(rules.values[name], value)]] : [],
      ),
    )
  } catch {
    return null
  }
}

function meaningOf(values: Readonly<Record<string, string>> | undefined, value: string): string {
  return values && Object.hasOwn(values, value) ? (values[value] ?? value) : value
}

/** UTF-8, UTF-16 as Windows programs write it (told by its first bytes), or what the XML declares. */
function decodeText(bytes: Buffer, extension: SidecarRules['extension']): string {
  return new TextDecoder(encodingOf(bytes, extension), { fatal: true }).decode(bytes)
}

function encodingOf(bytes: Buffer, extension: SidecarRules['extension']): string {
  const [first = 0, second = 0] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const head = extension === 'xml' ? bytes.toString('latin1', 0, 200) : ''
  const [, declared = 'utf-8'] = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head) ?? []
  return declared
}
