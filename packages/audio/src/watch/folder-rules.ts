import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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

export type WrongRules = { readonly wrongIn: string; readonly problem: string }

const defaultWaitSeconds = 600
const noRules: FolderRules = { details: {}, pending: false, sidecar: null }

/** The rules of the nearest folder, upwards, that has any. `folder` is relative, '' for the root itself. */
export async function findRules(root: string, folder: string): Promise<FolderRules | WrongRules> {
  const at = folder === '.' ? '' : folder
  const text = await readFile(join(root, at, rulesName), 'utf8').catch(absent)
  if (text !== null) {
    try {
      return readRules(JSON.parse(text))
    } catch (error) {
      return { wrongIn: at, problem: error instanceof Error ? error.message : String(error) }
    }
  }
  return at === '' ? noRules : findRules(root, dirname(at))
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

/** Throws an `Error` whose message says what is wrong and where. */
export function readRules(given: unknown): FolderRules {
  const rules = record(given, 'the file')
  refuseUnknown(rules, [
    'author',
    'template',
    'locale',
    'workType',
    'priority',
    'pending',
    'sidecar',
  ])
  const { pending = false, sidecar, ...details } = rules
  if (typeof pending !== 'boolean') throw new Error('"pending" is true or false')
  return {
    details: texts(details, ''),
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
