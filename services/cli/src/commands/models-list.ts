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
  name: 'models list',
  summary: 'Speech models: which there are, which are installed, what fits this machine’s memory.',
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
    const width = Math.max(...lines.map(({ id }) => id.length))
    for (const line of lines) stdout.write(`${line.id.padEnd(width)}  ${inWords(line)}\n`)
    stdout.write(
      `\nThis machine has ${megabytes(memory)} of memory. Models lie in ${config.whisper.modelsDir}\n`,
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

function inWords(line: Line): string {
  const size = line.bytes === null ? '?' : megabytes(line.bytes)
  return [
    line.engine.padEnd(11),
    line.languages.join(',').padEnd(5),
    (line.systemPackage === null ? size : 'package').padStart(8),
    line.fits === false ? 'too large' : 'fits     ',
    line.installed ? 'installed' : '         ',
    line.needsAcceptance ? `${line.licence}, to be accepted` : (line.licence ?? ''),
    ...(line.needsTrust ? ['needs --trust-sha256'] : []),
  ]
    .join('  ')
    .trimEnd()
}
