import { basename, dirname, extname } from 'node:path'
import type { FolderRules, SidecarRules } from './folder-rules.ts'
import { stemOf } from './moved-names.ts'
import { readPlainFile } from './plain-file.ts'
import { largestSidecarBytes, readSidecar } from './read-sidecar.ts'
import type { Rejection, WatchedDetails, WatchedFile } from './watched-file.ts'

const endings = ['.json', '.xml']

export function isSidecar({ path }: WatchedFile): boolean {
  return endings.includes(extname(path).toLowerCase())
}

export type Sidecars = ReturnType<typeof findSidecars>

/** Which files describe which recordings: `NAME.ext.xml` or `NAME.xml` belong to `NAME.ext`. */
export function findSidecars(files: readonly WatchedFile[], settled: readonly WatchedFile[]) {
  const recordings = files.filter((file) => !isSidecar(file))
  const byPlace = new Map<string, WatchedFile[]>()
  for (const file of files.filter(isSidecar)) {
    const place = placeOf(file.path)
    byPlace.set(place, [...(byPlace.get(place) ?? []), file])
  }
  const isSettled = new Set(settled.map(({ path }) => path))
  const all = ({ path }: WatchedFile) =>
    endings
      .flatMap((ending) => [`${path}${ending}`, `${stemOf(path)}${ending}`])
      .flatMap((name) => byPlace.get(placeOf(name)) ?? [])
  const owners = new Map<string, Set<string>>()
  for (const file of recordings) {
    for (const { path } of all(file))
      owners.set(path, (owners.get(path) ?? new Set()).add(file.path))
  }
  return {
    of(file: WatchedFile, { extension }: SidecarRules): WatchedFile | 'unsettled' | null {
      const found = all(file).find(({ path }) => path.toLowerCase().endsWith(`.${extension}`))
      if (!found) return null
      return isSettled.has(found.path) ? found : 'unsettled'
    },
    /** Those that move with it: one that describes other recordings too moves with the last of them. */
    goingWith(file: WatchedFile): readonly WatchedFile[] {
      return all(file).filter(({ path }) => owners.get(path)?.size === 1)
    },
    /** The recording has moved. */
    release(file: WatchedFile): void {
      for (const { path } of all(file)) owners.get(path)?.delete(file.path)
    },
    isAlone: (sidecar: WatchedFile) => !owners.has(sidecar.path),
  }
}

/** Names may differ by case, as `DICT1.DS2` and `dict1.xml`; folders may not: two can differ by just that. */
function placeOf(path: string): string {
  return `${dirname(path)}/${basename(path).toLowerCase()}`
}

type Description =
  | { readonly details: WatchedDetails }
  | { readonly rejection: Rejection }
  | /** It has not come, or not settled. */ 'wait'
  | /** It may not be opened. */ 'unreadable'

/** What a recording's sidecar says, if its folder has any. */
export async function describeRecording(request: {
  /** The watched folder, a real path. */
  readonly root: string
  readonly file: WatchedFile
  readonly rules: FolderRules['sidecar']
  readonly sidecars: Sidecars
  /** How long the recording has been there for it. */
  readonly waitedMs: () => number
}): Promise<Description> {
  const { root, file, rules, sidecars, waitedMs } = request
  if (!rules) return { details: {} }
  const sidecar = sidecars.of(file, rules)
  if (sidecar === 'unsettled') return 'wait'
  if (!sidecar) {
    if (!rules.required) return { details: {} }
    return waitedMs() < rules.waitMs ? 'wait' : { rejection: missing }
  }
  const bytes = await readPlainFile(root, sidecar.path, largestSidecarBytes)
  // Gone since it was seen: without it the recording would be nobody's.
  if (bytes === 'absent') return 'wait'
  if (bytes === 'unreadable') return 'unreadable'
  const details = bytes && readSidecar(bytes, rules)
  return details ? { details } : { rejection: unreadable }
}

const missing: Rejection = {
  code: 'sidecar-missing',
  en: 'The file that describes this recording has not come.',
  fr: 'Le fichier qui décrit cet enregistrement n’est pas arrivé.',
}

const unreadable: Rejection = {
  code: 'sidecar-unreadable',
  en: 'The file that describes this recording cannot be read.',
  fr: 'Le fichier qui décrit cet enregistrement est illisible.',
}

export const sidecarAlone: Rejection = {
  code: 'sidecar-without-recording',
  en: 'This file describes a recording that has not come.',
  fr: 'Ce fichier décrit un enregistrement qui n’est pas arrivé.',
}
