import {
  createModelStore,
  fitsMemory,
  type KnownModel,
  knownModels,
  type ModelManifest,
  memoryOfThisMachine,
} from '@plume/speech'
import type { Command } from '../command.ts'
import { megabytes } from '../models-folder.ts'

export const modelsList: Command = {
  positionals: [],
  options: { json: { type: 'boolean', help: 'one array' } },
  run: async ({ values }, { config, stdout }) => {
    const installed = await createModelStore(config.whisper.modelsDir).installedModels()
    const memory = await memoryOfThisMachine()
    const lines = [
      ...knownModels().map((model) => describe(model, memory, installed)),
      ...installed.filter(isOwn).map(describeOwn),
    ]
    if (values.json) {
      stdout.write(`${JSON.stringify(lines)}\n`)
      return
    }
    for (const row of inColumns([headings, ...lines.map(cellsOf)])) stdout.write(`${row}\n`)
    stdout.write(
      `\nThis machine has ${megabytes(memory)} of memory; MEMORY is of one recognition. ` +
        `Models lie in ${config.whisper.modelsDir}\n`,
    )
  },
}

type Line = {
  readonly id: string
  readonly engine: string
  readonly languages: readonly string[]
  readonly bytes: number | null
  readonly memoryBytes: number | null
  readonly fits: boolean | null
  readonly installed: boolean
  readonly systemPackage: string | null
  readonly licence: string | null
  readonly needsAcceptance: boolean
  readonly needsTrust: boolean
  readonly checksumSource: string | null
}

function describe(model: KnownModel, memory: number, installed: readonly ModelManifest[]): Line {
  const sizes = model.files.map(({ bytes }) => bytes)
  return {
    id: model.id,
    engine: model.engine,
    languages: model.languages,
    bytes: sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    memoryBytes: model.memoryBytes,
    fits: fitsMemory(model, memory),
    installed: installed.some(({ id }) => id === model.id),
    systemPackage: model.systemPackage,
    licence: model.licence.name,
    needsAcceptance: model.licence.textToAccept !== null,
    needsTrust: !model.verified,
    checksumSource: model.checksumSource,
  }
}

function isOwn({ id }: ModelManifest): boolean {
  return !knownModels().some((model) => model.id === id)
}

function describeOwn({ id, engine, languages, files, licence }: ModelManifest): Line {
  return {
    id,
    engine,
    languages,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    memoryBytes: null,
    fits: null,
    installed: true,
    systemPackage: null,
    licence,
    needsAcceptance: false,
    needsTrust: true,
    checksumSource: null,
  }
}

const headings = ['MODEL', 'ENGINE', 'LANGUAGES', 'DOWNLOAD', 'MEMORY', 'HERE', 'LICENCE']

function cellsOf(line: Line): readonly string[] {
  const size = line.bytes === null ? '?' : megabytes(line.bytes)
  const here = [
    ...(line.fits === null ? [] : [line.fits ? 'fits' : 'too large']),
    ...(line.installed ? ['installed'] : []),
  ]
  const licence = line.needsAcceptance ? `${line.licence}, to be accepted` : (line.licence ?? '')
  return [
    line.id,
    line.engine,
    line.languages.join(','),
    line.systemPackage === null ? size : 'package',
    line.memoryBytes === null ? '?' : megabytes(line.memoryBytes),
    here.join(', '),
    line.needsTrust ? `${licence}  needs --trust-sha256`.trimStart() : licence,
  ]
}

/** Numbers stand at the right of their columns. */
const numbers = new Set([headings.indexOf('DOWNLOAD'), headings.indexOf('MEMORY')])

function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = headings.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const width = widths[at] ?? 0
        return numbers.has(at) ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
}
