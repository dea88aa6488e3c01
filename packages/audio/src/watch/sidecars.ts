import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { FolderRules, SidecarRules } from './folder-rules.ts'
import { listFiles } from './list-files.ts'
import { largestSidecarBytes, readSidecar } from './read-sidecar.ts'
import type { Rejection, WatchedDetails, WatchedFile } from './watched-file.ts'

const endings = ['.json', '.xml']

export function isSidecar({ path }: WatchedFile): boolean {
  return endings.includes(extname(path).toLowerCase())
}

export type Sidecars = ReturnType<typeof findSidecars>

/** Which files describe which recordings: `NAME.ext.xml` or `NAME.xml` belong to `NAME.ext`. */
export function findSidecars(files: readonly WatchedFile[], settled: readonly WatchedFile[]) {
  const byPath = new Map(files.map((file) => [file.path.toLowerCase(), file]))
  const isSettled = new Set(settled.map(({ path }) => path))
  const all = ({ path }: WatchedFile) =>
    endings
      .flatMap((ending) => [`${path}${ending}`, `${stemOf(path)}${ending}`])
      .flatMap((name) => byPath.get(name.toLowerCase()) ?? [])
  const belonging = new Set(
    files.filter((file) => !isSidecar(file)).flatMap((file) => all(file).map(({ path }) => path)),
  )
  return {
    all,
    of(file: WatchedFile, { extension }: SidecarRules): WatchedFile | 'unsettled' | null {
      const found = all(file).find(({ path }) => path.toLowerCase().endsWith(`.${extension}`))
      if (!found) return null
      return isSettled.has(found.path) ? found : 'unsettled'
    },
    isOfSome: (sidecar: WatchedFile) => belonging.has(sidecar.path),
  }
}

/** What a recording's sidecar says, if its folder has any. `wait` while it has not come, or not settled. */
export async function describeRecording(request: {
  readonly directory: string
  readonly file: WatchedFile
  readonly rules: FolderRules['sidecar']
  readonly sidecars: Sidecars
  /** How long the recording has been there for it. */
  readonly waitedMs: () => number
}): Promise<{ readonly details: WatchedDetails } | { readonly rejection: Rejection } | 'wait'> {
  const { directory, file, rules, sidecars, waitedMs } = request
  if (!rules) return { details: {} }
  const sidecar = sidecars.of(file, rules)
  if (sidecar === 'unsettled') return 'wait'
  if (!sidecar) {
    if (!rules.required) return { details: {} }
    return waitedMs() < rules.waitMs ? 'wait' : { rejection: missing }
  }
  if (sidecar.size > largestSidecarBytes) return { rejection: unreadable }
  const details = readSidecar(await readFile(join(directory, sidecar.path)), rules)
  return details ? { details } : { rejection: unreadable }
}

/** Whether a folder has the recording that a sidecar describes, under the same path. */
export async function hasRecordingOf(folder: string, sidecar: WatchedFile): Promise<boolean> {
  const beside = await listFiles(join(folder, dirname(sidecar.path)), new Set(), () => {})
  const name = basename(stemOf(sidecar.path))
  return beside.some((file) => !isSidecar(file) && [file.path, stemOf(file.path)].includes(name))
}

function stemOf(path: string): string {
  return path.slice(0, path.length - extname(path).length)
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
