import { dirname, join } from 'node:path'
import type { DictationDetails } from '@plume/records'
import { readPlainFile } from './plain-file.ts'
import { detailNames, type WatchedDetails } from './watched-file.ts'

export const rulesName = 'plume-folder.json'

/** What `plume-folder.json` says of the recordings of a folder and those below it. */
export type FolderRules = {
  readonly details: WatchedDetails
  /** Their authors have not finished with them: they are left where they are. */
  readonly pending: boolean
  readonly sidecar: SidecarRules | null
}

export type SidecarRules = {
  /** Of the file that lies beside a recording: `json` or `xml`. */
  readonly extension: 'json' | 'xml'
  readonly required: boolean
  /** How long a required one may come after its recording. */
  readonly waitMs: number
  /** Where each detail stands in it. */
  readonly fields: Readonly<Record<string, string>>
  /** What its values mean: for `priority` perhaps `{"0": "routine"}`. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** `wrongIn` is the folder whose rules are wrong. */
export type WrongRules = { readonly wrongIn: string; readonly problem: string }

const defaultWaitSeconds = 600
const largestRulesBytes = 1024 * 1024
const noRules: FolderRules = { details: {}, pending: false, sidecar: null }

/**
 * Finds the rules of the nearest folder, upwards, that has any. Made anew for each look. Folders are
 * relative to `root`, '' for the root itself; `isRight` is called for those without wrong rules of their own.
 */
export function createRulesFinder(root: string, isRight: (folder: string) => Promise<void>) {
  const known = new Map<string, Promise<FolderRules | WrongRules>>()

  async function read(folder: string): Promise<FolderRules | WrongRules> {
    const bytes = await readPlainFile(root, join(folder, rulesName), largestRulesBytes)
    const rules = bytes === 'absent' ? null : rulesOf(bytes, folder)
    if (!rules || !('wrongIn' in rules)) await isRight(folder)
    if (rules) return rules
    return folder === '' ? noRules : find(dirname(folder))
  }

  function find(given: string): Promise<FolderRules | WrongRules> {
    const folder = given === '.' ? '' : given
    const found = known.get(folder) ?? read(folder)
    known.set(folder, found)
    return found
  }

  return find
}

function rulesOf(bytes: Buffer | 'unreadable' | null, folder: string): FolderRules | WrongRules {
  if (bytes === 'unreadable') return { wrongIn: folder, problem: 'It cannot be read.' }
  if (bytes === null) return { wrongIn: folder, problem: 'It is too large.' }
  try {
    // Windows' editors put a mark before UTF-8, which the decoder takes away.
    return readRules(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (error) {
    return { wrongIn: folder, problem: error instanceof Error ? error.message : String(error) }
  }
}

/** Throws an `Error` whose message says what is wrong and where. */
export function readRules(given: unknown): FolderRules {
  const rules = record(given, 'the file')
  refuseUnknown(rules, [
    'author',
    'template',
    'locale',
    'language',
    'workType',
    'priority',
    'pending',
    'sidecar',
  ])
  const { pending = false, sidecar, ...details } = rules
  if (typeof pending !== 'boolean') throw new Error('"pending" is true or false')
  const defaults = texts(details, '')
  requireOneOf(defaults, 'priority', Object.keys(priorities))
  requireOneOf(defaults, 'locale', Object.keys(locales))
  requireOneOf(defaults, 'language', ['as-locale', 'auto'])
  return {
    details: defaults,
    pending,
    sidecar: sidecar === undefined ? null : readSidecarRules(record(sidecar, '"sidecar"')),
  }
}

function readSidecarRules(rules: Record<string, unknown>): SidecarRules {
  refuseUnknown(rules, ['extension', 'required', 'waitSeconds', 'fields', 'values'])
  const { extension, required = false, waitSeconds = defaultWaitSeconds } = rules
  if (extension !== 'json' && extension !== 'xml') {
    throw new Error('"sidecar.extension" is "json" or "xml"')
  }
  if (typeof required !== 'boolean') throw new Error('"sidecar.required" is true or false')
  if (typeof waitSeconds !== 'number' || !(waitSeconds >= 0)) {
    throw new Error('"sidecar.waitSeconds" is a number of seconds')
  }
  const fields = texts(record(rules.fields ?? {}, '"sidecar.fields"'), 'sidecar.fields.')
  refuseUnknown(fields, detailNames)
  for (const [name, path] of Object.entries(fields)) {
    if (!path.startsWith('/')) throw new Error(`"sidecar.fields.${name}" begins with /`)
  }
  refuseUnknown(record(rules.values ?? {}, '"sidecar.values"'), detailNames)
  const values = Object.entries(record(rules.values ?? {}, '"sidecar.values"'))
  return {
    extension,
    required,
    waitMs: waitSeconds * 1000,
    fields,
    values: Object.fromEntries(
      values.map(([name, map]) => [name, texts(record(map, `"sidecar.values.${name}"`), '')]),
    ),
  }
}

const priorities: Readonly<Record<DictationDetails['priority'], true>> = {
  routine: true,
  urgent: true,
  stat: true,
}

const locales: Readonly<Record<DictationDetails['locale'], true>> = {
  'en-CA': true,
  'fr-CA': true,
  'en-US': true,
  'fr-FR': true,
}

function requireOneOf(
  values: Readonly<Record<string, string>>,
  name: string,
  known: readonly string[],
): void {
  const value = values[name]
  if (value !== undefined && !known.includes(value)) {
    throw new Error(`"${name}" is one of ${known.join(', ')}`)
  }
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return { ...value }
  }
  throw new Error(`${name} is an object in braces`)
}

function texts(values: Record<string, unknown>, under: string): Record<string, string> {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string') throw new Error(`"${under}${name}" is a text in quotes`)
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
}

function refuseUnknown(values: Record<string, unknown>, names: readonly string[]): void {
  const unknown = Object.keys(values).find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new Error(`"${unknown}" is not known; there is ${names.join(', ')}`)
  }
}
